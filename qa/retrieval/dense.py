"""Retrieval by meaning: the cosine of question and passage."""

import numpy as np

from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.vectors import Vectors
from qa.retrieval.base import NO_FILTER, NOT_RANKED, Ranking, Scores, check_query, rank
from qa.types import Filter


def passage_scores(index: Index, query: Vectors) -> Scores:
    """Return each passage's inner product with ``query`` (shape [dimension]); tables are ``NOT_RANKED``."""
    scores = np.full(len(index.passages), NOT_RANKED, dtype=np.float32)
    scores[index.passage_rows] = index.passage_vectors.scores(query)
    return scores


def best_sentence_scores(index: Index, sentence_scores: Vectors) -> Scores:
    """Return for each passage the score of its best sentence; ``NOT_RANKED`` where it has none.

    Args:
        index: the index.
        sentence_scores: one score a sentence vector, float32 [sentences].
    """
    scores = np.full(len(index.passages), NOT_RANKED, dtype=np.float32)
    np.maximum.at(scores, index.sentence_rows, sentence_scores)
    return scores


class DenseRetriever:
    """Ranks by the cosine of question and passage, heading context included."""

    name = "dense"

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the best passages; see ``Retriever.search``."""
        check_query(query, where)
        vector = self._encoder.encode_queries([query])[0]
        return rank(self._index, passage_scores(self._index, vector), limit, where)
