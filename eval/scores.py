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
    """How well a signal tells answerable from unanswerable questions.

    ``auroc`` is 0.5 for chance and 1 for always; ``rejected`` is the share of the unanswerable below
    the threshold that keeps 90 % of the answerable.
    """

    signal: str
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


def separations(run: Run, question_set: QuestionSet, seed: int = SEED) -> tuple[Separation, ...]:
    """Measure how the first hit's score, and its confidence, tell unanswerable questions apart.

    A question without hits counts as surest of having no answer. Empty where the set has no
    unanswerable questions; a confidence that never varies is left out, since it says nothing.
    """
    top = {question: ranking[0].score for question, ranking in run.rankings.items() if ranking}
    signals: list[tuple[str, Mapping[str, float]]] = [("score", top)]
    if len(set(run.confidences.values())) > 1:
        signals.append(("confidence", run.confidences))
    found = []
    for name, signal in signals:
        answerable, unanswerable = (
            np.array([signal.get(question.id, -math.inf) for question in part])
            for part in (question_set.answerable, question_set.unanswerable)
        )
        if len(answerable) and len(unanswerable):
            found.append(
                Separation(
                    name,
                    auroc_interval(answerable, unanswerable, seed),
                    rejected_when_kept(answerable, unanswerable),
                    len(answerable),
                    len(unanswerable),
                )
            )
    return tuple(found)
