"""Intervals and tests: known cases, symmetry, and the same figures from the same seed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.statistics import (
    PERMUTATIONS,
    auroc,
    auroc_interval,
    holm,
    mean_interval,
    paired_difference,
    randomisation_test,
    rejected_when_kept,
)

values = st.lists(st.floats(0, 1), min_size=1, max_size=30).map(np.array)
scores = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=20).map(np.array)


@given(values)
def test_the_interval_holds_the_mean_and_stays_within_the_values(sample):
    interval = mean_interval(sample)
    assert sample.min() - 1e-9 <= interval.low <= interval.mean + 1e-9
    assert interval.mean - 1e-9 <= interval.high <= sample.max() + 1e-9


def test_the_interval_comes_near_the_normal_one_on_many_values():
    sample = np.array([0.0, 1.0] * 200)
    interval = mean_interval(sample)
    margin = 1.96 * 0.5 / np.sqrt(400)
    assert interval.low == pytest.approx(0.5 - margin, abs=0.005)
    assert interval.high == pytest.approx(0.5 + margin, abs=0.005)


def test_the_same_seed_gives_the_same_interval_and_another_seed_another():
    sample = np.random.default_rng(1).random(50)
    assert mean_interval(sample, seed=5) == mean_interval(sample, seed=5)
    assert mean_interval(sample, seed=5) != mean_interval(sample, seed=6)


def test_equal_systems_do_not_differ():
    sample = np.array([0.2, 0.9, 0.4])
    difference = paired_difference(sample, sample)
    assert (difference.interval.mean, difference.interval.low, difference.interval.high) == (0, 0, 0)
    assert difference.p == 1.0


def test_the_p_value_comes_near_the_exact_one_of_all_sign_patterns():
    # six gains of the same size: of 64 patterns only two are as extreme
    assert randomisation_test(np.full(6, 0.5)) == pytest.approx(2 / 64, abs=0.006)


def test_a_clear_difference_has_the_smallest_p_value_there_is():
    assert randomisation_test(np.full(40, 0.5)) == pytest.approx(1 / (PERMUTATIONS + 1))


def test_swapping_two_systems_turns_the_difference_round_and_keeps_the_p_value():
    rng = np.random.default_rng(2)
    first, second = rng.random(30), rng.random(30)
    forth, back = paired_difference(first, second), paired_difference(second, first)
    assert forth.interval.mean == pytest.approx(-back.interval.mean)
    assert forth.p == back.p


def test_holm_multiplies_the_smallest_p_value_most():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.6, 0.7]) == [1.0, 1.0]
    assert holm([]) == []


@given(st.lists(st.floats(0, 1)))
def test_holm_never_lowers_a_p_value_and_keeps_their_order(p_values):
    adjusted = holm(p_values)
    assert all(before <= after <= 1 for before, after in zip(p_values, adjusted, strict=True))
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    assert [adjusted[index] for index in order] == sorted(adjusted)


@given(scores, scores)
def test_auroc_is_the_share_of_pairs_in_the_right_order(positives, negatives):
    pairs = [(one > other) + 0.5 * (one == other) for one in positives for other in negatives]
    assert auroc(positives, negatives) == pytest.approx(np.mean(pairs))


def test_a_question_without_hits_counts_as_surest_of_having_no_answer():
    assert auroc(np.array([0.1, 0.2]), np.array([-np.inf])) == 1.0


def test_the_interval_of_a_perfect_separation_is_narrow():
    interval = auroc_interval(np.array([2.0, 3.0]), np.array([0.0, 1.0]))
    assert (interval.mean, interval.low, interval.high) == (1.0, 1.0, 1.0)


def test_the_threshold_keeps_nine_of_ten_answerable_questions():
    answerable = np.arange(10.0)
    assert rejected_when_kept(answerable, np.array([0.0, 0.5, 1.0, 9.0])) == 0.5
