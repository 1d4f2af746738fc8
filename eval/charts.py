"""The charts of a report."""

from collections.abc import Sequence

from eval.answer_report import AnswerReport
from eval.chart import Bar, BarChart, Chart, Curve, CurveChart, Point, Style
from eval.report import Report
from eval.selective import CoveragePoint
from eval.table import decimal


def charts_of(report: Report) -> tuple[Chart, ...]:
    """Return every chart: the measures, the first by kind of question, and two on answers where measured."""
    name = report.manifest.set_name
    charts: list[Chart] = [_measures(report, name)]
    if len(report.systems[0].kinds) > 1:
        charts.append(_kinds(report, name))
    if report.answers and report.answers.risk:
        charts += [_risk(report.answers, name), _reliability(report.answers, name)]
    return tuple(charts)


def _measures(report: Report, name: str) -> BarChart:
    bars = tuple(
        Bar(system.name, measure, interval.mean, interval.low, interval.high)
        for measure in report.measures
        for system in report.systems
        for interval in (system.overall[measure],)
    )
    return BarChart("matt", f"{name}: alla frågor, med 95 % intervall", "mått", bars)


def _kinds(report: Report, name: str) -> BarChart:
    first = report.measures[0]
    kinds = report.systems[0].kinds
    bars = tuple(
        Bar(system.name, f"{kind} ({kinds[kind].questions})", mean, mean, mean)
        for kind in sorted(kinds)
        for system in report.systems
        for mean in (system.kinds[kind].means[first],)
    )
    return BarChart("slag", f"{name}: {first} per slag av fråga", "slag", bars)


def _risk(answers: AnswerReport, name: str) -> CurveChart:
    return CurveChart(
        "risk",
        f"{name}: risk mot täckning",
        "andel av frågorna som besvaras",
        "andel av svaren som inte håller",
        (
            _risk_curve("alla frågor", answers.risk),
            _risk_curve("frågor vars svar finns", answers.risk_of_answerable),
        ),
    )


def _risk_curve(name: str, points: Sequence[CoveragePoint]) -> Curve:
    return Curve(
        name, tuple(Point(one.coverage, one.risk, one.risk, one.risk, one.answered) for one in points)
    )


def _reliability(answers: AnswerReport, name: str) -> CurveChart:
    points = tuple(
        Point(one.confidence, one.right.mean, one.right.low, one.right.high, one.questions)
        for one in answers.reliability
    )
    error = answers.figures["calibration_error"].value
    return CurveChart(
        "sakerhet",
        f"{name}: går säkerheten att tro på?",
        "säkerhet, i medel per tiondel",
        "andel av svaren som håller",
        (Curve("svar, med antal och 95 % intervall", points, Style.DOTS),),
        f"säkerhet som går att tro på (här är kalibreringsfelet {decimal(error.mean, 2)})",
    )
