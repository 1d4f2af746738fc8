"""The order in which rows of a page are read: across, or one column after the other.

Rows are read across where cells belong together: labels and values, tables, names and parties. A
column is read to its end only where that is sure: running text set in columns, and lists of people
side by side.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from corpus.layout.lines import starts_lower
from corpus.readers.pdf_margin import beside_margin
from corpus.readers.pdf_rows import Cell, Row, row_of
from corpus.readers.pdf_tables import is_wrapped

_GUTTER = 1.0
"""Least width of the white between columns, in sizes of the letters."""
_MIN_ROWS = 4
_MIN_WRAPS, _MIN_PROSE = 3, 20
"""Lines of a column that are wrapped, and their usual number of characters."""
_MIN_LINES = 2
_BESIDE = 0.9
"""Rows nearer than so many sizes stand side by side."""
_BESIDE_COLUMN = 3.0
"""Points that the gutter is left of the column after it."""
_MOST, _LEVEL = 0.6, 0.7
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


def find_gutters(pages: Iterable[Sequence[Row]]) -> tuple[float, ...]:
    """Return the x of the white between columns of running text, those of the whole file.

    Columns are sure where lines are wrapped on both sides; then pages with less text have them too.
    """
    gutters: list[float] = []
    for rows in pages:
        for index, row in enumerate(rows):
            known = any(_is_white(row, gutter) for gutter in gutters)
            block = None if known else _block_at(rows, index, _are_text)
            if block is not None:
                gutters.append(block.right - _BESIDE_COLUMN)
    return tuple(sorted(gutters))


def in_reading_order(rows: Sequence[Row], gutters: Sequence[float] = ()) -> list[Row]:
    """Return the rows of a page, from top to bottom, in the order in which they are read.

    Args:
        rows: the rows of the page.
        gutters: where the white is between columns of running text, from ``find_gutters``.
    """
    ordered: list[Row] = []
    for stretch, is_parted in _stretches(rows, gutters[0]) if gutters else [(list(rows), False)]:
        if is_parted:
            left, right = _sides(stretch, gutters[0])
            ordered += in_reading_order(left) + in_reading_order(right, gutters[1:])
        elif gutters:
            ordered += in_reading_order(stretch, gutters[1:])
        else:
            ordered += _lists_in_order(beside_margin(stretch))
    return ordered


def _stretches(rows: Sequence[Row], gutter: float) -> Iterator[tuple[list[Row], bool]]:
    """Yield the rows that reach over a gutter and those that leave it white, which have columns."""
    for white, group in groupby(rows, key=lambda row: _is_white(row, gutter)):
        stretch = list(group)
        left, right = _sides(stretch, gutter) if white else ([], [])
        yield stretch, min(len(left), len(right)) >= _MIN_LINES and _begins_at(right, gutter)


def _is_white(row: Row, gutter: float) -> bool:
    return not row.settled and not any(cell.left < gutter < cell.right for cell in row.cells)


def _begins_at(rows: Sequence[Row], gutter: float) -> bool:
    """Tell whether lines of the column begin right after its gutter."""
    return min(row.left for row in rows) - gutter <= 2 * _BESIDE_COLUMN


def _lists_in_order(rows: Sequence[Row]) -> list[Row]:
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        block = _block_at(rows, index, _are_people)
        if block is None:
            ordered.append(rows[index])
            index += 1
            continue
        here = rows[block.start : block.end]
        left, right = _sides(here, (block.left + block.right) / 2)
        ordered += left
        ordered += _lists_in_order(right)
        index = block.end
    return ordered


def _block_at(
    rows: Sequence[Row], start: int, holds: Callable[[Sequence[Row], Sequence[Row]], bool]
) -> _Block | None:
    """Return the columns that begin at a row, None where what stands there is read across.

    Args:
        rows: the rows of the page.
        start: where the columns may begin.
        holds: tells of the rows of both sides whether they are columns.
    """
    cells = _cells_beside(rows, start)
    if not 1 < len(cells) <= _MOST_CELLS or rows[start].settled:
        return None
    found = [
        block
        for before, after in pairwise(cells)
        if (block := _grown(rows, start, before.right, after.left)) is not None
    ]
    columns = [
        block
        for block in found
        if holds(*_sides(rows[block.start : block.end], (block.left + block.right) / 2))
    ]
    return max(columns, key=lambda block: block.end, default=None)


def _cells_beside(rows: Sequence[Row], start: int) -> list[Cell]:
    """Return the cells of a row and of the next one, if that stands beside it but not level with it."""
    row, after = rows[start], rows[start + 1] if start + 1 < len(rows) else None
    beside = after is not None and after.baseline - row.baseline < _BESIDE * row.size
    return sorted((*row.cells, *(after.cells if after and beside else ())), key=lambda cell: cell.left)


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


def _are_text(left: Sequence[Row], right: Sequence[Row]) -> bool:
    return _is_running_text(left) and _is_running_text(right) and not _are_cells(left, right)


def _are_people(left: Sequence[Row], right: Sequence[Row]) -> bool:
    return min(len(left), len(right)) >= _MIN_ROWS and _is_people(left) and _is_people(right)


def _is_running_text(rows: Sequence[Row]) -> bool:
    """Tell whether lines are wrapped in the middle of sentences, again and again."""
    if len(rows) < _MIN_ROWS:
        return False
    edge = max(row.right for row in rows)
    wrapped = [
        row
        for row, after in pairwise(rows)
        if starts_lower(after.text)
        and after.baseline - row.baseline <= _FAR * row.size
        and is_wrapped(row, after, edge)
    ]
    return len(wrapped) >= _MIN_WRAPS and median(len(row.text) for row in wrapped) >= _MIN_PROSE


def _are_cells(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether paragraphs on both sides begin level with each other, as in a table."""
    one, other = _paragraph_starts(left), _paragraph_starts(right)
    fewer, more = sorted((one, other), key=len)
    level = sum(any(abs(start - also) <= 1 for also in more) for start in fewer)
    return len(fewer) > 1 and level >= _LEVEL * len(more)


def _paragraph_starts(rows: Sequence[Row]) -> list[float]:
    pitch = min((after.baseline - row.baseline for row, after in pairwise(rows)), default=0.0)
    return [after.baseline for row, after in pairwise(rows) if after.baseline - row.baseline > 1.3 * pitch]


def _is_people(rows: Sequence[Row]) -> bool:
    """Tell whether most lines name somebody and her party."""
    return sum(_PARTY.search(row.text) is not None for row in rows) >= _MOST * len(rows)
