"""What the program's answers to a question set are worth, each figure with a bootstrap interval.

A share is of a group of questions: ``holds`` of those with an answer in the minutes that got one,
``answered_off_corpus`` of those whose matter is not in the minutes. A figure of an empty group is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.answering import AnswerResult
from eval.judgements import Answerability
from eval.selective import area_under_risk, calibration_error
from eval.statistics import SEED, Interval, auroc_interval, interval_of, mean_interval
from qa.answer import Certainty

Test = Callable[[AnswerResult], bool]
Values = NDArray[np.float64]
Right = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % interval and the number of questions it is of.

    For an AUROC ``questions`` is the size of the smaller of its two groups.
    """

    value: Interval
    questions: int


@dataclass(frozen=True, slots=True)
class _Share:
    """The share of the questions ``among`` some that pass ``test``."""

    among: Test
    test: Test


def _is_answered(result: AnswerResult) -> bool:
    return result.is_answered


def _is_sure(result: AnswerResult) -> bool:
    return result.certainty is Certainty.SURE


def _holds(result: AnswerResult) -> bool:
    return result.holds


def _is_answerable(result: AnswerResult) -> bool:
    return result.answerability is Answerability.ANSWERABLE


def _is_unanswerable(result: AnswerResult) -> bool:
    return not _is_answerable(result)


def _is_off_corpus(result: AnswerResult) -> bool:
    return result.answerability is Answerability.OFF_CORPUS


def _is_near_miss(result: AnswerResult) -> bool:
    return result.answerability is Answerability.NEAR_MISS


def _both(one: Test, other: Test) -> Test:
    return lambda result: one(result) and other(result)


_UNANSWERABLE: Mapping[str, Test] = {
    "unanswerable": _is_unanswerable,
    "off_corpus": _is_off_corpus,
    "near_miss": _is_near_miss,
}
_SHARES: Mapping[str, _Share] = {
    "answered": _Share(_is_answerable, _is_answered),
    "holds": _Share(_both(_is_answerable, _is_answered), _holds),
    "sure": _Share(_is_answerable, _is_sure),
    "holds_of_sure": _Share(_both(_is_answerable, _is_sure), _holds),
    "right_of_shown": _Share(_is_answered, _holds),
    **{f"answered_{name}": _Share(among, _is_answered) for name, among in _UNANSWERABLE.items()},
    **{f"sure_{name}": _Share(among, _is_sure) for name, among in _UNANSWERABLE.items()},
}
OF_A_KIND = ("answered", "holds", "sure", "holds_of_sure")
"""The shares that are of questions with an answer, and so are shown for each kind of them."""
LOWER_IS_BETTER = frozenset(
    {
        *(f"{what}_{name}" for what in ("answered", "sure") for name in _UNANSWERABLE),
        "aurc",
        "calibration_error",
    }
)
"""All other figures are better the higher they are."""


def measure_answers(results: Sequence[AnswerResult], seed: int = SEED) -> dict[str, Figure]:
    """Return every figure that the questions allow, by name.

    - The shares.
    - ``auroc_unanswerable``, ``auroc_off_corpus`` and ``auroc_near_miss``: by confidence, questions with an
      answer against these, answered or refused; ``auroc_holds``: those whose answer holds against all others.
    - ``aurc`` and ``calibration_error``, over all that were answered; an answer is right when it holds.
    - ``token_f1``: the mean overlap with the nearest quote, over the answered that have one.
    """
    figures = measure_shares(results, tuple(_SHARES), seed)
    for name, group in _UNANSWERABLE.items():
        figures |= _auroc(f"auroc_{name}", _beliefs(results, _is_answerable), _beliefs(results, group), seed)
    figures |= _auroc(
        "auroc_holds", _beliefs(results, _holds), _beliefs(results, lambda one: not one.holds), seed
    )
    if any(one.is_answered for one in results):
        figures["aurc"] = _of_shown(area_under_risk, results, seed)
        figures["calibration_error"] = _of_shown(calibration_error, results, seed)
    overlaps = np.array([one.overlap for one in results if one.overlap is not None])
    if len(overlaps):
        figures["token_f1"] = Figure(mean_interval(overlaps, seed), len(overlaps))
    return figures


def measure_shares(
    results: Sequence[AnswerResult], names: Sequence[str], seed: int = SEED
) -> dict[str, Figure]:
    """Return the shares called ``names`` whose group is not empty."""
    figures = {}
    for name in names:
        share = _SHARES[name]
        values = np.array([float(share.test(one)) for one in results if share.among(one)])
        if len(values):
            figures[name] = Figure(mean_interval(values, seed), len(values))
    return figures


def confidence_and_right(results: Sequence[AnswerResult]) -> tuple[Values, Right]:
    """Return the confidence, float64 [n], of each answer shown, and whether it holds, bool [n]."""
    shown = [(one.confidence, one.holds) for one in results if one.is_answered]
    return np.array([one for one, _ in shown], np.float64), np.array([right for _, right in shown], np.bool_)


def _of_shown(
    measure: Callable[[Values, Right], float], results: Sequence[AnswerResult], seed: int
) -> Figure:
    confidences, right = confidence_and_right(results)
    value = interval_of(lambda rows: measure(confidences[rows], right[rows]), len(confidences), seed)
    return Figure(value, len(confidences))


def _beliefs(results: Sequence[AnswerResult], test: Test) -> Values:
    """Return the confidence of the questions that pass a test, float64 [n]."""
    return np.array([one.confidence for one in results if test(one)], np.float64)


def _auroc(name: str, positives: Values, negatives: Values, seed: int) -> dict[str, Figure]:
    if not len(positives) or not len(negatives):
        return {}
    smaller = min(len(positives), len(negatives))
    return {name: Figure(auroc_interval(positives, negatives, seed), smaller)}
