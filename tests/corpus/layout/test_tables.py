"""Vote and attendance tables are kept as tables, a line for each person."""

import pytest

from corpus.layout.tables import is_mostly_table, table_end, table_paragraphs
from qa.types import ParagraphKind
from tests.corpus.sheets import lines_of

FIRST_ROWS = (
    "Namn",
    "Parti",
    "Eva Ros",
    "S",
    "1",
    "Ordförande",
    "Ja",
    "Robert Al\nHamn",
    "KD",
    "41 Ledamot",
    "Nej",
)
VOTES = "\n\n".join([*FIRST_ROWS, "Ylva Mark", "MP", "2", "1:e v Ordf", "Avstår"])


def test_single_cells_become_a_line_for_each_person():
    (table,) = table_paragraphs(lines_of(VOTES), frozenset())
    assert table.kind is ParagraphKind.TABLE
    assert table.text.splitlines() == [
        "Namn Parti",
        "Eva Ros S 1 Ordförande Ja",
        "Robert Al Hamn KD 41 Ledamot Nej",
        "Ylva Mark MP 2 1:e v Ordf Avstår",
    ]


def test_who_came_and_left_is_a_line_each():
    cells = "Plats\nRos, Eva\nS\n15:14\n21:26\nHage, Tore\nV\n16:00\n20:00\n"
    (table,) = table_paragraphs(lines_of(cells), frozenset())
    assert table.text.splitlines() == ["Plats", "Ros, Eva S 15:14 21:26", "Hage, Tore V 16:00 20:00"]


def test_a_table_of_cells_ends_where_sentences_begin():
    lines = lines_of(VOTES + "\n\nLedamöterna reserverar sig mot beslutet och lämnar en skrivelse.")
    assert lines[table_end(lines, 0) - 1].text == "Avstår"


def test_lines_of_name_and_vote_are_a_table():
    lines = lines_of("Eva Ros (S) Ja\nTore Hage (S) Ja\nYlva Mark (V) Nej\nDan Vik (L) Avstår\nSå gick det.")
    assert table_end(lines, 0) == 4


def test_rows_with_tabs_between_their_cells_are_a_table_with_a_line_each():
    lines = lines_of("Kommun\tInvånare\tAvgift\n\nHylte\t10 600\t950\nSå blev det.")
    assert table_end(lines, 0) == 3
    (table,) = table_paragraphs(lines[:3], frozenset())
    assert table.text.splitlines() == ["Kommun\tInvånare\tAvgift", "Hylte\t10 600\t950"]


@pytest.mark.parametrize(
    "text",
    [
        "Stadsmiljönämnden\nExploateringsnämnden\nHigab AB\nStyrande dokument\nBudgetberedningen\nDe valda\nS\nV",
        "Region\nHalland\nHylte\nVarberg\nGod vård\nGlokal\nDigitalisering\nFolkhälsa\nArbetsliv",
        "Eva säger ja\nTore säger nej",
    ],
)
def test_other_short_lines_are_no_table(text):
    assert table_end(lines_of(text), 0) == 0


def test_an_attachment_of_cells_is_a_table_with_what_stands_above_it():
    assert is_mostly_table(lines_of("Ärende: 9\nÄrendemening: Taxa för\nbåtar\n" + VOTES))
    assert not is_mostly_table(lines_of("Yttrande från S\nVi anser att taxan är för hög.\nJa\nNej"))
