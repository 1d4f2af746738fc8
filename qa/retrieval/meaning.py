"""The words of a question, met in meaning: "jobb" by "anställning", whatever else is said."""

from qa.index.generation import Index
from qa.index.vectors import Vectors
from qa.retrieval.base import Scores


def meaning_scores(index: Index, words: Vectors) -> Scores:
    """Return how well each passage meets the words of a question in meaning.

    Args:
        index: the index.
        words: of the question, float32 [words, dimension], as ``EncodedQuestion`` has them.

    Returns:
        The mean over the words, float32 [n], from 0 to about 1; 0 everywhere for a question of no words.
    """
    scores: Scores = index.words.matches(words).sum(axis=0) / max(1, len(words))
    return scores
