"""A narrow column at the left of the text: paragraph numbers with their case numbers, labels of a form.

What stands there may be wrapped, and its lines need not be level with those of the text. So it is
gathered and put before the text that begins beside it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.headings.case_numbers import case_numbers_alone
from corpus.readers.pdf_rows import Cell, Row, hung_together, row_of
from corpus.readers.pdf_tables import joined

_NUMBER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s+)?§\s*\d.*|(?:(?:Ärende|Punkt|Nr)\s+)?\d{1,3}[.:]?")
_SAME_EDGE = 2.5
"""Points that lines of a column may begin apart."""
_WIDEST = 0.42
"""Share of the width of the text that the column takes at most."""
_LEAST_WIDTH = 350.0
_GUTTER, _TIGHT, _ABOVE, _BELOW = 0.6, 1.7, 1.05, 0.9
"""In sizes of the letters: white beside the column, distance of lines in one entry, and how much
higher or lower the text beside it may begin."""
_MIN_LINES = 3


def beside_margin(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page with what stands in the left column before its text.

    Args:
        rows: from top to bottom.
    """
    edge = _text_edge(rows)
    placed = list(rows) if edge is None else _by_stretch(rows, edge)
    return [row if row.settled else hung_together(row) for row in placed]


def _by_stretch(rows: Sequence[Row], edge: float) -> list[Row]:
    ordered: list[Row] = []
    stretch: list[Row] = []
    for row in rows:
        if _crosses(row, edge):
            ordered += _set_before(stretch, edge)
            stretch = []
            ordered.append(row)
        else:
            stretch.append(row)
    return ordered + _set_before(stretch, edge)


def _text_edge(rows: Sequence[Row]) -> float | None:
    """Return the x where the text beside a column begins, None where the page has no such column."""
    lefts = Counter(round(cell.left / _SAME_EDGE) for row in rows if not row.settled for cell in row.cells)
    start, end = min((row.left for row in rows), default=0.0), max((row.right for row in rows), default=0.0)
    for step, count in lefts.most_common(4):
        edge = (step - 0.5) * _SAME_EDGE
        if count < _MIN_LINES or not 2 * _SAME_EDGE < edge - start <= _WIDEST * max(
            end - start, _LEAST_WIDTH
        ):
            continue
        if any(row.left < edge and not _crosses(row, edge) for row in rows):
            return edge
    return None


def _crosses(row: Row, edge: float) -> bool:
    """Tell whether a row belongs to no column: a cell of it reaches over the edge of the text."""
    return row.settled or any(
        cell.left < edge and cell.right > edge - _GUTTER * cell.size for cell in row.cells
    )


def _set_before(rows: Sequence[Row], edge: float) -> list[Row]:
    """Put the entries of the column before the text beside them, where one of them is not level with it."""
    entries = list(_entries(rows, edge))
    texts = [row_of(cells) for row in rows if (cells := [c for c in row.cells if c.left >= edge])]
    loose = any(len(entry) > 1 or not _is_level(entry[0], texts) for entry in entries)
    if len(texts) < _MIN_LINES or not loose:
        return list(rows)
    ordered: list[Row] = []
    begun = 0
    for entry in entries:
        start = _beside(entry[0], texts, begun)
        ordered += texts[begun:start]
        begun = start
        first = texts[start] if start < len(texts) and _is_beside(entry[0], texts[start]) else None
        rows_of_entry, takes_first = _rows_of(entry, first)
        ordered += rows_of_entry
        begun += takes_first
    return ordered + texts[begun:]


def _entries(rows: Sequence[Row], edge: float) -> Iterator[list[Cell]]:
    """Yield the cells of each entry of the column: a label, or a number and what belongs to it."""
    entry: list[Cell] = []
    for row in rows:
        cells = [cell for cell in row.cells if cell.left < edge]
        if not cells:
            continue
        alone = row.right < edge
        if entry and not _goes_on(entry, cells[0], alone=alone):
            yield entry
            entry = []
        entry += cells
    if entry:
        yield entry


def _goes_on(entry: Sequence[Cell], cell: Cell, *, alone: bool) -> bool:
    """Tell whether a line of the column belongs to the entry above it."""
    last = entry[-1]
    if cell.baseline - last.baseline > _TIGHT * max(last.size, cell.size) or _NUMBER.fullmatch(cell.text):
        return False
    wrapped = last.text.endswith("-") or cell.text[:1].islower()
    return wrapped or _NUMBER.fullmatch(entry[0].text) is not None or (alone and cell.bold == last.bold)


def _is_level(cell: Cell, texts: Sequence[Row]) -> bool:
    return any(text.baseline == cell.baseline or abs(text.baseline - cell.baseline) < 1 for text in texts)


def _beside(cell: Cell, texts: Sequence[Row], begun: int) -> int:
    """Return the first line of the text that stands beside an entry, or below it."""
    for index in range(begun, len(texts)):
        higher = cell.baseline - texts[index].baseline
        if higher <= _SAME_EDGE:
            return index
        gap = texts[index].baseline - texts[index - 1].baseline if index else math.inf
        if higher <= _ABOVE * texts[index].size and gap > _TIGHT * texts[index].size:
            return index
    return len(texts)


def _is_beside(cell: Cell, text: Row) -> bool:
    lower = text.baseline - cell.baseline
    return -_ABOVE * text.size <= lower <= _BELOW * min(text.size, cell.size)


def _rows_of(entry: Sequence[Cell], text: Row | None) -> tuple[list[Row], bool]:
    """Return an entry as rows, and whether the line of the text beside it is in them."""
    lines = [row_of([entry[0]])]
    numbered = _NUMBER.fullmatch(entry[0].text) is not None
    for cell in entry[1:]:
        wrapped = lines[-1].text.endswith("-") or not numbered
        if wrapped:
            lines[-1] = joined(lines[-1], row_of([cell]))
        else:
            lines.append(row_of([cell]))
    if numbered and len(lines) > 1 and case_numbers_alone(lines[1].text):
        lines[:2] = [joined(lines[0], lines[1])]
        return lines, False
    if text is None or len(lines) > 1:
        return lines, False
    if numbered:
        cells = (joined(lines[0], replace(text, cells=text.cells[:1])).cells[0], *text.cells[1:])
    else:
        cells = (*lines[0].cells, *text.cells)
    return [replace(row_of(cells), baseline=text.baseline)], True
