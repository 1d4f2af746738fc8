"""Systems are compared question by question."""

import numpy as np
import pytest

from eval.comparison import compare_pairs
from eval.measures import Measure
from eval.scores import Scores

MEASURE = Measure("nDCG", 10)


def scores(name, *values):
    return Scores(name, tuple(f"q{place}" for place in range(len(values))), {MEASURE: np.array(values)})


def test_a_pair_counts_what_became_better_and_worse_and_lists_what_moved():
    (found,) = compare_pairs([scores("a", 0.5, 0.5, 1.0), scores("b", 1.0, 0.5, 0.9)], MEASURE)
    assert (found.first, found.second, found.measure) == ("a", "b", "nDCG@10")
    assert (found.better, found.worse, found.equal) == (1, 1, 1)
    assert found.difference.mean == pytest.approx((0.5 + 0 - 0.1) / 3)
    assert [delta.question_id for delta in found.deltas] == ["q0", "q2"]
    assert found.p_holm == found.p


def test_every_pair_is_compared_and_pays_for_the_others():
    systems = [scores("a", *[0.0] * 9), scores("b", *[0.5] * 9), scores("c", *[0.5] * 9)]
    found = compare_pairs(systems, MEASURE)
    assert [(pair.first, pair.second) for pair in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found[0].p_holm == pytest.approx(3 * found[0].p)
    assert found[2].p_holm == 1.0


def test_one_system_has_nothing_to_be_compared_with():
    assert compare_pairs([scores("a", 0.5)], MEASURE) == ()
