"""Expected scores are kept in a file, and a fall below them is noticed."""

from dataclasses import replace

import pytest

from eval.gate import ANSWERS, ExpectedFigure, deviations, expected_from, read_expected, write_expected
from qa.errors import EvaluationError
from tests.eval.reports import answered_outcome, small_outcome

REPORT = small_outcome().report
ANSWERED = answered_outcome().report


def shifted(by):
    expected = expected_from(REPORT)
    systems = {
        system: {measure: mean + by for measure, mean in means.items()}
        for system, means in expected.systems.items()
    }
    return replace(expected, systems=systems)


def test_what_was_measured_is_what_is_expected(tmp_path):
    write_expected(tmp_path / "a.json", expected_from(REPORT))
    assert read_expected(tmp_path / "a.json") == expected_from(REPORT)
    assert deviations(REPORT, read_expected(tmp_path / "a.json")) == ()


def test_answers_are_expected_too_each_within_one_question_of_its_group(tmp_path):
    write_expected(tmp_path / "a.json", expected_from(ANSWERED))
    expected = read_expected(tmp_path / "a.json")
    assert expected.answers["answered"] == ExpectedFigure(0.6667, 0.3333)
    assert expected.answers["answered_off_corpus"] == ExpectedFigure(1.0, 1.0)
    assert deviations(ANSWERED, expected) == ()
    assert expected_from(REPORT).answers == {}


@pytest.mark.parametrize(
    ("measure", "by", "is_worse"),
    [
        ("answered", 0.4, True),
        ("answered", -0.4, False),
        ("calibration_error", 0.4, False),
        ("calibration_error", -0.4, True),
    ],
)
def test_an_answer_figure_beyond_its_tolerance_is_worse_in_its_own_direction(measure, by, is_worse):
    expected = expected_from(ANSWERED)
    figure = expected.answers[measure]
    moved = replace(expected, answers={measure: replace(figure, value=figure.value + by)})
    (found,) = deviations(ANSWERED, moved)
    assert (found.system, found.measure, found.is_worse) == (ANSWERS, measure, is_worse)


def test_expected_answers_that_were_not_measured_are_refused():
    with pytest.raises(EvaluationError, match="nämner answered för svar"):
        deviations(REPORT, expected_from(ANSWERED))


def test_a_change_within_the_tolerance_is_let_pass():
    assert deviations(REPORT, shifted(0.019)) == ()


@pytest.mark.parametrize(("by", "is_worse"), [(0.03, True), (-0.03, False)])
def test_a_change_beyond_the_tolerance_is_reported_with_its_direction(by, is_worse):
    found = deviations(REPORT, shifted(by))
    assert len(found) == 4
    assert {deviation.is_worse for deviation in found} == {is_worse}


def test_expected_scores_of_another_version_of_the_set_are_refused():
    with pytest.raises(EvaluationError, match="gäller prov 111111111111"):
        deviations(REPORT, replace(expected_from(REPORT), set_digest="1" * 64))


def test_a_system_that_was_not_measured_is_refused():
    expected = replace(expected_from(REPORT), systems={"dense": {"nDCG@10": 0.5}})
    with pytest.raises(EvaluationError, match="nämner nDCG@10 för dense"):
        deviations(REPORT, expected)


def test_a_file_that_is_missing_or_of_another_form_is_refused(tmp_path):
    with pytest.raises(EvaluationError, match="kan inte läsas"):
        read_expected(tmp_path / "a.json")
    (tmp_path / "a.json").write_text('{"set_name": 1}', encoding="utf-8")
    with pytest.raises(EvaluationError, match="inte formen"):
        read_expected(tmp_path / "a.json")
