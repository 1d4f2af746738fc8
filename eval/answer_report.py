"""Everything an evaluation found about the program's answers, as one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.answer_measures import OF_A_KIND, Figure, confidence_and_right, measure_answers, measure_shares
from eval.answering import AnswerResult
from eval.judgements import NO_KIND, Answerability
from eval.selective import CoveragePoint, ReliabilityBin, reliability, risk_coverage
from eval.statistics import SEED
from qa.answer import Certainty


@dataclass(frozen=True, slots=True)
class Bands:
    """How many questions got what, at the thresholds of the program."""

    questions: int
    sure: int
    possible: int
    refused: int


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """The program's answers, measured.

    ``bands`` are by answerability, ``figures`` by the names of ``eval.answer_measures``, ``kinds`` the shares
    of the questions with an answer by their kind. ``risk`` is the risk-coverage curve over all questions, and
    ``risk_of_answerable`` over those with an answer alone. ``left_out`` counts the questions of the set
    that could not be judged. ``p50`` is the median time of a question in milliseconds.
    """

    bands: Mapping[Answerability, Bands]
    figures: Mapping[str, Figure]
    kinds: Mapping[str, Mapping[str, Figure]]
    risk: tuple[CoveragePoint, ...]
    risk_of_answerable: tuple[CoveragePoint, ...]
    reliability: tuple[ReliabilityBin, ...]
    left_out: int
    p50: float
    questions: tuple[AnswerResult, ...]


def make_answer_report(results: Sequence[AnswerResult], left_out: int = 0, seed: int = SEED) -> AnswerReport:
    """Measure the answers to a question set; ``results`` has at least one question with an answer."""
    answerable = [one for one in results if one.answerability is Answerability.ANSWERABLE]
    confidences, right = confidence_and_right(results)
    kinds = {
        kind or NO_KIND: measure_shares([one for one in answerable if one.kind == kind], OF_A_KIND, seed)
        for kind in sorted({one.kind for one in answerable})
    }
    return AnswerReport(
        bands={group: bands for group in Answerability if (bands := _bands(results, group)).questions},
        figures=measure_answers(results, seed),
        kinds=kinds,
        risk=risk_coverage(confidences, right, len(results)),
        risk_of_answerable=risk_coverage(*confidence_and_right(answerable), len(answerable)),
        reliability=reliability(confidences, right, seed),
        left_out=left_out,
        p50=float(np.median([one.seconds for one in results]) * 1000),
        questions=tuple(results),
    )


def _bands(results: Sequence[AnswerResult], group: Answerability) -> Bands:
    given = [one.certainty for one in results if one.answerability is group]
    return Bands(len(given), given.count(Certainty.SURE), given.count(Certainty.POSSIBLE), given.count(None))
