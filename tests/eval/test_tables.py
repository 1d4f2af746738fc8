"""Tables say in Swedish what a report found."""

from dataclasses import replace

from eval.report import SystemResult
from eval.tables import (
    comparison_table,
    delta_table,
    kind_table,
    lost_table,
    overall_table,
    separation_table,
    tables_of,
)
from tests.eval.reports import answered_outcome, small_outcome

REPORT = small_outcome().report


def test_the_first_table_has_a_row_a_measure_and_a_column_a_system():
    table = overall_table(REPORT)
    assert table.header == ("Mått", "bm25", "hybrid")
    assert [row[0] for row in table.rows] == ["nDCG@10", "Success@1", "ms per fråga"]
    assert table.rows[1][2].startswith("0,667 [")
    assert "3 bedömda frågor" in table.note


def test_questions_counted_as_0_are_owned_up_to():
    poor, good = REPORT.systems
    report = replace(REPORT, systems=(poor, replace(good, missing=2)))
    assert "räknas som 0: hybrid 2" in overall_table(report).note


def test_a_run_from_a_file_has_no_time():
    def untimed(system: SystemResult) -> SystemResult:
        return replace(system, latency=None)

    poor, good = REPORT.systems
    one = overall_table(replace(REPORT, systems=(untimed(poor), good)))
    assert one.rows[-1][1] == "–"
    both = overall_table(replace(REPORT, systems=(untimed(poor), untimed(good))))
    assert [row[0] for row in both.rows] == ["nDCG@10", "Success@1"]
    assert "Tiden" in one.note
    assert "Tiden" not in both.note


def test_kinds_are_rows_with_their_number_of_questions():
    table = kind_table(REPORT, "Success@1")
    assert table.rows == (("number", "1", "1,000", "1,000"), ("paraphrase", "2", "0,000", "0,500"))


def test_a_comparison_names_test_seed_and_number_of_pairs():
    table = comparison_table(REPORT)
    assert table is not None
    assert table.rows[0][0] == "hybrid mot bm25"
    assert table.rows[0][-1] == "1 / 0 / 2"
    assert "frö 20231" in table.note
    assert "1 par jämförs" in table.note


def test_the_questions_that_moved_are_listed_with_both_values():
    table = delta_table(REPORT, REPORT.comparisons[0])
    assert [row[0] for row in table.rows] == ["bad: vad om bad?"]
    assert table.rows[0][-1].startswith("+0,")


def test_tables_of_what_is_not_there_are_left_out():
    bare = replace(REPORT, comparisons=(), lost=(), systems=(replace(REPORT.systems[0], separation=None),))
    assert comparison_table(bare) is None
    assert separation_table(bare) is None
    assert lost_table(bare) is None
    assert len(tables_of(bare)) == 1 + len(bare.measures)


def test_answers_have_their_tables_where_they_were_measured():
    titles = [table.title for table in tables_of(answered_outcome().report)]
    assert titles[-1] == "Bedömda citat som inte återfinns"
    assert "Svar: mått" in titles
    assert not any(title.startswith("Svar") for title in (table.title for table in tables_of(REPORT)))
