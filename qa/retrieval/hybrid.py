"""Retrieval by meaning and words together: what the program answers with."""

from dataclasses import dataclass

from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.vectors import Vectors
from qa.question.preference import lift_sections, preference
from qa.question.spelling import corrected
from qa.question.understanding import Understood, understand
from qa.retrieval.base import NO_FILTER, Ranking, Scores, check_query, rank
from qa.retrieval.dense import best_sentence_scores, passage_scores
from qa.retrieval.encoded_question import EncodedQuestion, encode_questions
from qa.retrieval.fusion import fuse, sentence_share
from qa.retrieval.lexical import lexical_scores
from qa.retrieval.meaning import meaning_scores
from qa.types import Filter


@dataclass(frozen=True, slots=True)
class Scored:
    """What a question gave: a score for each passage and one for each sentence vector.

    ``passages`` is float32 [n], fused and with what the question prefers; ``fused`` without the latter.
    ``sentences`` is float32 [sentences], nearness of meaning.
    """

    passages: Scores
    sentences: Vectors
    fused: Scores


class HybridRetriever:
    """Fuses passage, best sentence, words by letters and meaning, and what is said of meeting and body."""

    name = "hybrid"

    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._sentence_share = sentence_share(index.word_counts)

    def score(self, query: str, understood: Understood) -> Scored:
        """Score everything there is, preferring what was understood; no filter changes a score."""
        (question,) = encode_questions(self._index, self._encoder, [query])
        return self.score_encoded(question, understood)

    def score_encoded(self, question: EncodedQuestion, understood: Understood) -> Scored:
        """Score with the question encoded already."""
        sentences = self._index.sentence_vectors.scores(question.vector)
        fused = fuse(
            passage_scores(self._index, question.vector),
            best_sentence_scores(self._index, sentences),
            self._sentence_share,
            lexical_scores(self._index, question.text),
            meaning_scores(self._index, question.words),
        )
        preferred = fused + preference(self._index, understood)
        return Scored(lift_sections(self._index, understood, preferred), sentences, fused)

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the best passages; see ``Retriever.search``."""
        check_query(query, where)
        understood = understand(self._index, query)
        scored = self.score(corrected(query, understood.corrections), understood)
        return rank(self._index, scored.passages, limit, where)
