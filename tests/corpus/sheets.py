"""Texts as the parts of the structure parser take them."""

from corpus.document import Document, Line, Page
from corpus.layout.furniture import Sheet, clear_furniture
from corpus.layout.joining import inner_hyphens
from corpus.layout.paragraphs import Setting


def document(text: str) -> Document:
    """Return a text as a document; form feeds part its pages."""
    pages, start = [], 0
    pieces = text.split("\f")
    for number, piece in enumerate(pieces, start=1):
        end = min(start + len(piece) + 1, len(text))
        pages.append(Page(number if len(pieces) > 1 else None, start, end))
        start = end
    return Document("protokoll.txt", text, tuple(pages))


def sheet(text: str) -> Sheet:
    """Return a text without its page furniture."""
    return clear_furniture(document(text))


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, with their places."""
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(piece, start))
        start += len(piece) + 1
    return lines


def setting(text: str, width: int | None = 80, breaks: frozenset[int] = frozenset()) -> Setting:
    """Return how a text is set, for texts too short to tell."""
    return Setting(breaks, width, inner_hyphens(lines_of(text)))
