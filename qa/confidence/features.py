"""What confidence is judged by: five figures about a question and a hit, or about its first hits together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.confidence.question_words import QuestionWords
from qa.extraction import NEARLY_AS_GOOD, Sentence


@dataclass(frozen=True, slots=True)
class Features:
    """The figures; the higher, the surer.

    score: the fused score.
    shortfall: how far the best sentence that holds the kind of thing asked for lies below the best of all,
        in [-``NEARLY_AS_GOOD``, 0]; 0 where the question asks for no kind.
    names: the share in [0, 1] of the question's names and numbers that the item holds; 1 where it says none.
    known: the share in [0, 1] of the question's words that the corpus knows at all.
    words: how many words the question has but stop words, between 3 and 8.
    """

    score: float
    shortfall: float
    names: float
    known: float
    words: int


def shortfall_of(sentences: Sequence[Sentence]) -> float:
    """Return how far below the best sentence the best of the kind asked for lies; 0 without sentences."""
    best = max((sentence.score for sentence in sentences), default=0.0)
    fitting = max((sentence.score for sentence in sentences if sentence.is_of_kind), default=-np.inf)
    return max(fitting - best, -NEARLY_AS_GOOD) if sentences else 0.0


def features_of(score: float, sentences: Sequence[Sentence], names: float, words: QuestionWords) -> Features:
    """Return the features of a hit with its sentences, or of several hits by what is best among them."""
    return Features(score, shortfall_of(sentences), names, words.known, words.count)
