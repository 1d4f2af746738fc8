"""Rows of tables, whatever they are used for."""

import pytest

from corpus.readers.blocks import Block
from corpus.readers.cells import cell_blocks

ROWS = {
    "cells of a line each": ([["Bo Ek"], ["S"], ["Ja"]], "Bo Ek\tS\tJa"),
    "an empty cell in the middle": ([["Bo Ek"], [], ["x"]], "Bo Ek\t\tx"),
    "empty cells at the end": ([["Bo Ek"], ["x"], [], []], "Bo Ek\tx"),
    "a label and the names below each other": (
        [["Beslutande"], ["Bo Ek (S)", "Eva Ås (M)"]],
        "Beslutande\tBo Ek (S)\n\tEva Ås (M)",
    ),
    "names and their parties": ([["Bo Ek", "Eva Ås"], ["S", "M"]], "Bo Ek\tS\nEva Ås\tM"),
    "two columns of names": (
        [["Ledamöter", "Bo Ek (S), ordf"], ["Ersättare", "Eva Ås (M), ej § 5"]],
        "Ledamöter\nBo Ek (S), ordf\nErsättare\nEva Ås (M), ej § 5",
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_reads_as_it_is_meant(row):
    cells, text = ROWS[row]
    assert cell_blocks([[Block(line) for line in cell] for cell in cells]) == [Block(text, row=True)]


def test_a_row_of_one_cell_is_paragraphs():
    assert cell_blocks([[], [Block("A"), Block(""), Block("B")]]) == [Block("A"), Block("B")]


def test_a_row_that_holds_running_text_is_paragraphs():
    prose = Block("Nämnden beslutar. " * 10)
    assert cell_blocks([[Block("Beslut")], [prose, Block("Nej.")]]) == [Block("Beslut"), prose, Block("Nej.")]


def test_a_row_with_a_heading_is_a_heading():
    (row,) = cell_blocks([[Block("§ 5", level=2)], [Block("Val")]])
    assert (row.text, row.level) == ("§ 5\tVal", 2)


def test_no_cells_are_no_blocks():
    assert cell_blocks([]) == []
