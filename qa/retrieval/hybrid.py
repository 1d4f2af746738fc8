"""Retrieval by meaning and words together: what the program answers with."""

from qa.encoder import Encoder
from qa.index.generation import Index
from qa.retrieval.base import NO_FILTER, Ranking, check_query, rank
from qa.retrieval.dense import best_sentence_scores, encode_question, passage_scores
from qa.retrieval.fusion import fuse
from qa.retrieval.lexical import lexical_scores
from qa.retrieval.mentions import mention_bonus
from qa.types import Filter


class HybridRetriever:
    """Fuses passage, best sentence, words, and what the question says of meeting and body."""

    name = "hybrid"

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the best passages; see ``Retriever.search``."""
        check_query(query, where)
        vector = encode_question(self._index, self._encoder, query)
        scores = fuse(
            passage_scores(self._index, vector),
            best_sentence_scores(self._index, vector),
            lexical_scores(self._index, query),
        ) + mention_bonus(self._index, query)
        return rank(self._index, scores, limit, where)
