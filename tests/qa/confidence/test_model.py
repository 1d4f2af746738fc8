import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.confidence.features import Features, features_of, tenth_score
from qa.confidence.model import ANSWER, HIT, auroc, expected_calibration_error, fit_platt, probability
from qa.index.calibration import TYPICAL
from qa.retrieval.base import NOT_RANKED

FIGURES = st.floats(0, 2)


@given(FIGURES, FIGURES, FIGURES, st.floats(0, 1))
def test_confidence_is_a_probability_and_grows_with_every_feature(
    score: float, lead: float, sentence: float, names: float
) -> None:
    for weights in (ANSWER, HIT):
        low = probability(TYPICAL, weights, Features(score, lead, sentence, names))
        high = probability(TYPICAL, weights, Features(score + 0.1, lead + 0.1, sentence + 0.1, 1))
        assert 0 < low <= high < 1


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


def test_the_tenth_score_is_the_last_where_there_are_fewer_and_zero_where_there_are_none() -> None:
    assert tenth_score(np.arange(20, dtype=np.float32)) == 10
    assert tenth_score(np.array([3, 2, NOT_RANKED], dtype=np.float32)) == 2
    assert tenth_score(np.array([NOT_RANKED], dtype=np.float32)) == 0


def test_without_a_fitting_sentence_the_bare_score_stands_for_one() -> None:
    assert features_of(0.5, 0.4, [], 1).sentence == 0.5
