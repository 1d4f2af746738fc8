"""How scores of several kinds become one: pure functions over arrays."""

import numpy as np
from numpy.typing import NDArray

from qa.retrieval.base import NOT_RANKED, Scores

LEAST_SENTENCE_SHARE, MOST_SENTENCE_SHARE = np.float32(0.2), np.float32(0.5)
WORDS_OF_MOST = np.float32(120)
LEXICAL_WEIGHT = np.float32(0.12)
MEANING_WEIGHT = np.float32(0.06)


def sentence_share(words: NDArray[np.int32]) -> Scores:
    """Return the share of a passage's best sentence in its nearness, from .2 to .5.

    The longer a passage, the more its vector is a mean of many matters, and the more its best sentence tells;
    a passage of a few words is that sentence, without its heading.

    Args:
        words: how many words each passage has, int32 [n].

    Returns:
        float32 [n]: .2 for none, growing evenly to .5 at 120.
    """
    grown = np.minimum(words.astype(np.float32) / WORDS_OF_MOST, np.float32(1))
    share: Scores = LEAST_SENTENCE_SHARE + (MOST_SENTENCE_SHARE - LEAST_SENTENCE_SHARE) * grown
    return share


def fuse(passage: Scores, sentence: Scores, share: Scores, lexical: Scores, meaning: Scores) -> Scores:
    """Fuse on an absolute scale: ``(1 - share) passage + share sentence + 0.12 lexical + 0.06 meaning``.

    No score is normalised by what else was found for the question, so a filter cannot change it,
    and the lexical part backs off by itself where no words match. Rank fusion and z-scores lose to
    this (docs/retrieval.md).

    Args:
        passage: nearness of question and passage, float32 [n], ``NOT_RANKED`` for tables.
        sentence: nearness of question and its best sentence, float32 [n], ``NOT_RANKED`` where it has none.
        share: how much of nearness is the sentence's, float32 [n] in [0, 1], as ``sentence_share`` gives.
        lexical: BM25 as a share of the most the question can give, float32 [n] in [0, 1).
        meaning: how well the words of the question are met in meaning, float32 [n] from 0 to about 1.
    """
    # A table has no vector, and "Informationen noteras." no sentence that says anything by itself: the lowest
    # there is stands in. Were it their own nearness, such passages would lead by their headings alone.
    nearness = _with_lowest(passage)
    best_sentence = _with_lowest(sentence) if (sentence > NOT_RANKED).any() else nearness
    fused: Scores = (
        (1 - share) * nearness + share * best_sentence + LEXICAL_WEIGHT * lexical + MEANING_WEIGHT * meaning
    )
    return fused


def _with_lowest(scores: Scores) -> Scores:
    """Put the lowest score there is for those that are not ranked; 0 where none is."""
    known = scores > NOT_RANKED
    lowest = scores[known].min() if known.any() else np.float32(0)
    filled: Scores = np.where(known, scores, lowest)
    return filled
