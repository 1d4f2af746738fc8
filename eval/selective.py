"""Answering or refusing: what is risked by how much is answered, and whether confidence can be believed.

All functions take the questions that were answered: ``confidences``, float64 [n] in [0, 1], and whether each
answer was ``right``, bool [n]. What was refused has no answer that could be right or wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.statistics import SEED, Interval, mean_interval
from qa.confidence.model import expected_calibration_error

Confidences = NDArray[np.float64]
Right = NDArray[np.bool_]
BINS = 10


@dataclass(frozen=True, slots=True)
class CoveragePoint:
    """What would be if only answers of at least this confidence were given.

    ``answered`` is how many would be given, ``coverage`` that as a share of all questions, and ``risk`` the
    share of the answers given that are wrong; the shares are in [0, 1].
    """

    confidence: float
    answered: int
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The answers whose confidence is in [``low``, ``high``), the last bin with 1 in it.

    ``confidence`` is their mean, and ``right`` the share of them that are right with its interval.
    """

    low: float
    high: float
    questions: int
    confidence: float
    right: Interval


def risk_coverage(confidences: Confidences, right: Right, asked: int) -> tuple[CoveragePoint, ...]:
    """Return the risk-coverage curve, the surest answers first; answers of equal confidence come at once.

    El-Yaniv and Wiener (2010), "On the foundations of noise-free selective classification", JMLR 11;
    Geifman and El-Yaniv (2017), "Selective classification for deep neural networks", NeurIPS.

    Args:
        confidences: of the questions answered, float64 [n] in [0, 1].
        right: whether each answer is right, bool [n].
        asked: how many questions were asked, the refused among them, at least n.
    """
    levels, answered, wrong = _by_level(confidences, right)
    return tuple(
        CoveragePoint(float(level), int(count), float(count / asked), float(bad / count))
        for level, count, bad in zip(levels, answered, wrong, strict=True)
    )


def area_under_risk(confidences: Confidences, right: Right) -> float:
    """Return the mean risk over the coverages reached (AURC), in [0, 1]; lower is better.

    The mean over i = 1 .. n of the risk of the i surest answers, where answers of equal confidence take the
    risk of their level. Answers in random order give the share of wrong ones. Geifman, Uziel and El-Yaniv
    (2019), "Bias-reduced uncertainty estimation for deep neural classifiers", ICLR. There every question is
    answered at last; here the curve ends where the program begins to refuse.

    Args:
        confidences: of the questions answered, float64 [n] in [0, 1], n at least 1.
        right: whether each answer is right, bool [n].
    """
    _, answered, wrong = _by_level(confidences, right)
    return float((np.diff(answered, prepend=0) * wrong / answered).sum() / answered[-1])


def reliability(confidences: Confidences, right: Right, seed: int = SEED) -> tuple[ReliabilityBin, ...]:
    """Return the bins of the reliability diagram that have answers, ``BINS`` of equal width over [0, 1].

    Guo, Pleiss, Sun and Weinberger (2017), "On calibration of modern neural networks", ICML; bin k holds
    k / 10 <= confidence < (k + 1) / 10, the last one 1 as well.
    """
    places = _bin_of(confidences)
    return tuple(
        ReliabilityBin(
            low=place / BINS,
            high=(place + 1) / BINS,
            questions=int((places == place).sum()),
            confidence=float(confidences[places == place].mean()),
            right=mean_interval(right[places == place].astype(np.float64), seed),
        )
        for place in np.unique(places).tolist()
    )


def calibration_error(confidences: Confidences, right: Right) -> float:
    """Return the expected calibration error (ECE) in [0, 1]; lower is better.

    The sum over the bins of ``reliability`` of |mean confidence - share right| times the bin's share of
    the answers. It is never 0 for few answers, however well calibrated, and its bootstrap interval
    lies somewhat high for the same reason.

    Args:
        confidences: of the questions answered, float64 [n] in [0, 1], n at least 1.
        right: whether each answer is right, bool [n].
    """
    return expected_calibration_error(confidences, right.astype(np.float64), BINS)


def _bin_of(confidences: Confidences) -> NDArray[np.intp]:
    return np.minimum((confidences * BINS).astype(np.intp), BINS - 1)


def _by_level(
    confidences: Confidences, right: Right
) -> tuple[Sequence[float], NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct confidences, falling, and how many answers reach each: all, and wrong ones."""
    levels, place, counts = np.unique(-confidences, return_inverse=True, return_counts=True)
    wrong = np.bincount(place, weights=~right, minlength=len(levels)).astype(np.int64)
    return (-levels).tolist(), counts.cumsum(), wrong.cumsum()
