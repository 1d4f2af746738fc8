"""From a question to an answer: the passages found, each with its citation."""

from dataclasses import dataclass

from qa.encoder import Encoder
from qa.errors import IndexFormatError, QuestionError
from qa.index.generation import Index
from qa.language import language_of_question
from qa.retrieval.hybrid import HybridRetriever
from qa.text import normalise
from qa.types import Filter, Hit, Question

LONGEST_QUESTION = 2000
"""Characters; a question is a line or two, not a document."""
MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Extract:
    """The sentences that answer, verbatim, and the probability in [0, 1] that they do."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question.

    ``extract`` is None until sentences are marked. ``no_answer_reason`` says in Swedish why there are
    no hits, and is None where there are some. ``total`` counts the passages that were ranked.
    """

    question: str
    language: str
    extract: Extract | None
    no_answer_reason: str | None
    hits: tuple[Hit, ...]
    total: int


def make_question(text: str, where: Filter, limit: int) -> Question:
    """Check and normalise what somebody asks.

    Raises:
        QuestionError: the question is empty or too long, or the limit is out of range.
    """
    text = normalise(text).strip()
    if not text:
        raise QuestionError(
            "Frågan är tom. Skriv vad du vill veta, till exempel: vad sades om serviceavgiften?"
        )
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise QuestionError("Frågan innehåller tecken som inte är giltig text. Skriv om den.")
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            f"Frågan är {len(text)} tecken lång. Korta den till högst {LONGEST_QUESTION} tecken."
        )
    if not 1 <= limit <= MOST_HITS:
        raise QuestionError(f"Antalet träffar är {limit}. Välj ett tal från 1 till {MOST_HITS}.")
    return Question(text, where, limit)


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
        self._retriever = HybridRetriever(index, encoder)

    def ask(self, question: Question) -> Answer:
        """Answer a question.

        Raises:
            FilterError: the filter contradicts itself.
        """
        ranking = self._retriever.search(question.text, question.limit, question.where)
        return Answer(
            question=question.text,
            language=language_of_question(question.text),
            extract=None,
            no_answer_reason=None if ranking.hits else _why_nothing(question.where),
            hits=ranking.hits,
            total=ranking.total,
        )


def _why_nothing(where: Filter) -> str:
    limits = [
        text
        for text, is_set in (
            (f"organet {where.body}", where.body),
            (f"från och med {where.date_from}", where.date_from),
            (f"till och med {where.date_to}", where.date_to),
            (f"ärendenummer {where.case_number}", where.case_number),
            (f"filen {where.file}", where.file),
        )
        if is_set
    ]
    if not limits:
        return "Indexet innehåller inga stycken att söka i."
    return f"Inga stycken i protokollen motsvarar urvalet: {', '.join(limits)}. Ta bort något av villkoren."
