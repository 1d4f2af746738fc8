"""PDF files for the tests, set by reportlab: lines wrapped, paged, with running header and footer."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

REGULAR, BOLD = "Helvetica", "Helvetica-Bold"
_TOP, _FOOT = 100.0, 80.0


@dataclass(frozen=True)
class Style:
    """How a file is set: sizes in points, ``header`` and ``footer`` lines with {page} and {pages}."""

    size: float = 10.0
    leading: float = 1.2
    after: float = 0.0
    margin: float = 70.0
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a row of cells; ``larger`` points are added to a heading's size."""

    text: str
    bold: bool = False
    larger: float = 0.0
    new_page: bool = False
    cells: tuple[str, ...] = ()


def write_pdf(pieces: Sequence[Piece], style: Style) -> bytes:
    """Return a PDF with the pieces one below the other."""
    pages = _pages(pieces, style)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=True)
    for number, lines in enumerate(pages, 1):
        _draw_edges(canvas, style, number, len(pages))
        for x, y, text, piece in lines:
            canvas.setFont(BOLD if piece.bold else REGULAR, style.size + piece.larger)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def drawn(
    *texts: tuple[float, float, str],
    pages: int = 1,
    lock: str = "",
    lines: Sequence[tuple[float, float, float, float]] = (),
) -> bytes:
    """Return a PDF with the texts at their places (x and y in points from the lower left) on each page.

    ``lines`` go from one point to another.
    """
    buffer = io.BytesIO()
    encryption = StandardEncryption(lock) if lock else None
    canvas = Canvas(buffer, A4, invariant=not lock, encrypt=encryption)
    for _ in range(pages):
        canvas.setFont(REGULAR, 10)
        for x, y, text in texts:
            canvas.drawString(x, y, text)
        for line in lines:
            canvas.line(*line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float, float, float]]:
    """Return the lines of a table whose cells part at these x and y."""
    level = [(xs[0], y, xs[-1], y) for y in ys]
    return level + [(x, ys[0], x, ys[-1]) for x in xs]


def set_lines(x: float, y: float, *lines: str, leading: float = 12.0) -> list[tuple[float, float, str]]:
    """Return lines one below the other, the first at a place."""
    return [(x, y - leading * n, line) for n, line in enumerate(lines)]


def _pages(pieces: Sequence[Piece], style: Style) -> list[list[tuple[float, float, str, Piece]]]:
    pages: list[list[tuple[float, float, str, Piece]]] = [[]]
    y = A4[1] - _TOP
    for piece in pieces:
        if piece.new_page and pages[-1]:
            pages.append([])
            y = A4[1] - _TOP
        for row in _rows(piece, style):
            y -= (style.size + piece.larger) * style.leading
            if y < _FOOT:
                pages.append([])
                y = A4[1] - _TOP - (style.size + piece.larger) * style.leading
            pages[-1] += [(x, y, text, piece) for x, text in row]
        y -= style.after
    return pages


def _rows(piece: Piece, style: Style) -> list[list[tuple[float, str]]]:
    """Return the lines of a piece, each as texts and their x; wrapped where they are too long."""
    if piece.cells:
        step = (A4[0] - 2 * style.margin) / len(piece.cells)
        columns = [_wrapped(cell, piece, style, step - 15) for cell in piece.cells]
        return [
            [
                (style.margin + step * n, column[line])
                for n, column in enumerate(columns)
                if line < len(column)
            ]
            for line in range(max(map(len, columns)))
        ]
    lines = [line for text in piece.text.split("\n") for line in _wrapped(text, piece, style)]
    return [[(style.margin, line)] for line in lines]


def _wrapped(text: str, piece: Piece, style: Style, width: float | None = None) -> list[str]:
    font, size = BOLD if piece.bold else REGULAR, style.size + piece.larger
    room = width or A4[0] - 2 * style.margin
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1].strip() and stringWidth(longer, font, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _draw_edges(canvas: Canvas, style: Style, page: int, pages: int) -> None:
    """Draw header and footer; a tab in a line parts left from right."""
    canvas.setFont(REGULAR, 9)
    placed = [(A4[1] - 40 - 12 * n, line) for n, line in enumerate(style.header)]
    placed += [(50 - 12 * n, line) for n, line in enumerate(style.footer)]
    for y, line in placed:
        left, _, right = line.format(page=page, pages=pages).partition("\t")
        canvas.drawString(style.margin, y, left)
        if right:
            canvas.drawRightString(A4[0] - style.margin, y, right)


def raw_pdf(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of the objects as they are, numbered from 1; the first is the catalogue."""
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(body)


def page_with(content: bytes, entries: bytes = b"", box: bytes = b"[0 0 595 842]") -> bytes:
    """Return a PDF of one page with this (packed) content stream."""
    packed = zlib.compress(content, 9)
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
            b"%b >> >>" % (box, entries),
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )
