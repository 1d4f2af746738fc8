"""What confidence is judged by: four figures about a question and a hit, or about its first hits together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.extraction import Sentence
from qa.retrieval.base import NOT_RANKED, Scores

LEAD_OVER = 10
"""The place whose passage a hit's lead is counted from."""


@dataclass(frozen=True, slots=True)
class Features:
    """The figures; the higher, the surer.

    score: the fused score.
    lead: how far it is above the tenth best passage of the whole corpus.
    sentence: the score of the best sentence that holds the kind of thing asked for.
    names: the share in [0, 1] of the question's names and numbers that the item holds; 1 where it says none.
    """

    score: float
    lead: float
    sentence: float
    names: float


def tenth_score(scores: Scores) -> float:
    """Return the tenth best of all scores, float32 [n], or the last where there are fewer."""
    ranked = scores[scores > NOT_RANKED]
    if not len(ranked):
        return 0.0
    place = max(0, len(ranked) - LEAD_OVER)
    return float(np.partition(ranked, place)[place])


def features_of(score: float, tenth: float, sentences: Sequence[Sentence], names: float) -> Features:
    """Return the features of a hit with its sentences, or of several hits by what is best among them.

    Where no sentence holds the kind of thing asked for, the bare score stands for one, which is low.
    """
    fitting = [sentence.score for sentence in sentences if sentence.is_of_kind]
    return Features(score, score - tenth, max(fitting, default=score), names)
