"""The program's own answers to a question set: what it shows, how sure it is, and whether that holds."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from eval.holding import holds, token_f1
from eval.judgements import Answerability, JudgedQuestion, JudgedUnit, QuestionSet
from qa.answer import Answer, Certainty, make_question
from qa.progress import SILENT, Progress
from qa.types import Filter, Question

LIMIT = 10
"""Hits asked for, as by default; what is shown as the answer does not depend on it."""


class Asked(Protocol):
    """Somebody who answers questions, as ``qa.answer.Answerer`` does."""

    def ask(self, question: Question) -> Answer:
        """Answer a question, or refuse."""


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """What became of one question.

    ``certainty`` is None where the program refused, and ``shown`` and ``sources`` (the citations) are then
    empty; ``confidence`` is in [0, 1] all the same. ``holds`` tells whether a judged
    quote is in what is shown (``eval.holding``), never so for a question without an answer. ``overlap`` is
    the token F1 with the nearest quote, None where there is no answer or no quote. ``seconds`` is the
    time of the question.
    """

    id: str
    question: str
    kind: str
    answerability: Answerability
    certainty: Certainty | None
    confidence: float
    holds: bool
    overlap: float | None
    shown: str
    sources: tuple[str, ...]
    seconds: float

    @property
    def is_answered(self) -> bool:
        """Whether an answer was shown, sure or possible."""
        return self.certainty is not None


def judgeable(question_set: QuestionSet) -> tuple[JudgedQuestion, ...]:
    """Return the questions whose answers can be judged: those with quotes, and those without an answer.

    Empty where no question has quotes, as in most BEIR sets.
    """
    questions = [question for question in question_set.questions if _is_judgeable(question)]
    return tuple(questions) if any(question.answers for question in questions) else ()


def why_not_judged(question_set: QuestionSet) -> str:
    """Say in Swedish why the answers to a set cannot be judged."""
    if question_set.unit is JudgedUnit.DOCUMENT:
        return (
            "Svaren är inte mätta: frågesamlingen säger vilka dokument som svarar men inte med vilka ord. "
            'Lägg till "metadata": {"answers": ["…"]} i queries.jsonl för att mäta dem.'
        )
    return "Svaren är inte mätta: ingen fråga i samlingen har ett svar."


def run_answerer(
    answerer: Asked, questions: Sequence[JudgedQuestion], progress: Progress = SILENT
) -> tuple[AnswerResult, ...]:
    """Ask every question as a user would, without filters, and judge what is shown.

    Raises:
        QuestionError: a question is too long to be asked.
    """
    progress.stage("Frågar efter svar", len(questions))
    results = []
    for question in questions:
        start = time.perf_counter()
        answer = answerer.ask(make_question(question.text, Filter(), LIMIT))
        results.append(_result(question, answer, time.perf_counter() - start))
        progress.advance()
    return tuple(results)


def _is_judgeable(question: JudgedQuestion) -> bool:
    return bool(question.answers) or question.answerability is not Answerability.ANSWERABLE


def _result(question: JudgedQuestion, answer: Answer, seconds: float) -> AnswerResult:
    extract = answer.extract
    spans = extract.spans if extract else ()
    shown = extract.text if extract else ""
    has_overlap = extract is not None and question.answers
    return AnswerResult(
        id=question.id,
        question=question.text,
        kind=question.kind,
        answerability=question.answerability,
        certainty=extract.certainty if extract else None,
        confidence=answer.confidence,
        holds=holds(spans, question),
        overlap=token_f1(shown, [one.quote for one in question.answers]) if has_overlap else None,
        shown=shown,
        sources=tuple(dict.fromkeys(span.passage.citation.text for span in spans)),
        seconds=seconds,
    )
