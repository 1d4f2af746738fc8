"""Files as documents: one reader for each ending, and nothing here knows what minutes are."""

from collections.abc import Callable, Mapping
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

from corpus.decoding import check_size, decode
from corpus.document import Document, Page
from corpus.source import SourceFile
from qa.errors import DocumentError

FORM_FEED = "\f"
Reader = Callable[[bytes, str], Document]
"""Takes the bytes of a file and its name, gives the document; raises DocumentError."""


def read_text(data: bytes, name: str) -> Document:
    """Return a text file as a document; form feeds part its pages, else it is one unnumbered page."""
    text = decode(data, name)
    if FORM_FEED not in text:
        return Document(name, text, (Page(None, 0, len(text)),))
    pieces = [piece + FORM_FEED for piece in text.split(FORM_FEED)]
    pieces[-1] = pieces[-1].removesuffix(FORM_FEED)
    while not pieces[-1].strip():
        last = pieces.pop()
        pieces[-1] += last
    ends = list(accumulate(map(len, pieces)))
    starts = [0, *ends[:-1]]
    pages = tuple(Page(number, *span) for number, span in enumerate(zip(starts, ends, strict=True), 1))
    return Document(name, text, pages)


READERS: Mapping[str, Reader] = MappingProxyType(
    {".md": read_text, ".markdown": read_text, ".txt": read_text}
)
"""The reader for each ending, in lower case. A new format is a new reader and a line here."""


def read_document(source: SourceFile) -> Document:
    """Read a file with the reader for its ending.

    Raises:
        DocumentError: the file cannot be read, or not as text.
    """
    reader = READERS.get(Path(source.name).suffix.lower())
    if reader is None:
        raise DocumentError(f"{source.name} har en filändelse som inte kan läsas. {supported_endings()}")
    try:
        check_size(source.path.stat().st_size, source.name)
        data = source.path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{source.name} kan inte läsas: {reason(error)}.") from error
    return reader(data, source.name)


def supported_endings() -> str:
    """Say in Swedish which endings can be read."""
    endings = sorted(READERS)
    return f"Programmet läser {', '.join(endings[:-1])} och {endings[-1]}."


def reason(error: OSError) -> str:
    """Say in Swedish why the system would not give a file."""
    if isinstance(error, PermissionError):
        return "behörighet saknas"
    if isinstance(error, FileNotFoundError):
        return "filen finns inte längre"
    return error.strerror or str(error)
