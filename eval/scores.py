"""A run measured: one value a question and measure, and how well it tells what has an answer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from eval.judgements import QuestionSet
from eval.measures import Measure
from eval.relevance import Relevance
from eval.run import Run
from eval.statistics import SEED, Interval, auroc_interval, rejected_when_kept
from qa.errors import EvaluationError

Values = NDArray[np.float64]


class Missing(StrEnum):
    """What to do with questions that a run has no ranking for."""

    REFUSE = "refuse"
    """Refuse the run: a part that never ran would look like a bad system."""
    ZERO = "zero"
    """Score them 0, as ``trec_eval -c`` does."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The values of a run, float64 [n] a measure, in the order of ``question_ids``.

    ``missing`` counts the questions that the run lacked and that were scored 0.
    """

    run: str
    question_ids: tuple[str, ...]
    values: Mapping[Measure, Values]
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Separation:
    """How well the score of the first hit tells answerable from unanswerable questions.

    ``auroc`` is 0.5 for chance and 1 for always; ``rejected`` is the share of the unanswerable below
    the threshold that keeps 90 % of the answerable.
    """

    auroc: Interval
    rejected: float
    answerable: int
    unanswerable: int


def measure_run(
    run: Run, relevance: Relevance, measures: Sequence[Measure], missing: Missing = Missing.REFUSE
) -> Scores:
    """Measure a run over every judged question; none is dropped, one without hits scores 0.

    Raises:
        EvaluationError: the run lacks questions and ``missing`` says to refuse it, or has none of them.
    """
    lacking = [question for question in relevance.judgements if question not in run.rankings]
    if lacking and (missing is Missing.REFUSE or len(lacking) == len(relevance.judgements)):
        raise EvaluationError(
            f"Körningen {run.name} saknar {len(lacking)} av {len(relevance.judgements)} frågor, bland dem "
            f"{', '.join(lacking[:5])}. Kör alla frågor, eller räkna dem som 0 med --missing zero."
        )
    rankings = {
        question: [document.id for document in run.rankings.get(question, ())]
        for question in relevance.judgements
    }
    values = {
        measure: np.array(
            [
                measure.of(rankings[question], judgement)
                for question, judgement in relevance.judgements.items()
            ]
        )
        for measure in measures
    }
    return Scores(run.name, tuple(relevance.judgements), values, len(lacking))


def separation(
    run: Run, question_set: QuestionSet, relevance: Relevance, seed: int = SEED
) -> Separation | None:
    """Measure how the first hit's score tells the judged questions from those without an answer.

    A question without hits counts as surest of having no answer. None where the set has no
    unanswerable questions.
    """
    top = {question: ranking[0].score for question, ranking in run.rankings.items() if ranking}
    answerable, unanswerable = (
        np.array(
            [
                top.get(question.id, -math.inf)
                for question in question_set.questions
                if (question.id in relevance.judgements) is judged
            ]
        )
        for judged in (True, False)
    )
    if not len(answerable) or not len(unanswerable):
        return None
    return Separation(
        auroc_interval(answerable, unanswerable, seed),
        rejected_when_kept(answerable, unanswerable),
        len(answerable),
        len(unanswerable),
    )
