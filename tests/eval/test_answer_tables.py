"""Tables say in Swedish what was found about answers."""

from dataclasses import replace

from eval.answer_report import make_answer_report
from eval.answer_tables import (
    answer_tables,
    bands_table,
    figures_table,
    kinds_table,
    reliability_table,
    wrong_table,
)
from tests.eval.answers import HAS, RESULTS, result
from tests.eval.reports import answered_outcome

REPORT = make_answer_report(RESULTS, left_out=2)


def test_what_the_questions_got_is_a_row_for_each_sort():
    table = bands_table(REPORT)
    assert table.rows[0] == ("svar finns i protokollen", "5", "3", "1", "1")
    assert [row[0] for row in table.rows[1:]] == ["saken finns inte där", "saken finns, men inte uppgiften"]
    assert "2 frågor utan citat" in table.note


def test_every_figure_has_a_row_with_its_interval_and_number():
    table = figures_table(REPORT)
    assert len(table.rows) == len(REPORT.figures)
    assert table.rows[0][0] == "Svar finns: får ett svar"
    assert table.rows[0][1].startswith("0,800 [")
    assert table.rows[0][2] == "5"


def test_kinds_are_a_table_only_where_there_are_several():
    table = kinds_table(REPORT)
    assert table is not None
    assert [row[:2] for row in table.rows] == [("when", "2"), ("who", "3")]
    assert kinds_table(make_answer_report(RESULTS[:2])) is None


def test_a_share_of_nothing_is_a_dash():
    table = kinds_table(make_answer_report([result("a", HAS, 0.1), result("b", HAS, 0.9, kind="when")]))
    assert table is not None
    assert table.rows[1][-1] == "–"


def test_the_reliability_has_a_row_a_bin():
    table = reliability_table(REPORT)
    assert table is not None
    assert table.rows[-1][:3] == ("0,9–1,0", "2", "0,93")
    assert reliability_table(make_answer_report([result("a", HAS, 0.1)])) is None


def test_wrong_answers_are_listed_the_surest_first_with_what_was_shown():
    table = wrong_table(REPORT)
    assert table is not None
    assert [row[0][0] for row in table.rows] == ["h", "c", "i", "f"]
    assert table.rows[0] == ("h: ? (saken finns, men inte uppgiften)", "säkert", "0,90", "ord")
    assert table.note == "De 4 säkraste av 4."
    long = make_answer_report([replace(result("a", HAS, 0.9), shown="ord " * 100)])
    shortened = wrong_table(long)
    assert shortened is not None
    assert len(shortened.rows[0][3]) == 161
    assert wrong_table(make_answer_report(RESULTS[:2])) is None


def test_where_answers_were_not_measured_there_are_no_tables():
    assert answer_tables(None) == ()
    assert len(answer_tables(answered_outcome().report.answers)) == 5
