"""Cells of the tables of a page, found by the ruling lines around them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_SAME = 3.0
"""Points that two lines may lie apart and still meet, or be one."""
_LEAST_CELL = 4.0
_MOST_FIELDS = 2500


class Edge(NamedTuple):
    """A ruling line, level or upright: its y or x, and how far it reaches in the other direction."""

    place: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The ruling lines of a page: ``level`` ones at a y, ``upright`` ones at an x; y grows downwards."""

    level: tuple[Edge, ...] = ()
    upright: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the places of its lines, and which cell each field between them belongs to.

    ``cell_of`` has a row for each two neighbours of ``ys`` and in it a number for each two of
    ``xs``; fields with no line between them have the same number.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cell_of: tuple[tuple[int, ...], ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the number of the cell around a point, None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.cell_of[row][column]
        return None

    def right_of(self, cell: int) -> float:
        """Return the x of the right edge of a cell."""
        return max(self.xs[n + 1] for row in self.cell_of for n, own in enumerate(row) if own == cell)

    def rows(self) -> list[list[int]]:
        """Return the cells row by row from left to right; one of several rows stands in its first."""
        seen: set[int] = set()
        rows = []
        for fields in self.cell_of:
            new = [cell for cell in dict.fromkeys(fields) if cell not in seen]
            seen.update(new)
            rows.append(new)
        return rows


def find_grids(rulings: Rulings) -> list[Grid]:
    """Return the tables of a page that have more than one cell, from top to bottom."""
    level, upright = _merged(rulings.level), _merged(rulings.upright)
    grids = (_grid(*lines) for lines in _meeting(level, upright))
    found = [grid for grid in grids if grid is not None]
    return sorted(found, key=lambda grid: grid.ys[0])


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """Join lines that lie on one another or go on from one another."""
    merged: list[Edge] = []
    for edge in sorted(edges):
        near = (
            n
            for n in range(len(merged) - 1, -1, -1)
            if edge.start <= merged[n].end + _SAME and merged[n].start <= edge.end + _SAME
            if edge.place - merged[n].place <= _SAME
        )
        at = next(near, None)
        if at is None:
            merged.append(edge)
        else:
            other = merged[at]
            merged[at] = Edge(other.place, min(other.start, edge.start), max(other.end, edge.end))
    return merged


def _meeting(level: Sequence[Edge], upright: Sequence[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Part the lines into groups that hang together, each with level and upright ones."""
    parent = list(range(len(level) + len(upright)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    for n, across in enumerate(level):
        for m, down in enumerate(upright, len(level)):
            if _lies_within(down.place, across) and _lies_within(across.place, down):
                parent[root(n)] = root(m)
    groups: defaultdict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for n, edge in enumerate([*level, *upright]):
        groups[root(n)][n >= len(level)].append(edge)
    return [group for group in groups.values() if all(group)]


def _lies_within(place: float, edge: Edge) -> bool:
    return edge.start - _SAME <= place <= edge.end + _SAME


def _grid(level: Sequence[Edge], upright: Sequence[Edge]) -> Grid | None:
    """Build a table from its lines; where it is open at a side, it ends with the lines."""
    xs = _places([e.place for e in upright] + [end for e in level for end in (e.start, e.end)])
    ys = _places([e.place for e in level] + [end for e in upright for end in (e.start, e.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2 or rows * columns > _MOST_FIELDS:
        return None
    cell = list(range(rows * columns))
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            here = row * columns + column
            if column and not _parts(upright, left, (top + bottom) / 2):
                _join(cell, here - 1, here)
            if row and not _parts(level, top, (left + right) / 2):
                _join(cell, here - columns, here)
    if len(set(cell)) < 2:
        return None
    return Grid(xs, ys, tuple(tuple(cell[row * columns : (row + 1) * columns]) for row in range(rows)))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] >= _LEAST_CELL:
            places.append(value)
    return tuple(places)


def _parts(edges: Sequence[Edge], place: float, middle: float) -> bool:
    """Tell whether a line stands at a place, there where two fields meet."""
    return any(
        abs(edge.place - place) <= _LEAST_CELL and edge.start - 1 <= middle <= edge.end + 1 for edge in edges
    )


def _join(cell: list[int], first: int, second: int) -> None:
    old, new = cell[second], cell[first]
    if old != new:
        cell[:] = [new if number == old else number for number in cell]
