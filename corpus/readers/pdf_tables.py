"""Rows of a page whose tables have ruling lines: each cell is read whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, zip_longest

from corpus.layout.joining import between_lines
from corpus.layout.lines import runs_on, starts_lower
from corpus.readers.cells import is_narrow
from corpus.readers.pdf_grid import Grid, find_grids
from corpus.readers.pdf_rows import Cell, Row, row_of, rows_of
from corpus.readers.pdf_words import PageWords, Word

_AFTER_PARTY = re.compile(r"[,;)]\s*[^\s,;)][^,;)]*$")
"""Words after the last sign that ends an entry of a list."""
_OF_A_PLACE = re.compile(r"(?:Stad|Kommun|Region)s?\b")
_PADDING = 6.0
"""Points that text keeps from the line at its right, at most."""
_SPACE = 0.25
_LONGEST = 12
"""Lines of a paragraph from which a cell holds running text."""
_SAME_BASELINE = 0.4
_ALIGNED, _LISTED, _WRAPPED = 0.7, 4, 0.4
"""Share of lines at one height, and their number, from which cells are lists that belong line by line;
share of wrapped lines from which they are not."""


def page_rows(page: PageWords) -> list[Row]:
    """Return the rows of a page from top to bottom, those of a table with ruling lines cell by cell."""
    grids = find_grids(page.rulings) if page.rulings.level and page.rulings.upright else []
    if not grids:
        return rows_of(page.words)
    outside: list[Word] = []
    inside: defaultdict[int, defaultdict[int, list[Word]]] = defaultdict(lambda: defaultdict(list))
    by_size = sorted(range(len(grids)), key=lambda n: _area(grids[n]))
    for word in page.words:
        x, y = (word.left + word.right) / 2, word.baseline - word.size / 3
        places = ((n, cell) for n in by_size if (cell := grids[n].cell_at(x, y)) is not None)
        place = next(places, None)
        if place is None:
            outside.append(word)
        else:
            inside[place[0]][place[1]].append(word)
    stretches = [[row] for row in rows_of(outside)]
    stretches += (stretch for n, cells in inside.items() for stretch in _table(grids[n], cells))
    stretches.sort(key=lambda stretch: min(row.baseline for row in stretch))
    return list(chain.from_iterable(stretches))


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _table(grid: Grid, words: dict[int, list[Word]]) -> Iterator[list[Row]]:
    """Yield the lines of each row of a table that has words."""
    for cells in grid.rows():
        filled = [(rows_of(words[cell]), grid.right_of(cell)) for cell in cells if words.get(cell)]
        if len(filled) == 1:
            yield from ([row] for row in filled[0][0])
        elif filled:
            yield [replace(row, settled=True) for row in _lines_of_row(filled)]


def _lines_of_row(cells: Sequence[tuple[list[Row], float]]) -> list[Row]:
    """Set the cells of a row as lines.

    Lists side by side go line by line. Else where the first cell has one line, the others go on
    from it; where it has more, one cell comes after the other.

    Args:
        cells: the lines of each and the x of its right edge; none is empty.
    """
    if _are_lists(cells):
        return rows_across(chain.from_iterable(rows for rows, _ in cells))
    whole = [_unwrapped(rows, edge) for rows, edge in cells]
    if any(lines is None for lines in whole):
        return [row for rows, _ in cells for row in rows]
    texts = [lines for lines in whole if lines is not None]
    if len(texts[0]) > 1 and sum(len(lines) > 1 for lines in texts) > 1:
        return list(chain.from_iterable(texts))
    first = row_of([cell for lines in texts for cell in lines[0].cells])
    return [first, *(line for lines in texts for line in lines[1:])]


def rows_across(rows: Iterable[Row]) -> list[Row]:
    """Join rows at one height, from left to right."""
    joined: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.baseline):
        if joined and abs(row.baseline - joined[-1][0].baseline) <= _SAME_BASELINE * row.size:
            joined[-1].append(row)
        else:
            joined.append([row])
    return [
        row_of(sorted((cell for row in level for cell in row.cells), key=lambda cell: cell.left))
        for level in joined
    ]


def _are_lists(cells: Sequence[tuple[list[Row], float]]) -> bool:
    """Tell whether the lines of tall cells belong together, as names and their votes."""
    tall = [(rows, edge) for rows, edge in cells if len(rows) > 1]
    if len(tall) < 2:
        return False
    longest, _ = max(tall, key=lambda cell: len(cell[0]))
    heights = [row.baseline for row in longest]
    for rows, edge in tall:
        aligned = sum(
            any(abs(row.baseline - height) <= _SAME_BASELINE * row.size for height in heights) for row in rows
        )
        if aligned < _ALIGNED * len(rows):
            return False
        wraps = sum(is_wrapped(row, after, edge) for row, after in pairwise(rows))
        if wraps > _WRAPPED * len(rows) and rows is not longest:
            return False
    narrow = any(all(is_narrow(row.text) for row in rows) for rows, _ in tall)
    equal = len({len(rows) for rows, _ in tall}) == 1
    return len(longest) >= _LISTED or (narrow and equal)


def is_wrapped(row: Row, following: Row, edge: float) -> bool:
    """Tell whether a line ends because the next word had no room before the edge at its right."""
    if len(row.text.split()) < 2 and not row.text.endswith("-"):
        return False
    word = following.cells[0]
    first = len(word.text.split(" ")[0]) / len(word.text) * (word.right - word.left)
    return row.right + _SPACE * row.size + first > edge - _PADDING


def _unwrapped(rows: Sequence[Row], edge: float) -> list[Row] | None:
    """Join the wrapped lines of a cell; None where it holds running text."""
    lines: list[Row] = []
    count = 0
    for row, before in zip_longest(rows, [None, *rows[:-1]]):
        if before is not None and is_wrapped(before, row, edge) and _may_go_on(before.text, row.text):
            lines[-1] = joined(lines[-1], row)
            count += 1
        else:
            lines.append(row)
            count = 1
        if count > _LONGEST:
            return None
    return lines


def _may_go_on(text: str, following: str) -> bool:
    """Tell whether a capital letter at the start of a line may stand inside a sentence or a name."""
    unfinished = _AFTER_PARTY.search(text) or (text.endswith("s") and _OF_A_PLACE.match(following))
    return starts_lower(following) or runs_on(text) or not following[:1].isalpha() or bool(unfinished)


def joined(row: Row, following: Row) -> Row:
    """Join a row and its continuation to one, which stands where it began."""
    text, begun = following.text.replace("\t", " "), row.cells[-1]
    between, drop = between_lines(begun.text, text, frozenset())
    whole = f"{begun.text[:-1] if drop else begun.text}{between}{text}"
    last = Cell(
        text=whole,
        left=begun.left,
        right=max(begun.right, following.right),
        baseline=begun.baseline,
        size=max(begun.size, following.size),
        bold=begun.bold and following.bold,
    )
    return replace(row_of([*row.cells[:-1], last], settled=row.settled), baseline=row.baseline)
