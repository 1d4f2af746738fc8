"""Retrieval by meaning and words together: what the program answers with."""

from dataclasses import dataclass

from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.vectors import Vectors
from qa.question.preference import lift_sections, preference
from qa.question.spelling import corrected
from qa.question.understanding import Understood, understand
from qa.retrieval.base import NO_FILTER, Ranking, Scores, check_query, rank
from qa.retrieval.dense import best_sentence_scores, encode_question, passage_scores
from qa.retrieval.fusion import fuse
from qa.retrieval.lexical import lexical_scores
from qa.types import Filter


@dataclass(frozen=True, slots=True)
class Scored:
    """What a question gave: a score for each passage and one for each sentence vector.

    ``passages`` is float32 [n], fused; ``sentences`` is float32 [sentences], nearness of meaning.
    """

    passages: Scores
    sentences: Vectors


class HybridRetriever:
    """Fuses passage, best sentence, words, and what the question says of meeting and body."""

    name = "hybrid"

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def score(self, query: str, understood: Understood) -> Scored:
        """Score everything there is, preferring what was understood; no filter changes a score."""
        return self.score_vector(query, encode_question(self._index, self._encoder, query), understood)

    def score_vector(self, query: str, vector: Vectors, understood: Understood) -> Scored:
        """Score with the question encoded already, as ``encode_question`` does."""
        sentences = self._index.sentence_vectors.scores(vector)
        fused = fuse(
            passage_scores(self._index, vector),
            best_sentence_scores(self._index, sentences),
            lexical_scores(self._index, query),
        )
        preferred = fused + preference(self._index, understood)
        return Scored(lift_sections(self._index, understood, preferred), sentences)

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the best passages; see ``Retriever.search``."""
        check_query(query, where)
        understood = understand(self._index, query)
        scored = self.score(corrected(query, understood.corrections), understood)
        return rank(self._index, scored.passages, limit, where)
