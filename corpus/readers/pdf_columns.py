"""The order in which rows of a page are read: across, or one column after the other.

Rows are read across where cells belong together: labels and values, tables, names and parties. A
column is read to its end only where that is sure: running text set in columns, and lists of people
side by side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_rows import Row, row_of

_GUTTER = 1.0
"""Least width of the white between columns, in sizes of the letters."""
_MIN_ROWS = 4
_MIN_PROSE = 25
"""Characters of the usual line in a column of running text."""
_FULL, _MOST = 0.75, 0.6
_FAR = 2.2
"""Rows this many sizes apart no longer belong to the same list."""
_PARTY = re.compile(r"\([A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\)")
_MOST_CELLS = 8
"""A row with more belongs to a table."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows ``start`` to ``end`` (exclusive) that leave the stretch ``left`` to ``right`` white."""

    start: int
    end: int
    left: float
    right: float


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page, from top to bottom, in the order in which they are read."""
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        block = _block_at(rows, index)
        if block is None:
            ordered.append(rows[index])
            index += 1
            continue
        here = rows[block.start : block.end]
        left, right = _sides(here, (block.left + block.right) / 2)
        ordered += left
        ordered += in_reading_order(right)
        index = block.end
    return ordered


def _block_at(rows: Sequence[Row], start: int) -> _Block | None:
    """Return the columns that begin at a row, None where what stands there is read across."""
    cells = rows[start].cells
    if len(cells) > _MOST_CELLS or rows[start].settled:
        return None
    found = [
        block
        for before, after in pairwise(cells)
        if (block := _grown(rows, start, before.right, after.left)) is not None
    ]
    columns = [block for block in found if _are_columns(rows[block.start : block.end], block)]
    return max(columns, key=lambda block: block.end, default=None)


def _grown(rows: Sequence[Row], start: int, left: float, right: float) -> _Block | None:
    """Follow a gap downwards as far as no cell crosses it; what is left alone below is no column."""
    end = last_pair = start
    for index in range(start, len(rows)):
        row = rows[index]
        if row.settled or (index > start and row.baseline - rows[index - 1].baseline > 2 * _FAR * row.size):
            break
        narrowed = _narrowed(row, left, right)
        if narrowed is None:
            break
        left, right = narrowed
        if row.right > right:
            last_pair = index
        end = index + 1
    while end - 1 > last_pair and _is_apart(rows, last_pair, end):
        end -= 1
    return _Block(start, end, left, right) if end - start >= _MIN_ROWS else None


def _narrowed(row: Row, left: float, right: float) -> tuple[float, float] | None:
    """Return the gap that a row leaves, None where it leaves too little."""
    for cell in row.cells:
        if cell.left > left:
            right = min(right, cell.left)
        else:
            left = max(left, cell.right)
    return (left, right) if right - left >= _GUTTER * row.size else None


def _is_apart(rows: Sequence[Row], last_pair: int, end: int) -> bool:
    """Tell whether white stands between the last full row and the rows of one side below it."""
    return any(
        rows[index].baseline - rows[index - 1].baseline > _FAR * rows[index].size
        for index in range(last_pair + 1, end)
    )


def _sides(rows: Sequence[Row], middle: float) -> tuple[list[Row], list[Row]]:
    """Part each row at the middle of the gap."""
    left = [row_of(cells) for row in rows if (cells := [c for c in row.cells if c.left < middle])]
    right = [row_of(cells) for row in rows if (cells := [c for c in row.cells if c.left >= middle])]
    return left, right


def _are_columns(rows: Sequence[Row], block: _Block) -> bool:
    left, right = _sides(rows, (block.left + block.right) / 2)
    if min(len(left), len(right)) < _MIN_ROWS:
        return False
    return (_is_prose(left) and _is_prose(right)) or (_is_people(left) and _is_people(right))


def _is_prose(rows: Sequence[Row]) -> bool:
    """Tell whether most lines are of one cell, long, and as wide as the column."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    full = sum(row.right - row.left >= _FULL * width for row in rows)
    whole = sum(len(row.cells) == 1 for row in rows)
    return (
        median(len(row.text) for row in rows) >= _MIN_PROSE
        and full >= _MOST * len(rows)
        and whole >= _MOST * len(rows)
    )


def _is_people(rows: Sequence[Row]) -> bool:
    """Tell whether most lines name somebody and her party."""
    return sum(_PARTY.search(row.text) is not None for row in rows) >= _MOST * len(rows)
