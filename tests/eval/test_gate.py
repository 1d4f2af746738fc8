"""Expected scores are kept in a file, and a fall below them is noticed."""

from dataclasses import replace

import pytest

from eval.gate import deviations, expected_from, read_expected, write_expected
from qa.errors import EvaluationError
from tests.eval.reports import small_outcome

REPORT = small_outcome().report


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
