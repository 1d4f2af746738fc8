"""Files as documents: one reader for each ending, and nothing here knows what minutes are."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from corpus.decoding import check_size
from corpus.document import Document
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.odt import read_odt
from corpus.readers.pdf import read_pdf
from corpus.readers.rtf import read_rtf
from corpus.readers.text import read_text
from corpus.source import SourceFile
from qa.errors import DocumentError

Reader = Callable[[bytes, str], Document]
"""Takes the bytes of a file and its name, gives the document; raises DocumentError."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".docx": read_docx,
        ".htm": read_html,
        ".html": read_html,
        ".markdown": read_text,
        ".md": read_text,
        ".odt": read_odt,
        ".pdf": read_pdf,
        ".rtf": read_rtf,
        ".txt": read_text,
    }
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
    return reader(_bytes_of(source), source.name)


def _bytes_of(source: SourceFile) -> bytes:
    """Return what is in a file, refusing one that grows or is replaced meanwhile."""
    try:
        before = source.path.stat()
        check_size(before.st_size, source.name)
        with source.path.open("rb") as file:
            data = file.read(before.st_size + 1)
        after = source.path.stat()
    except OSError as error:
        raise DocumentError(f"{source.name} kan inte läsas: {reason(error)}.") from error
    if (before.st_size, before.st_mtime_ns) != (len(data), after.st_mtime_ns):
        raise DocumentError(f"{source.name} ändrades medan den lästes. Läs in den igen när den är färdig.")
    return data


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
