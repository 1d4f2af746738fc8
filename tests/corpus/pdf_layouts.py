"""Minutes printed as case systems and offices print them: columns, numbers in the margin, tight headings."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.pdf_writer import BOLD, REGULAR
from tests.corpus.render import Kind, Part, Sheet

_SIZE, _TOP, _FOOT = 10.0, 90.0, 70.0
_LEFT, _RIGHT = 60.0, 540.0


@dataclass(frozen=True)
class Layout:
    """``columns`` of text; ``margin`` is how far numbers of items stand left of it; ``after`` a paragraph."""

    columns: int = 1
    margin: float = 0.0
    after: float = 6.0
    size_of_headings: float = _SIZE
    boxed: bool = False


@dataclass(frozen=True)
class _Line:
    text: str
    font: str = REGULAR
    size: float = _SIZE
    number: str = ""
    after: float = 0.0
    together: int = 1
    """Lines from here on that must stand in one column: a heading and the line after it."""


def _lines(sheet: Sheet, layout: Layout, width: float) -> Iterator[_Line]:
    for part in sheet.parts:
        font = BOLD if part.kind is Kind.HEADING else REGULAR
        size = layout.size_of_headings if part.level == 2 else _SIZE
        number = part.mark if layout.margin and part.level == 2 else ""
        text = part.text if number else f"{part.mark} {part.text}".strip()
        wrapped = [line for piece in _pieces(part, text) for line in _wrapped(piece, font, size, width)]
        for index, line in enumerate(wrapped):
            last = index == len(wrapped) - 1
            together = len(wrapped) - index + 1 if part.kind is Kind.HEADING else 1
            yield _Line(
                line, font, size, number if index == 0 else "", layout.after if last else 0.0, together
            )


def _pieces(part: Part, text: str) -> list[str]:
    return [": ".join(part.cells)] if part.cells else text.split("\n")


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and stringWidth(longer, font, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def printed(sheet: Sheet, layout: Layout) -> bytes:
    """Return minutes as PDF in a layout."""
    left = _LEFT + layout.margin
    step = (_RIGHT - left) / layout.columns
    width = step - (20 if layout.columns > 1 else 0)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=True)
    column, y, page = 0, A4[1] - _TOP, 1
    _edges(canvas, sheet, layout, page)
    for line in _lines(sheet, layout, width):
        y -= 1.2 * line.size
        if y - 1.2 * line.size * (line.together - 1) < _FOOT:
            column, y = column + 1, A4[1] - _TOP - 1.2 * line.size
            if column == layout.columns:
                canvas.showPage()
                column, page = 0, page + 1
                _edges(canvas, sheet, layout, page)
        if line.number:
            canvas.setFont(BOLD, _SIZE)
            canvas.drawString(_LEFT, y - 2, line.number)
        canvas.setFont(line.font, line.size)
        canvas.drawString(left + column * step, y, line.text)
        y -= line.after
    canvas.save()
    return buffer.getvalue()


def _edges(canvas: Canvas, sheet: Sheet, layout: Layout, page: int) -> None:
    """Draw a page header of three fields, in boxes with ruling lines or without."""
    canvas.setFont(REGULAR, 8)
    fields = (sheet.header[:2], ("Protokoll", "Sammanträde"), ("Sida", f"{page}"))
    for n, texts in enumerate(fields):
        x = _LEFT + 160 * n
        for row, text in enumerate(texts):
            canvas.drawString(x + 4, A4[1] - 40 - 10 * row, text)
        if layout.boxed:
            canvas.rect(x, A4[1] - 60, 160, 32)


LAYOUTS: Mapping[str, Callable[[Sheet], bytes]] = {
    name: lambda sheet, layout=layout: printed(sheet, layout)
    for name, layout in {
        "two columns": Layout(columns=2),
        "numbers in the margin": Layout(margin=90.0, boxed=True),
        "tight": Layout(after=0.0),
        "larger headings": Layout(size_of_headings=14.0, boxed=True),
    }.items()
}
