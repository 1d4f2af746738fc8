"""PDF as a document: text in reading order, page furniture taken out, pages numbered as printed."""

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.decoding import clean
from corpus.document import Document, Heading, Page
from corpus.readers.faces import Face
from corpus.readers.pdf_columns import find_gutters, in_reading_order
from corpus.readers.pdf_file import PdfFile, open_pdf
from corpus.readers.pdf_furniture import Cleared, PageRows, clear_furniture
from corpus.readers.pdf_headings import (
    face_of,
    heading_levels,
    is_heading_text,
    whole_headings,
)
from corpus.readers.pdf_layout import Columns, line_pitch, page_lines
from corpus.readers.pdf_ocr import HOW_TO_INSTALL, is_installed, recognised_words
from corpus.readers.pdf_rows import Cell, Row, row_of
from corpus.readers.pdf_tables import page_rows
from corpus.readers.pdf_words import PageWords
from qa.errors import DocumentError

_FEW_LETTERS = 250
"""A page with fewer may be a scanned one with a stamp on it."""
_UNREADABLE = 0.3
"""Share of characters without meaning from which the text of a page is worth nothing."""
_SECONDS_FOR_PICTURES = 480
_ASIDE_SIZE = 10.0
_NOTHING = PageWords([], [], 0.0, 1.0, 0.0)
_NO_TITLE = re.compile(
    r"(?:microsoft |open)?(?:word|office|writer)\b.*|.*\.(?:docx?|odt|rtf|pdf|dotx?|txt)|untitled.*|namnlös.*"
    r"|dokument ?\d*|\W*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reading:
    """What came of the pages: their rows, and the counted numbers of those with trouble."""

    pages: list[PageRows] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    with_comments: list[int] = field(default_factory=list)


def read_pdf(data: bytes, name: str) -> Document:
    """Return a PDF as a document.

    Scanned pages are read by text recognition where tesseract is installed with Swedish, else they
    are left out and named in a warning.

    Raises:
        DocumentError: the file is damaged, locked or too large, or no page of it has text.
    """
    with open_pdf(data, name) as file:
        reading = _read_pages(file)
        title = clean(file.title).strip()
    pages = clear_furniture(reading.pages)
    _refuse_if_empty(pages, reading, name)
    return replace(
        _document(name, pages),
        title="" if _NO_TITLE.fullmatch(title) else title,
        warnings=_warnings(reading),
    )


def _read_pages(file: PdfFile) -> _Reading:
    reading = _Reading()
    deadline = time.monotonic() + _SECONDS_FOR_PICTURES
    for index in range(len(file)):
        words = file.words(index)
        if words is None:
            reading.damaged.append(index + 1)
            words = _NOTHING
        elif _has_few(words) and (words.unreadable > _UNREADABLE or file.is_picture(index)):
            words = _of_picture(file, index, words, deadline, reading)
        reading.pages.append(PageRows(_rows(words), words.top, words.bottom))
    reading.with_comments = [index + 1 for index in file.with_comments]
    return reading


def _has_few(words: PageWords) -> bool:
    letters = sum(len(word.text) for word in words.words)
    return letters < _FEW_LETTERS or words.unreadable > _UNREADABLE


def _of_picture(file: PdfFile, index: int, words: PageWords, deadline: float, reading: _Reading) -> PageWords:
    """Return the words of a scanned page, as recognised where that gives more than the file has."""
    present = _NOTHING if words.unreadable > _UNREADABLE else words
    found = None
    if is_installed() and time.monotonic() < deadline:
        picture, dots_per_point = file.picture(index)
        found = recognised_words(picture, dots_per_point)
        height = max((word.baseline for word in found or ()), default=1.0)
    if found is None:
        reading.unread.append(index + 1)
    elif len(found) > len(present.words):
        reading.recognised.append(index + 1)
        return PageWords(found, [], 0.0, max(height, words.bottom - words.top), 0.0)
    return present


def _rows(words: PageWords) -> list[Row]:
    """Return the rows of a page, then what is printed along its margins."""
    places = (0.0, 0.0, words.bottom, _ASIDE_SIZE)
    return page_rows(words) + [row_of([Cell(text, *places, bold=False)]) for text in words.aside]


def _document(name: str, pages: Sequence[Cleared]) -> Document:
    """Set the pages one after the other; each begins where the one before it ends."""
    pitch = line_pitch(page.rows for page in pages)
    levels = heading_levels(page.rows for page in pages)
    gutters = find_gutters(page.rows for page in pages)
    ordered = [in_reading_order(page.rows, gutters) for page in pages]
    columns = Columns(ordered)
    texts: list[str] = []
    placed: list[Page] = []
    headings: list[Heading] = []
    end = 0
    for page, rows_in_order in zip(pages, ordered, strict=True):
        start = end
        rows = page_lines(rows_in_order, pitch, columns)
        for text, level in _lines(whole_headings(rows, levels, columns), levels):
            if level:
                headings.append(Heading(end, level))
            texts.append(text)
            end += len(text)
        placed.append(Page(page.number, start, end))
    return Document(name, "".join(texts), tuple(placed), headings=tuple(headings))


def _lines(rows: Iterable[Row | None], levels: Mapping[Face, int]) -> Iterator[tuple[str, int]]:
    """Yield the lines of a page, with the level of the heading that begins there, 0 for none."""
    above: Row | None = None
    for row in rows:
        if row is None:
            yield "\n", 0
        else:
            begins = is_heading_text(row) and (above is None or face_of(above) != face_of(row))
            yield clean(f"{row.text}\n"), levels.get(face_of(row), 0) if begins else 0
        above = row


def _refuse_if_empty(pages: Sequence[Cleared], reading: _Reading, name: str) -> None:
    if reading.unread and len(reading.unread) + len(reading.damaged) == len(pages):
        if is_installed():
            raise DocumentError(f"{name} är inskannad, och textigenkänningen tesseract gav ingen text.")
        raise DocumentError(
            f"{name} är inskannad: den har bilder av sidor men ingen text. Vill du läsa den, "
            f"{HOW_TO_INSTALL} och läs in filen igen."
        )
    if not any(page.rows for page in pages):
        raise DocumentError(
            f"{name} har ingen text. Kontrollera att den går att läsa, eller exportera den på nytt."
        )


def _warnings(reading: _Reading) -> tuple[str, ...]:
    """Say in Swedish which pages could not be read as text; pages are counted from 1."""
    warnings = []
    if reading.damaged:
        warnings.append(f"PDF-filen är skadad på {_pages(reading.damaged)}, som inte lästes.")
    if reading.with_comments:
        warnings.append(
            f"PDF-filen har kommentarer eller ifyllda fält som inte syns på {_pages(reading.with_comments)}; "
            "de lästes inte."
        )
    if reading.unread:
        advice = "Textigenkänningen hann inte med." if is_installed() else f"Vill du läsa, {HOW_TO_INSTALL}."
        warnings.append(f"PDF-filen är inskannad på {_pages(reading.unread)}, som inte lästes. {advice}")
    if reading.recognised:
        warnings.append(
            f"PDF-filen är inskannad på {_pages(reading.recognised)}, som lästes med textigenkänning. "
            "Kontrollera citat mot originalet."
        )
    return tuple(warnings)


def _pages(numbers: Sequence[int]) -> str:
    """Write ``sida 2`` or ``sidorna 2–4 och 7``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    written = ["–".join(map(str, span)) for span in spans]
    listed = ", ".join(written[:-1]) + " och " * (len(written) > 1) + written[-1]
    return f"sidorna {listed}" if len(numbers) > 1 else f"sida {listed}"
