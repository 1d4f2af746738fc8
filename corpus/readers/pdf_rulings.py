"""Ruling lines of a PDF page: the straight strokes and thin bars that part the cells of tables.

Office programs draw a border as a stroke, as a bar filled with ink, or as a box; each is taken as
the lines that one sees.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, raw

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points; y grows upwards."""

_THIN = 3.0
"""Points: what is no thicker is a line."""
_SHORTEST = 6.0
_MOST_OBJECTS, _MOST_RULINGS, _MOST_SEGMENTS = 8000, 1500, 400
"""A page with more is a drawing, and has no tables worth looking for."""


def read_rulings(page: "PdfPage") -> list[Box]:
    """Return the ruling lines of a page as thin boxes; none for a page that is a drawing."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page.raw)
    found: list[Box] = []
    if count > _MOST_OBJECTS:
        return found
    for index in range(count):
        shape = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH or not _is_visible(shape):
            continue
        box = _bounds(shape)
        found += [box] if _is_line(box) else _sides(shape)
        if len(found) > _MOST_RULINGS:
            return []
    return found


def _is_visible(shape: "raw.FPDF_PAGEOBJECT") -> bool:
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke)) and bool(fill.value or stroke.value)


def _bounds(shape: "raw.FPDF_PAGEOBJECT") -> Box:
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _sides(shape: "raw.FPDF_PAGEOBJECT") -> list[Box]:
    """Return the level and upright sides of a shape: of a box, or of a whole table drawn at once."""
    points = list(_points(shape))
    sides = [
        (min(x, u), min(y, v), max(x, u), max(y, v))
        for (_, x, y), (is_line, u, v) in pairwise(points)
        if is_line
    ]
    return [side for side in sides if _is_line(side)]


def _points(shape: "raw.FPDF_PAGEOBJECT") -> Iterator[tuple[bool, float, float]]:
    """Yield the corners of a shape, each with whether a straight line leads to it; curves break off."""
    from pypdfium2 import raw

    count = raw.FPDFPath_CountSegments(shape)
    if count > _MOST_SEGMENTS:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begun: tuple[float, float] | None = None
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = here
        yield kind == raw.FPDF_SEGMENT_LINETO, *here
        if begun is not None and raw.FPDFPathSegment_GetClose(segment):
            yield True, *begun


def _is_line(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THIN and max(width, height) >= _SHORTEST
