"""Rows of tables as lines of text."""

from collections.abc import Sequence
from itertools import zip_longest

from corpus.readers.blocks import Block

_NARROW = 12
"""Characters of a party, a vote or an hour: a cell of such words goes with the names beside it."""
_PROSE = 130
"""Characters of a line that is running text, so that its table is only there for the looks."""


def cell_blocks(cells: Sequence[Sequence[Block]]) -> list[Block]:
    r"""Return a row: as one block with tabs between the cells, or cell by cell.

    A cell of several lines goes on below, after a tab (``Beslutande\tA`` over ``\tB``). Where
    several cells have several lines each, a column is read before the next one, but for columns of
    parties or votes, which belong line by line to the names. A row that holds running text or a
    single cell is no row to a reader: its paragraphs stay paragraphs.

    Args:
        cells: what each cell holds, empty paragraphs too; a cell may hold nothing.
    """
    filled = [[block for block in cell if block.text.strip()] for cell in cells]
    blocks = [block for cell in filled for block in cell]
    lines = [[line for block in cell for line in block.text.split("\n")] for cell in filled]
    if sum(map(bool, filled)) < 2 or (len(blocks) > len(filled) and _is_prose(blocks)):
        return blocks
    while not lines[-1]:
        lines.pop()
    level = max(block.level for block in blocks)
    return [Block(_row_text(lines), level, row=True, page=blocks[0].page, breaks=blocks[0].breaks)]


def _is_prose(blocks: Sequence[Block]) -> bool:
    return any(block.level or len(block.text) > _PROSE for block in blocks)


def _row_text(cells: Sequence[Sequence[str]]) -> str:
    tall = [cell for cell in cells if len(cell) > 1]
    if len(tall) > 1 and _line_by_line(tall):
        return "\n".join("\t".join(line).rstrip() for line in zip_longest(*cells, fillvalue=""))
    if len(tall) > 1 and len(cells[0]) > 1:
        return "\n".join(line for cell in cells for line in cell)
    first = "\t".join(cell[0].strip() if cell else "" for cell in cells)
    rest = [f"\t{line}" for cell in cells for line in cell[1:]]
    return "\n".join([first, *rest])


def _line_by_line(tall: Sequence[Sequence[str]]) -> bool:
    """Tell whether cells of equally many lines are names and what belongs to each."""
    narrow = sum(all(is_narrow(line) for line in cell) for cell in tall)
    return len({len(cell) for cell in tall}) == 1 and 0 < narrow < len(tall)


def is_narrow(line: str) -> bool:
    """Tell whether a line is one short word: a party, a vote, an hour."""
    return len(line.split()) == 1 and len(line.strip()) <= _NARROW
