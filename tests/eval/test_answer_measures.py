"""The figures of answers, worked by hand on ten questions."""

import pytest

from eval.answer_measures import LOWER_IS_BETTER, OF_A_KIND, measure_answers, measure_shares
from eval.answer_report import Bands, make_answer_report
from tests.eval.answers import FAR, HAS, NEAR, RESULTS, result


@pytest.mark.parametrize(
    ("name", "value", "questions"),
    [
        ("answered", 4 / 5, 5),
        ("holds", 3 / 4, 4),
        ("sure", 3 / 5, 5),
        ("holds_of_sure", 2 / 3, 3),
        ("right_of_shown", 3 / 7, 7),
        ("answered_unanswerable", 3 / 5, 5),
        ("answered_off_corpus", 1 / 2, 2),
        ("answered_near_miss", 2 / 3, 3),
        ("sure_unanswerable", 1 / 5, 5),
        ("sure_off_corpus", 0.0, 2),
        ("sure_near_miss", 1 / 3, 3),
        # a, b, c, d are above f; all are above g, though e and g were refused
        ("auroc_off_corpus", (4 + 5) / (5 * 2), 2),
        # above h: a; above i: a, b, c; above j: all but e
        ("auroc_near_miss", (1 + 3 + 4) / (5 * 3), 3),
        ("auroc_unanswerable", (9 + 8) / (5 * 5), 5),
        # a above all seven others; b above all but h; d above e, f, g, j
        ("auroc_holds", (7 + 6 + 4) / (3 * 7), 3),
        # wrong in order of confidence: a no, h yes, b no, c yes, i yes, d no, f yes
        ("aurc", (0 + 1 / 2 + 1 / 3 + 2 / 4 + 3 / 5 + 3 / 6 + 4 / 7) / 7, 7),
        # bins: f | d | i | b and c | a and h, the gap of each times its size
        ("calibration_error", (0.4 + 0.5 + 0.6 + (1.65 - 1) + (1.85 - 1)) / 7, 7),
        ("token_f1", 0.5, 4),
    ],
)
def test_a_figure_is_what_it_says(name, value, questions):
    figure = measure_answers(RESULTS)[name]
    assert figure.value.mean == pytest.approx(value)
    assert figure.value.low <= figure.value.high
    assert figure.questions == questions


def test_every_figure_is_known_as_better_high_or_low():
    found = measure_answers(RESULTS)
    assert set(found) >= LOWER_IS_BETTER
    assert len(found) == 18


def test_figures_of_empty_groups_are_left_out():
    only_answerable = [one for one in RESULTS if one.answerability is HAS]
    found = measure_answers(only_answerable)
    assert not [name for name in found if "off_corpus" in name or "near_miss" in name]
    refused = measure_answers([result("e", HAS, 0.2), result("g", FAR, 0.1)])
    assert refused["answered"].value.mean == 0.0
    assert refused["auroc_off_corpus"].value.mean == 1.0
    assert {"holds", "aurc", "calibration_error", "auroc_holds", "token_f1"}.isdisjoint(refused)


def test_a_figure_has_the_same_interval_from_the_same_seed():
    assert measure_answers(RESULTS, seed=1) == measure_answers(RESULTS, seed=1)
    assert measure_shares(RESULTS, OF_A_KIND, seed=1)["answered"].value.low < 4 / 5


def test_the_report_counts_what_each_sort_of_question_got():
    report = make_answer_report(RESULTS, left_out=3)
    assert report.bands == {HAS: Bands(5, 3, 1, 1), FAR: Bands(2, 0, 1, 1), NEAR: Bands(3, 1, 1, 1)}
    assert (report.left_out, report.p50) == (3, 10.0)
    assert make_answer_report(RESULTS[:5]).bands == {HAS: Bands(5, 3, 1, 1)}


def test_kinds_are_of_questions_with_an_answer():
    kinds = make_answer_report(RESULTS).kinds
    assert list(kinds) == ["when", "who"]
    assert kinds["when"]["holds"].value.mean == 0.5
    assert kinds["who"]["answered"].questions == 3
    assert list(make_answer_report([result("a", HAS, 0.9, kind="")]).kinds) == ["alla"]


def test_the_curves_are_over_all_questions_and_over_those_with_an_answer():
    report = make_answer_report(RESULTS)
    assert (report.risk[-1].coverage, report.risk[-1].risk) == (0.7, pytest.approx(4 / 7))
    assert (report.risk_of_answerable[-1].coverage, report.risk_of_answerable[-1].risk) == (0.8, 0.25)
    assert sum(one.questions for one in report.reliability) == 7
