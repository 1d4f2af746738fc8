"""How scores of several kinds become one: pure functions over arrays."""

import numpy as np

from qa.retrieval.base import NOT_RANKED, Scores

SENTENCE_SHARE = np.float32(0.3)
LEXICAL_WEIGHT = np.float32(0.12)
MEANING_WEIGHT = np.float32(0.06)


def fuse(passage: Scores, sentence: Scores, lexical: Scores, meaning: Scores) -> Scores:
    """Fuse on an absolute scale: ``0.7 passage + 0.3 sentence + 0.12 lexical + 0.06 meaning``.

    No score is normalised by what else was found for the question, so a filter cannot change it,
    and the lexical part backs off by itself where no words match. Rank fusion and z-scores lose to
    this (docs/retrieval.md).

    Args:
        passage: nearness of question and passage, float32 [n], ``NOT_RANKED`` for tables.
        sentence: nearness of question and its best sentence, float32 [n], ``NOT_RANKED`` where it has none.
        lexical: BM25 as a share of the most the question can give, float32 [n] in [0, 1).
        meaning: how well the words of the question are met in meaning, float32 [n] from 0 to about 1.
    """
    # A table has no vector, and "Informationen noteras." no sentence that says anything by itself: the lowest
    # there is stands in. Were it their own nearness, such passages would lead by their headings alone.
    nearness = _with_lowest(passage)
    best_sentence = _with_lowest(sentence) if (sentence > NOT_RANKED).any() else nearness
    fused: Scores = (
        (1 - SENTENCE_SHARE) * nearness
        + SENTENCE_SHARE * best_sentence
        + LEXICAL_WEIGHT * lexical
        + MEANING_WEIGHT * meaning
    )
    return fused


def _with_lowest(scores: Scores) -> Scores:
    """Put the lowest score there is for those that are not ranked; 0 where none is."""
    known = scores > NOT_RANKED
    lowest = scores[known].min() if known.any() else np.float32(0)
    filled: Scores = np.where(known, scores, lowest)
    return filled
