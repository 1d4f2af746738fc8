"""How sure a figure is: bootstrap intervals, paired tests, and correction for many comparisons.

All randomness comes from a seed that the report names, so every figure can be had again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.confidence.model import auroc

SEED = 20231
RESAMPLES = 2_000
"""Bootstrap resamples; the ends of the interval then move by about .002 on a hundred questions."""
PERMUTATIONS = 10_000
_BATCH = 500
"""Resamples drawn at a time, to bound memory."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean paired difference (second minus first) with its interval and a two-sided p-value."""

    interval: Interval
    p: float


def mean_interval(values: Values, seed: int = SEED) -> Interval:
    """Return the mean with its percentile bootstrap interval; questions are what is resampled.

    Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13.

    Args:
        values: one value a question, float64 [n], n at least 1.
        seed: of the random generator.
    """
    return _percentiles(float(values.mean()), _resampled_means(values, seed))


def paired_difference(first: Values, second: Values, seed: int = SEED) -> Difference:
    """Compare two systems question by question.

    The interval is a bootstrap over the differences, the p-value that of the randomisation test.
    Smucker, Allan and Carterette (2007), "A comparison of statistical significance tests for
    information retrieval evaluation", CIKM.

    Args:
        first: one value a question, float64 [n], n at least 1.
        second: the same questions in the same order.
        seed: of the random generator.
    """
    differences = second - first
    return Difference(mean_interval(differences, seed), randomisation_test(differences, seed))


def randomisation_test(differences: Values, seed: int = SEED) -> float:
    """Return the two-sided p-value of the paired randomisation (sign flipping) test.

    p = (1 + number of random sign patterns with a mean at least as far from 0) / (1 + patterns),
    which is never 0. Questions where the systems agree do not matter.
    """
    differing = differences[differences != 0]
    observed = abs(differing.sum())
    rng = np.random.default_rng(seed)
    extreme = 0
    for size in _batches(PERMUTATIONS):
        signs = 1 - 2 * rng.integers(0, 2, size=(size, len(differing)), dtype=np.int8)
        extreme += int((np.abs(signs @ differing) >= observed - 1e-12).sum())
    return (1 + extreme) / (1 + PERMUTATIONS)


def holm(p_values: Sequence[float]) -> list[float]:
    """Adjust p-values for having made several comparisons, in the order given.

    Holm (1979), "A simple sequentially rejective multiple test procedure": the i-th smallest of m is
    multiplied by m - i + 1, never falls below the one before, and never exceeds 1.
    """
    adjusted = [0.0] * len(p_values)
    largest = 0.0
    for place, index in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        largest = max(largest, min(1.0, p_values[index] * (len(p_values) - place)))
        adjusted[index] = largest
    return adjusted


def auroc_interval(positives: Values, negatives: Values, seed: int = SEED) -> Interval:
    """Return the AUROC with a bootstrap interval; both groups are resampled, each within itself."""

    def resample(rng: np.random.Generator) -> float:
        return auroc(
            rng.choice(positives, len(positives), replace=True),
            rng.choice(negatives, len(negatives), replace=True),
        )

    return _percentiles(auroc(positives, negatives), _repeat(resample, seed))


def rejected_when_kept(positives: Values, negatives: Values, share: float = 0.9) -> float:
    """Return the share of negatives below the threshold that keeps ``share`` of the positives.

    The threshold is the highest score that at least ``share`` of the positives reach.
    """
    kept = int(np.ceil(share * len(positives)))
    threshold = np.sort(positives)[len(positives) - kept]
    return float((negatives < threshold).mean())


def interval_of(statistic: Callable[[NDArray[np.intp]], float], questions: int, seed: int = SEED) -> Interval:
    """Return any statistic of a set of questions with its percentile bootstrap interval.

    Args:
        statistic: takes the rows of the questions that count, each as often as it was drawn, int [n].
        questions: how many there are to draw from, at least 1.
        seed: of the random generator.
    """

    def resample(rng: np.random.Generator) -> float:
        return statistic(rng.integers(0, questions, size=questions))

    return _percentiles(statistic(np.arange(questions)), _repeat(resample, seed))


def _resampled_means(values: Values, seed: int) -> Values:
    rng = np.random.default_rng(seed)
    means = [
        values[rng.integers(0, len(values), size=(size, len(values)))].mean(axis=1)
        for size in _batches(RESAMPLES)
    ]
    return np.concatenate(means)


def _repeat(resample: Callable[[np.random.Generator], float], seed: int) -> Values:
    rng = np.random.default_rng(seed)
    return np.array([resample(rng) for _ in range(RESAMPLES)])


def _percentiles(mean: float, resampled: Values) -> Interval:
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Interval(mean, float(low), float(high))


def _batches(total: int) -> list[int]:
    return [min(_BATCH, total - start) for start in range(0, total, _BATCH)]
