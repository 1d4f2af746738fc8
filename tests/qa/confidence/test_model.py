import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.confidence.features import Features, shortfall_of
from qa.confidence.model import ANSWER, HIT, auroc, expected_calibration_error, fit_platt, probability
from qa.extraction import NEARLY_AS_GOOD, Sentence
from qa.index.calibration import TYPICAL

FIGURES = st.floats(0, 2)
SHARES = st.floats(0, 1)


@given(FIGURES, st.floats(-NEARLY_AS_GOOD, 0), SHARES, SHARES, st.integers(0, 7))
def test_confidence_is_a_probability_and_grows_with_every_feature(
    score: float, shortfall: float, names: float, known: float, words: int
) -> None:
    for weights in (ANSWER, HIT):
        low = probability(TYPICAL, weights, Features(score, shortfall, names, known, words))
        high = probability(TYPICAL, weights, Features(score + 0.1, 0, 1, 1, words + 1))
        assert 0 < low <= high < 1


def test_scores_are_counted_from_the_level_of_noise() -> None:
    features = Features(0.5, 0, 1, 1, 4)
    louder = ANSWER.logit(features, 0.45)
    assert ANSWER.logit(features, 0.40) - louder == pytest.approx(ANSWER.score * 0.05)


def test_few_probes_move_little_and_many_more() -> None:
    logits = np.linspace(-2, 2, 20)
    few, _ = fit_platt(logits, np.zeros(20))
    many, _ = fit_platt(np.tile(logits, 50), np.zeros(1000))
    assert many < few < 0


def test_probes_that_agree_with_the_model_leave_it_as_it_is() -> None:
    logits = np.array([0.0] * 100)
    assert fit_platt(logits, np.array([0.0, 1.0] * 50)) == pytest.approx((0, 1), abs=1e-9)


def test_auroc_counts_pairs_in_order() -> None:
    assert auroc(np.array([0.9, 0.4]), np.array([0.4, 0.1])) == 0.875
    assert auroc(np.array([]), np.array([0.1])) == 0.5


def test_calibration_error_is_the_distance_of_confidence_and_accuracy() -> None:
    believed = np.array([0.85, 0.85, 0.15, 1.0])
    assert expected_calibration_error(believed, np.array([1.0, 0.0, 0.0, 1.0])) == pytest.approx(
        (2 * 0.35 + 0.15) / 4
    )
    assert expected_calibration_error(np.array([]), np.array([])) == 0


def sentence(score: float, *, is_of_kind: bool) -> Sentence:
    return Sentence(row=0, start=0, end=1, score=score, words=0, is_of_kind=is_of_kind)


def test_the_shortfall_is_how_far_the_kind_asked_for_lies_below_the_best() -> None:
    best, fitting = sentence(0.9, is_of_kind=False), sentence(0.85, is_of_kind=True)
    assert shortfall_of([best, fitting]) == pytest.approx(-0.05)
    assert shortfall_of([fitting]) == 0
    assert shortfall_of([]) == 0


def test_the_shortfall_goes_no_further_than_sentences_that_are_shown() -> None:
    best = sentence(0.9, is_of_kind=False)
    assert shortfall_of([best, sentence(0.1, is_of_kind=True)]) == -NEARLY_AS_GOOD
    assert shortfall_of([best]) == -NEARLY_AS_GOOD
