"""Risk against coverage and calibration, worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.selective import area_under_risk, calibration_error, reliability, risk_coverage
from qa.confidence import model

CONFIDENCES = np.array([0.9, 0.6, 0.6, 0.3])
RIGHT = np.array([True, True, False, False])

answers = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40).map(
    lambda pairs: (np.array([one for one, _ in pairs]), np.array([right for _, right in pairs]))
)


def test_the_curve_takes_the_surest_first_and_equal_ones_at_once():
    points = risk_coverage(CONFIDENCES, RIGHT, asked=8)
    assert [point.confidence for point in points] == [0.9, 0.6, 0.3]
    assert [point.answered for point in points] == [1, 3, 4]
    assert [point.coverage for point in points] == [1 / 8, 3 / 8, 4 / 8]
    assert [point.risk for point in points] == [0.0, 1 / 3, 2 / 4]


def test_where_nothing_is_answered_there_is_no_curve():
    assert risk_coverage(np.array([]), np.array([], np.bool_), asked=3) == ()


def test_the_area_is_the_mean_of_the_risks_of_the_surest():
    # the two of equal confidence take the risk of both: (0 + 1/3 + 1/3 + 2/4) / 4
    assert area_under_risk(CONFIDENCES, RIGHT) == pytest.approx((0 + 1 / 3 + 1 / 3 + 1 / 2) / 4)


def test_without_ties_it_is_as_geifman_has_it():
    confidences, right = np.array([0.9, 0.8, 0.7]), np.array([False, True, True])
    assert area_under_risk(confidences, right) == pytest.approx((1 / 1 + 1 / 2 + 1 / 3) / 3)


@given(answers)
def test_the_area_lies_between_none_and_all_wrong_and_knows_no_order_of_questions(given_answers):
    confidences, right = given_answers
    area = area_under_risk(confidences, right)
    assert 0.0 <= area <= 1.0 + 1e-12
    assert area_under_risk(confidences[::-1], right[::-1]) == pytest.approx(area)
    equal = area_under_risk(np.full(len(right), 0.5), right)
    assert equal == pytest.approx(1 - right.mean())


@given(answers)
def test_the_curve_ends_at_the_share_answered_with_the_share_wrong(given_answers):
    confidences, right = given_answers
    points = risk_coverage(confidences, right, asked=2 * len(right))
    assert points[-1].coverage == 0.5
    assert points[-1].risk == pytest.approx(1 - right.mean())
    assert list(points) == sorted(points, key=lambda point: -point.confidence)


def test_a_bin_has_its_lower_end_and_the_last_one_both():
    bins = reliability(np.array([0.0, 0.1, 0.19, 1.0]), np.array([False, True, False, True]))
    assert [(one.low, one.high, one.questions) for one in bins] == [
        (0.0, 0.1, 1),
        (0.1, 0.2, 2),
        (0.9, 1.0, 1),
    ]
    assert bins[1].confidence == pytest.approx((0.1 + 0.19) / 2)
    assert bins[1].right.mean == 0.5
    assert (bins[1].right.low, bins[1].right.high) == (0.0, 1.0)


def test_the_calibration_error_weighs_the_gap_of_each_bin_by_its_size():
    confidences, right = np.array([0.95, 0.85, 0.85, 0.2]), np.array([True, True, False, False])
    # gaps: .05 of one, |.85 - .5| of two, .2 of one
    assert calibration_error(confidences, right) == pytest.approx((0.05 * 1 + 0.35 * 2 + 0.2 * 1) / 4)


@given(answers)
def test_the_calibration_error_is_the_one_the_program_checks_itself_by(given_answers):
    confidences, right = given_answers
    theirs = model.expected_calibration_error(confidences, right.astype(np.float64))
    assert calibration_error(confidences, right) == pytest.approx(theirs, abs=1e-12)


@given(answers)
def test_the_calibration_error_is_the_sum_over_the_diagram(given_answers):
    confidences, right = given_answers
    drawn = sum(
        one.questions * abs(one.confidence - one.right.mean) for one in reliability(confidences, right)
    )
    assert calibration_error(confidences, right) == pytest.approx(drawn / len(right), abs=1e-12)
