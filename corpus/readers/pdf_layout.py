"""Rows of a PDF as lines, with blank lines where the print sets blocks apart.

Two things set apart: white above a row, and a change between regular and bold or larger letters,
as at a heading.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.readers.pdf_rows import Row
from corpus.readers.pdf_tables import is_wrapped

_STEP = 0.05
_LEAST_PITCH, _MOST_PITCH = 0.9, 3.0
"""Distances of baselines, in sizes of the letters, that may be within a paragraph."""
_USUAL, _MOST = 0.12, 0.6
"""Share of all distances from which one is usual, and from which it is that of most lines."""
_WHITE = 1.2
"""A distance so many times the usual one is white between blocks."""
_BLANK_LINE = 1.8
"""A distance so many times the narrowest one is a blank line."""
_LARGER = 1.12
_COLUMN_STEP, _FARTHER = 12.0, 0.04
"""Points that lines of a column may begin apart, and the share of them that reach over its edge."""
_FULL = 0.88
"""Share of the width of the column from which a line has no room for another word."""


class Columns:
    """How far the lines of a file reach that begin at about the same x."""

    def __init__(self, pages: Iterable[Sequence[Row]]) -> None:
        self._ends: defaultdict[int, list[float]] = defaultdict(list)
        for rows in pages:
            for row in rows:
                step = round(row.cells[0].left / _COLUMN_STEP)
                for near in (step - 1, step, step + 1):
                    self._ends[near].append(row.cells[0].right)

        for ends in self._ends.values():
            ends.sort()

    def right_edge(self, row: Row) -> float:
        """Return the x where lines that begin like this row are wrapped: few reach farther."""
        ends = self._ends[round(row.left / _COLUMN_STEP)]
        return ends[-min(len(ends), 1 + int(_FARTHER * len(ends)))] if ends else row.right


def line_pitch(pages: Iterable[Sequence[Row]]) -> float:
    """Return how far apart the lines of a paragraph are, in sizes of their letters.

    It is the narrowest distance that is usual in the file: between paragraphs it is wider. Where
    most lines have one distance it is that, even if some are closer: there each line is set apart,
    and that tells nothing of paragraphs.
    """
    distances = Counter(
        round((row.baseline - above.baseline) / row.size / _STEP)
        for rows in pages
        for above, row in pairwise(rows)
        if _is_same_size(above, row)
        and _LEAST_PITCH <= (row.baseline - above.baseline) / max(row.size, 1) <= _MOST_PITCH
    )
    total = sum(distances.values())
    shares = {step: sum(distances[step + n] for n in (-1, 0, 1)) / total for step in sorted(distances)}
    usual = [step for step, share in shares.items() if share >= _USUAL]
    if not usual:
        return 1.0
    most = [step for step in usual if shares[step] >= _MOST and step < _BLANK_LINE * usual[0]]
    first = (most or usual)[0]
    return max(range(first, first + 3), key=lambda step: distances[step]) * _STEP


def page_lines(rows: Sequence[Row], pitch: float, columns: Columns) -> list[Row | None]:
    """Return the rows of a page with None for a blank line between them.

    Args:
        rows: the rows in reading order.
        pitch: how far apart the lines of a paragraph are, from ``line_pitch``.
        columns: how far lines reach: a sentence that ends where the next word had room ends a paragraph.
    """
    lines: list[Row | None] = []
    width = max((row.right for row in rows), default=0.0)
    for index, row in enumerate(rows):
        above = rows[index - 1]
        if index and (_is_apart(above, row, pitch, width) or _ends_paragraph(above, row, columns)):
            lines.append(None)
        lines.append(row)
    return lines


def _ends_paragraph(above: Row, row: Row, columns: Columns) -> bool:
    return (
        len(above.cells) == len(row.cells) == 1
        and above.text.endswith((".", "!", "?"))
        and row.text[:1].isupper()
        and not is_wrapped(above, row, columns.right_edge(above))
    )


def _is_apart(above: Row, row: Row, pitch: float, width: float) -> bool:
    distance = (row.baseline - above.baseline) / max(row.size, above.size, 1)
    if distance < 0 or distance > _WHITE * pitch:
        return True
    changes = above.bold != row.bold or not _is_same_size(above, row)
    runs_on = above.right >= _FULL * width and not above.text.endswith((".", "!", "?", ":"))
    return changes and not runs_on


def _is_same_size(above: Row, row: Row) -> bool:
    larger, smaller = max(above.size, row.size), min(above.size, row.size)
    return larger <= _LARGER * smaller
