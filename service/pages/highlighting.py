"""The words of a question, marked in a passage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.question.matching import WordMatcher
from qa.question.spelling import Correction
from service.pages.marking import Stretch


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text cut at the words of the question, and these words as the text has them, in lower case."""

    stretches: tuple[Stretch, ...]
    found: tuple[str, ...]


class Highlighter:
    """Marks the words of one question in texts, by the rule of ``qa.question.matching``."""

    def __init__(self, question: str, corrections: Sequence[Correction] = ()) -> None:
        self._matcher = WordMatcher(question, corrections)

    def mark(self, text: str) -> Highlighted:
        """Return the text with the words marked."""
        found = dict.fromkeys(match.found for _, match in self._matcher.matches(text))
        return Highlighted(tuple(self._cut(text)), tuple(found))

    def _cut(self, text: str) -> Iterator[Stretch]:
        position = 0
        for place, _ in self._matcher.matches(text):
            if position < place.start():
                yield Stretch(text[position : place.start()], is_marked=False)
            yield Stretch(place[0], is_marked=True)
            position = place.end()
        if position < len(text):
            yield Stretch(text[position:], is_marked=False)
