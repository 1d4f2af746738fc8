"""A file as pages of text: what every reader gives and every parser takes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The stretch ``text[start:end]`` of a document that stands on one page.

    ``number`` is the page's number, 1 or more, where the file format knows it (a PDF, form
    feeds), else None; printed page numbers are found later, among the page furniture. A reader
    that sees where things stand on the page (a PDF) takes the furniture out itself, and gives the
    printed numbers.
    """

    number: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """The line of a document that begins at the offset ``start`` is set as a heading.

    ``level`` is 1 for the highest. A style says this, so it holds for what people set as headings.
    """

    start: int
    level: int


@dataclass(frozen=True, slots=True)
class Document:
    r"""A decoded file: NFC, ``\n`` line ends, pages in order that cover the whole text.

    The rest is what only some formats know, empty elsewhere. ``headings`` are in order.
    ``running`` are the lines of page headers and footers that the format keeps apart from the
    text. ``reflows`` tells that each line is a whole paragraph, which a page only wraps when shown.
    ``title`` is what the file's own properties say. ``warnings`` are Swedish sentences about what
    could not be read.
    """

    source_file: str
    text: str
    pages: tuple[Page, ...]
    headings: tuple[Heading, ...] = ()
    running: tuple[str, ...] = ()
    reflows: bool = False
    title: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document, verbatim and without its line end.

    ``start`` is its offset in ``Document.text``; ``page`` the page number, None where unknown;
    ``level`` that of a heading by its style, 1 the highest, 0 for other lines.
    """

    text: str
    start: int
    page: int | None = None
    level: int = 0
