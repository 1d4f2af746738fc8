"""From a question to an answer: the sentences that answer, the passages found, or why there is no answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.confidence.hit_reader import HitReader, Judged, hits_to_read
from qa.confidence.model import ANSWER, probability
from qa.encoder import Encoder
from qa.errors import IndexFormatError, QuestionError
from qa.extraction import Sentence, attendance, choose_sentences, first_sentences, joined_spans
from qa.index.calibration import TYPICAL
from qa.index.generation import Index
from qa.language import language_of_question
from qa.question.absent_items import AbsentItem, absent_items_in
from qa.question.spelling import corrected
from qa.question.understanding import NOTHING, Understood, understand
from qa.question.wishes import Wish
from qa.refusal import Refusal, why_no_answer
from qa.refusal_wording import reason_in
from qa.retrieval.base import NO_FILTER, check_query, rank
from qa.retrieval.hybrid import HybridRetriever, Scored
from qa.text import normalise
from qa.types import Citation, Filter, Hit, Passage, Question
from qa.voting import ItemVote, votes_asked_for
from qa.why import Explainer, Scene

LONGEST_QUESTION = 2000
"""Characters; a question is a line or two, not a document."""
MOST_HITS = 50


class Certainty(StrEnum):
    """How an answer is offered: as one, or as what may be one."""

    SURE = "sure"
    POSSIBLE = "possible"


SURE_FROM = 0.8
POSSIBLE_FROM = 0.31
"""Lowest confidence of the bands; below the second no answer is given (docs/answers.md)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a passage that answers, ``text`` being ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, as the passage has them."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Extract:
    """The sentences that answer, verbatim, the most telling passage first.

    ``confidence`` is the probability in [0, 1] that they do.
    """

    spans: tuple[Span, ...]
    confidence: float
    certainty: Certainty

    @property
    def text(self) -> str:
        """The spans with " … " between them."""
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question.

    ``language`` is that of the question, ``sv`` or ``en``. ``extract`` is None where the minutes do not seem
    to say; then ``refusal`` tells why and what was searched, and ``hits`` are the nearest there is.
    ``confidence`` is the probability in [0, 1] that the sentences found answer, shown or not.
    ``total`` counts the passages ranked. ``understood`` is what the question was taken to say of meeting,
    body and case. ``votes`` are those of the item found, where the question asks how was voted.
    ``absent_items`` are the numbers of items in the question that the meetings it is about do not have.
    """

    question: str
    language: str
    extract: Extract | None
    refusal: Refusal | None
    hits: tuple[Hit, ...]
    total: int
    confidence: float = 0.0
    understood: Understood = NOTHING
    votes: tuple[ItemVote, ...] = ()
    absent_items: tuple[AbsentItem, ...] = ()

    @property
    def no_answer_reason(self) -> str | None:
        """Why there is no answer, in the language of the question; None where there is one."""
        return reason_in(self.refusal, self.language) if self.refusal else None


def make_question(text: str, where: Filter, limit: int, *, understand: bool = True) -> Question:
    """Check and normalise what somebody asks.

    ``understand`` tells whether periods, bodies and case numbers in the text are to count.

    Raises:
        QuestionError: the question is no text, empty or too long, or the limit is out of range.
    """
    try:
        text.encode()  # no model and no file could take halves of characters
    except UnicodeEncodeError as error:
        raise QuestionError(
            f"Tecken {error.start + 1} i frågan är inte giltig Unicode. Skriv frågan i UTF-8."
        ) from error
    text = normalise(text).strip()
    if not text:
        raise QuestionError(
            "Frågan är tom. Skriv vad du vill veta, till exempel: vad sades om serviceavgiften?"
        )
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            f"Frågan är {len(text)} tecken lång. Korta den till högst {LONGEST_QUESTION} tecken."
        )
    if not 1 <= limit <= MOST_HITS:
        raise QuestionError(f"Antalet träffar är {limit}. Välj ett tal från 1 till {MOST_HITS}.")
    return Question(text, where, limit, understand)


class Answerer:
    """Answers questions from one index generation."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        """Tie an index to the encoder its vectors were made with.

        Raises:
            IndexFormatError: the index was made with another model.
        """
        if index.manifest.model_fingerprint != encoder.fingerprint:
            raise IndexFormatError(
                f"Indexet är byggt med modellen {index.manifest.model} ({index.manifest.model_fingerprint}), "
                f"men inställd är {encoder.name} ({encoder.fingerprint}). Ställ in rätt modell med QA_MODEL, "
                "eller bygg om indexet med: qa index MAPP"
            )
        self._index = index
        self._retriever = HybridRetriever(index, encoder)
        self._reader = HitReader(index)
        self._explainer = Explainer(index)
        self._calibration = index.manifest.calibration or TYPICAL
        self._texts = [passage.text for passage in index.passages]

    def ask(self, question: Question) -> Answer:
        """Answer a question.

        Raises:
            FilterError: the filter contradicts itself.
        """
        check_query(question.text, question.where)
        understood = understand(self._index, question.text) if question.understand else NOTHING
        asked = _Asked(corrected(question.text, understood.corrections), understood)
        scored = self._retriever.score(asked.text, understood)
        limit = max(question.limit, hits_to_read(asked.text))
        ranking = rank(self._index, scored.passages, limit, question.where)
        judged = self._reader.judge(asked.text, scored, ranking.hits, self._calibration)
        confidence = self._confidence(judged)
        extract = self._extract(asked, judged, confidence)
        scene = Scene(question, understood, scored.fused, self._calibration.noise)
        return Answer(
            question=question.text,
            language=language_of_question(question.text),
            extract=extract,
            confidence=confidence,
            refusal=None if extract else self._why_none(asked, scored, question.where, judged),
            hits=self._explainer.explain(scene, judged.hits[: question.limit]),
            total=ranking.total,
            understood=understood,
            votes=votes_asked_for(
                self._index,
                asked.text,
                understood,
                _telling(extract, judged.hits),
                [hit.passage.citation for hit in judged.hits],
            ),
            absent_items=absent_items_in(self._index, question, understood),
        )

    def _why_none(self, asked: "_Asked", scored: Scored, where: Filter, judged: Judged) -> Refusal:
        """Tell why there is no answer, and whether there would be one without the filter."""
        outside = None
        if where != NO_FILTER:
            hits = rank(self._index, scored.passages, hits_to_read(asked.text), NO_FILTER).hits
            judged_outside = self._reader.judge(asked.text, scored, hits, self._calibration)
            extract = self._extract(asked, judged_outside, self._confidence(judged_outside))
            outside = extract.spans[0].passage.citation if extract else None
        return why_no_answer(self._index, where, judged, outside)

    def _confidence(self, judged: Judged) -> float:
        if judged.answer is None or not judged.sentences:
            return 0.0
        return probability(self._calibration, ANSWER, judged.answer)

    def _extract(self, asked: "_Asked", judged: Judged, confidence: float) -> Extract | None:
        if confidence < POSSIBLE_FROM:
            return None
        chosen = self._chosen(asked, judged)
        return Extract(
            spans=tuple(
                Span(self._index.passages[row], start, end)
                for row, start, end in joined_spans(chosen, self._texts)
            ),
            confidence=confidence,
            certainty=Certainty.SURE if confidence >= SURE_FROM else Certainty.POSSIBLE,
        )

    def _chosen(self, asked: "_Asked", judged: Judged) -> list[Sentence]:
        """Return the sentences to show: lists for who was present, what was decided for a mere number."""
        if asked.understood.is_reference:
            return first_sentences(judged.sentences)
        asks_attendance = Wish.ATTENDANCE in asked.understood.wishes
        present = attendance(self._index, judged.sentences) if asks_attendance else []
        return present or choose_sentences(self._index, asked.text, judged.sentences)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as it was read: its text with slips corrected, and what it says."""

    text: str
    understood: Understood


def _telling(extract: Extract | None, hits: Sequence[Hit]) -> list[Citation]:
    """Return the sources of what answers: of the sentences, then of the hits that may."""
    said = [span.passage.citation for span in extract.spans] if extract else []
    return said + [hit.passage.citation for hit in hits if hit.confidence >= POSSIBLE_FROM]
