"""What is drawn of a report, with its figures in words and as CSV."""

import csv
import io
from dataclasses import replace

from eval.chart import Curve, CurveChart, Point
from eval.charts import charts_of
from tests.eval.reports import answered_outcome

REPORT = answered_outcome().report
CHARTS = {chart.file: chart for chart in charts_of(REPORT)}


def rows_of(chart):
    return list(csv.DictReader(io.StringIO(chart.csv)))


def test_the_csv_of_bars_has_a_row_a_bar_with_decimal_points():
    rows = rows_of(CHARTS["matt"])
    assert len(rows) == 4
    assert rows[-1]["sökmetod"] == "hybrid"
    assert rows[-1]["värde"] == "0.6667"


def test_the_csv_of_curves_has_a_row_a_point_with_its_count():
    rows = rows_of(CHARTS["risk"])
    # sure of the fee and right, then wrong of the hall, then an answer to what has none
    assert [row["andel av svaren som inte håller"] for row in rows] == [
        "0.0000",
        "0.5000",
        "0.6667",
        "0.0000",
        "0.5000",
    ]
    assert [row["antal"] for row in rows] == ["1", "2", "3", "1", "2"]
    reliability = rows_of(CHARTS["sakerhet"])
    assert [row["andel av svaren som håller"] for row in reliability] == ["0.0000", "0.0000", "1.0000"]


def test_kinds_are_drawn_only_where_there_are_several():
    assert list(CHARTS) == ["matt", "slag", "risk", "sakerhet"]
    systems = tuple(replace(system, kinds={"number": system.kinds["number"]}) for system in REPORT.systems)
    assert [chart.file for chart in charts_of(replace(REPORT, systems=systems, answers=None))] == ["matt"]


def test_answers_are_not_drawn_where_none_was_given():
    assert REPORT.answers is not None
    silent = replace(REPORT, answers=replace(REPORT.answers, risk=()))
    assert [chart.file for chart in charts_of(silent)] == ["matt", "slag"]


def test_of_a_long_curve_ten_points_are_told_the_last_among_them():
    points = tuple(Point(x / 100, 0.5, 0.5, 0.5, x) for x in range(1, 101))
    chart = CurveChart("prov", "Prov", "x", "y", (Curve("linje", points),))
    assert chart.description.count(" av ") == 10
    assert chart.description.endswith("vid 0,90 0,50 av 90, vid 1,00 0,50 av 100.")
    assert len(rows_of(chart)) == 100


def test_the_diagonal_is_told_in_words():
    assert "Den räta linjen från 0 till 1 visar säkerhet som går att tro på" in CHARTS["sakerhet"].description
