"""The text of one ODT paragraph, as it reads with tracked changes accepted."""

from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.markup import child, local, number

_PAGE_FIELDS = frozenset({"page-number", "page-count", "page-continuation"})
PAGE_FIELD = "\x00"
"""Stands where a page number is shown; no text of an XML file can hold it."""
_UNREAD = frozenset(
    {
        "annotation",
        "annotation-end",
        "tracked-changes",
        "ruby-text",
        "hidden-text",
        "hidden-paragraph",
        "script",
    }
    | {"forms", "title", "desc", "object", "plugin", "sequence-decls"}
)
_MOST_SPACES = 200
"""Spaces that one ``text:s`` may stand for: more than a line holds."""


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph holds: text, text boxes, notes, and page breaks before and after its first word."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[int, etree._Element]] = field(default_factory=list)
    breaks_before: int = 0
    breaks_inside: int = 0

    @property
    def text(self) -> str:
        """What is read so far."""
        return "".join(self.parts)


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs in order and counts their notes."""

    _notes: int = 0

    def read(self, paragraph: etree._Element) -> ParagraphText:
        """Return what a ``text:p`` or ``text:h`` holds."""
        found = ParagraphText()
        self._inline(paragraph, found)
        return found

    def _inline(self, element: etree._Element, found: ParagraphText) -> None:
        found.parts.append(_collapsed(element.text))
        for inner in element:
            self._element(inner, found)
            found.parts.append(_collapsed(inner.tail))

    def _element(self, inner: etree._Element, found: ParagraphText) -> None:
        name = local(inner)
        if name == "s":
            found.parts.append(" " * min(max(number(inner, "c") or 1, 1), _MOST_SPACES))
        elif name == "tab":
            found.parts.append("\t")
        elif name == "line-break":
            found.parts.append("\n")
        elif name == "soft-page-break":
            if found.text.strip():
                found.breaks_inside += 1
            else:
                found.breaks_before += 1
        elif name in _PAGE_FIELDS:
            found.parts.append(PAGE_FIELD)
        elif name == "note":
            self._note(inner, found)
        elif name == "text-box":
            found.boxes.append(inner)
        elif name not in _UNREAD:
            self._inline(inner, found)

    def _note(self, note: etree._Element, found: ParagraphText) -> None:
        self._notes += 1
        found.parts.append(f"[{self._notes}]")
        body = child(note, "note-body")
        if body is not None:
            found.notes.append((self._notes, body))


def _collapsed(text: str | None) -> str:
    """Return text with line ends of the XML as spaces: it marks its own breaks by elements."""
    return (text or "").replace("\n", " ").replace("\t", " ")
