"""What an index knows of the worth of its own scores, kept in its manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """How well confidence separates and how far it can be believed, on probes that took no part in the fit.

    ``auroc`` is the chance that a probe that was answered is given more confidence than one that was
    not; ``calibration_error`` the expected calibration error in ten bins (Naeini et al., 2015). Both
    are in [0, 1].
    """

    probes: int
    auroc: float
    calibration_error: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the shipped logistic models are bent to a corpus.

    Scores are counted from ``noise``, what questions of other fields reach in the corpus on average; the
    logit is taken times ``slope``, and ``offset`` is added (Platt, 1999). ``check`` is None where the corpus
    is too small to be probed.
    """

    noise: float
    offset: float = 0.0
    slope: float = 1.0
    check: Check | None = None


TYPICAL = Calibration(noise=0.45)
"""For an index that was never probed: the level that all corpora measured are within 0.02 of."""
