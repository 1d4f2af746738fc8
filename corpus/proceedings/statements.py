"""The sentences of sections, each with the page it stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.sentences import sentence_spans
from qa.types import Paragraph, ParagraphKind, Section


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence: ``paragraph.text[start:end]``; ``place`` is the paragraph's in its section."""

    paragraph: Paragraph
    place: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.paragraph.text[self.start : self.end]

    @property
    def page(self) -> int | None:
        """The printed page number, None where the file has no pages."""
        return self.paragraph.page


def statements_of(section: Section) -> Iterator[Statement]:
    """Yield the sentences of a section in order, those of tables left out."""
    for place, paragraph in enumerate(section.paragraphs):
        if paragraph.kind is not ParagraphKind.TABLE:
            for start, end in sentence_spans(paragraph.text):
                yield Statement(paragraph, place, start, end)


def to_next(statement: Statement, following: Statement | None, section: Section) -> str:
    """Return a statement with what belongs to it: all up to the next one that counts.

    Within its paragraph that is the rest up to ``following``, if that stands there too; after a colon it
    is also the paragraphs up to that of ``following``, each on a line of its own.
    """
    same = following is not None and following.place == statement.place
    end = following.start if same and following is not None else len(statement.paragraph.text)
    text = statement.paragraph.text[statement.start : end].rstrip()
    if same or not text.endswith(":"):
        return text
    last = len(section.paragraphs) if following is None else following.place
    return lines_of([text, *(p.text for p in section.paragraphs[statement.place + 1 : last])])


def lines_of(texts: Sequence[str]) -> str:
    """Return stretches of several paragraphs as one text, a line each."""
    return "\n".join(texts)
