"""From features to a probability: logistic models small enough to read, and their calibration per corpus."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.confidence.features import Features
from qa.index.calibration import Calibration

_STEPS = 25
_OFFSET_DEVIATION = 0.08
_SLOPE_DEVIATION = 0.05
"""How far a corpus is believed to differ from those the weights come from; see docs/answers.md."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: the logit is ``bias`` and each feature times its weight."""

    bias: float
    score: float
    shortfall: float
    names: float
    known: float
    words: float

    def logit(self, features: Features, noise: float) -> float:
        """Return the logit of a hit, its score counted from what other fields reach (``noise``)."""
        return (
            self.bias
            + self.score * (features.score - noise)
            + self.shortfall * features.shortfall
            + self.names * features.names
            + self.known * features.known
            + self.words * features.words
        )


ANSWER = Weights(bias=-5.58, score=25.5, shortfall=17.8, names=2.1, known=0.46, words=0.34)
"""That the sentences shown answer, from what is best among the first hits."""
HIT = Weights(bias=-5.92, score=27.9, shortfall=0.0, names=1.52, known=0.33, words=0.25)
"""That a hit answers."""


def probability(calibration: Calibration, weights: Weights, features: Features) -> float:
    """Return the probability in (0, 1) that a model gives to features in a corpus so calibrated."""
    logit = calibration.slope * weights.logit(features, calibration.noise) + calibration.offset
    return float(sigmoid(np.array(logit)))


def sigmoid(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logistic function, in (0, 1)."""
    values: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return values


def fit_platt(logits: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[float, float]:
    """Fit ``sigmoid(offset + slope * logit)`` to labels of 0 and 1 by Newton's method.

    The most probable values under normal priors around 0 and 1, so that few probes move little.

    Args:
        logits: float64 [n].
        labels: float64 [n].

    Returns:
        offset and slope.
    """
    prior_mean = np.array([0.0, 1.0])
    precision = np.array([_OFFSET_DEVIATION, _SLOPE_DEVIATION]) ** -2
    design = np.stack([np.ones_like(logits), logits], axis=1)
    values = prior_mean.copy()
    for _ in range(_STEPS):
        predicted = sigmoid(design @ values)
        gradient = design.T @ (labels - predicted) - precision * (values - prior_mean)
        curvature = design.T @ (design * (predicted * (1 - predicted))[:, None]) + np.diag(precision)
        values = values + np.linalg.solve(curvature, gradient)
    return float(values[0]), float(values[1])


def auroc(positives: NDArray[np.float64], negatives: NDArray[np.float64]) -> float:
    """Return the probability that a positive scores above a negative, ties counted half.

    Hanley and McNeil (1982), "The meaning and use of the area under a ROC curve", Radiology 143.

    Args:
        positives: scores, float64 [n]; -inf is allowed.
        negatives: scores, float64 [m].

    Returns:
        In [0, 1]; 0.5 without positives or without negatives.
    """
    if not len(positives) or not len(negatives):
        return 0.5
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives, side="left")
    not_above = np.searchsorted(ordered, positives, side="right")
    return float((below + not_above).mean() / (2 * len(negatives)))


def expected_calibration_error(
    probabilities: NDArray[np.float64], labels: NDArray[np.float64], bins: int = 10
) -> float:
    """Return the mean distance of confidence and accuracy over equal bins, weighted by their sizes.

    Guo et al. (2017), "On Calibration of Modern Neural Networks". 0 without any.
    """
    if not len(labels):
        return 0.0
    places = np.minimum((probabilities * bins).astype(np.intp), bins - 1)
    gaps = np.bincount(places, weights=probabilities - labels, minlength=bins)
    return float(np.abs(gaps).sum() / len(labels))
