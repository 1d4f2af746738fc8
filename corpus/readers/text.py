"""Text and Markdown as documents; form feeds part the pages."""

from corpus.decoding import decode
from corpus.document import Document, Page
from corpus.readers.paging import paged

FORM_FEED = "\f"


def read_text(data: bytes, name: str) -> Document:
    """Return a text file as a document; form feeds part its pages, else it is one unnumbered page.

    Raises:
        DocumentError: the file is too large, empty, no text, or in an encoding that cannot be told.
    """
    text = decode(data, name)
    if FORM_FEED not in text:
        return Document(name, text, (Page(None, 0, len(text)),))
    pieces = [piece + FORM_FEED for piece in text.split(FORM_FEED)]
    pieces[-1] = pieces[-1].removesuffix(FORM_FEED)
    while not pieces[-1].strip():
        last = pieces.pop()
        pieces[-1] += last
    return paged(name, pieces)
