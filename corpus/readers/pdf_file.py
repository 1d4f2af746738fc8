"""A PDF opened with pdfium: its pages as words or as pictures, and what its properties say."""

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from corpus.readers.pdf_fields import settle_fields
from corpus.readers.pdf_rulings import read_rulings
from corpus.readers.pdf_words import PageWords, read_words
from qa.errors import DocumentError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 5000
_MOST_PIXELS = 25_000_000
_DOTS_PER_POINT = 300 / 72
"""300 dots an inch: what text recognition is made for."""
_PICTURE_DEPTH = 3
_PICTURE_SHARE = 0.5
"""Share of a page that a scanned picture covers at least."""
_LOCKED, _LOCKED_OTHERWISE = 4, 5
"""What pdfium says of a file that asks for a password, or is locked in a way it does not know."""


class PdfFile:
    """The pages of an open PDF, counted from 0."""

    def __init__(self, document: "PdfDocument") -> None:
        self._document = document
        self.with_comments: list[int] = []
        """The pages, of those read so far, with comments or fields that do not show."""

    def __len__(self) -> int:
        return len(self._document)

    @property
    def title(self) -> str:
        """The title in the file's properties, as they give it."""
        title: str = self._document.get_metadata_value("Title")
        return title

    def words(self, index: int) -> PageWords | None:
        """Return the words of a page, None where the page is damaged."""
        from pypdfium2 import PdfiumError

        try:
            with closing(self._settled(index)) as page, closing(page.get_textpage()) as text:
                return read_words(text, page.get_bbox(), read_rulings(page))
        except PdfiumError:
            return None

    def _settled(self, index: int) -> "PdfPage":
        """Open a page with what is laid upon it."""
        page = self._document[index]
        is_changed, has_comments = settle_fields(page)
        if has_comments:
            self.with_comments.append(index)
        if is_changed:
            page.close()
            page = self._document[index]
        return page

    def is_picture(self, index: int) -> bool:
        """Tell whether pictures cover most of a page: then it is scanned."""
        from pypdfium2 import PdfiumError, raw

        try:
            with closing(self._document[index]) as page:
                left, bottom, right, top = page.get_bbox()
                covered = 0.0
                for picture in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_PICTURE_DEPTH):
                    x0, y0, x1, y1 = picture.get_bounds()
                    width, height = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
                    covered += max(width, 0.0) * max(height, 0.0)
        except PdfiumError:
            return False
        share: float = covered / max((right - left) * (top - bottom), 1.0)
        return share >= _PICTURE_SHARE

    def picture(self, index: int) -> tuple[bytes, float]:
        """Draw a page in grey.

        Returns:
            The picture as PGM, and how many dots it has to a point.
        """
        with closing(self._document[index]) as page:
            scale = _scale(page)
            bitmap = page.render(scale=scale, grayscale=True)
            with closing(bitmap):
                width, height, stride = bitmap.width, bitmap.height, bitmap.stride
                dots = bytes(bitmap.buffer)
        rows = b"".join(dots[row * stride : row * stride + width] for row in range(height))
        return b"P5 %d %d 255\n" % (width, height) + rows, scale


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[PdfFile]:
    """Open a PDF; one that is locked only against changes opens without a password.

    Args:
        data: the bytes of the file.
        name: the file's name, for messages.

    Raises:
        DocumentError: the file is damaged, locked, or has too many pages.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise DocumentError(_why_closed(name, error.err_code)) from error
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise DocumentError(
                f"{name} har {len(document)} sidor, mer än gränsen på {_MOST_PAGES}. "
                "Dela filen, ett sammanträde per fil."
            )
        yield PdfFile(document)


def _why_closed(name: str, code: int | None) -> str:
    if code == _LOCKED:
        return f"{name} är låst med lösenord. Spara en kopia utan lösenord och läs in den i stället."
    if code == _LOCKED_OTHERWISE:
        return (
            f"{name} är låst på ett sätt som inte kan öppnas. Spara en olåst kopia och läs in den i stället."
        )
    return f"{name} är ingen hel PDF-fil. Hämta eller exportera den på nytt och läs in den igen."


def _scale(page: "PdfPage") -> float:
    """Return how many dots to draw a point with, fewer where the page is huge."""
    width, height = page.get_size()
    most = math.sqrt(_MOST_PIXELS / max(width * height, 1.0))
    return min(_DOTS_PER_POINT, most)
