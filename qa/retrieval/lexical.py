"""Retrieval by words: BM25 over character n-grams."""

import numpy as np

from qa.index.generation import Index
from qa.retrieval.base import NO_FILTER, NOT_RANKED, Ranking, Scores, check_query, rank
from qa.text import fold, words_as_terms
from qa.types import Filter

_DIACRITICS = frozenset("åäö")


def lexical_scores(index: Index, query: str) -> Scores:
    """Return each passage's BM25 score in [0, 1), 0 where nothing matches.

    A question without å, ä and ö may have been written without them on purpose, so it is also
    looked up among the folded words, and the better of the two scores counts.
    """
    scores = index.lexical.scores(words_as_terms(query))
    if _DIACRITICS.isdisjoint(query.lower()):
        folded = index.lexical_folded.scores(words_as_terms(fold(query.lower())))
        scores = np.maximum(scores, folded)
    return scores


class LexicalRetriever:
    """Ranks by BM25 alone; passages that share nothing with the question are no hits."""

    name = "bm25"

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the best passages; see ``Retriever.search``."""
        check_query(query, where)
        scores = lexical_scores(self._index, query)
        return rank(self._index, np.where(scores > 0, scores, NOT_RANKED), limit, where)
