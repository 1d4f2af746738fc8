"""Probing an index while it is built: what its scores are worth, and how well that can be told."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from qa.confidence.features import Features
from qa.confidence.hit_reader import HitReader
from qa.confidence.model import ANSWER, auroc, expected_calibration_error, fit_platt, probability
from qa.confidence.other_fields import OTHER_FIELDS
from qa.confidence.probes import make_probes, rows_about
from qa.encoder import Encoder
from qa.extraction import HITS_READ
from qa.index.calibration import TYPICAL, Calibration, Check
from qa.index.generation import Index
from qa.progress import Progress
from qa.question.understanding import NOTHING
from qa.retrieval.base import NO_FILTER, NOT_RANKED, rank
from qa.retrieval.encoded_question import encode_questions
from qa.retrieval.hybrid import HybridRetriever, Scored

FEWEST_PROBES = 12
"""With fewer answerable ones nothing is fitted."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A probe's features, and whether the first hits answered it; the probes of one item share ``source``."""

    features: Features
    is_answered: bool
    source: int


def calibrate(index: Index, encoder: Encoder, progress: Progress) -> Calibration:
    """Ask an index its probes; fit offset and slope on one half of them, and check on the other.

    What is stored is fitted on all of them; the check is of the fit on one half.
    """
    prober = _Prober(index, encoder)
    progress.stage("Kalibrerar säkerheten", 2)
    noise = prober.other_fields()
    progress.advance()
    probes = prober.own_probes()
    progress.advance()
    calibration = Calibration(float(np.mean([one.features.score for one in noise])) if noise else 0.0)
    if sum(one.is_answered for one in probes) < FEWEST_PROBES:
        return calibration
    everything = [*noise, *probes]
    fitted = [one for one in everything if one.source % 2]
    held_out = [one for one in everything if not one.source % 2]
    check = _check(_fitted(calibration, fitted), held_out)
    return replace(_fitted(calibration, everything), check=check)


class _Prober:
    def __init__(self, index: Index, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._retriever = HybridRetriever(index, encoder)
        self._reader = HitReader(index)

    def other_fields(self) -> list[_Outcome]:
        """Ask what no minutes answer."""
        asked = self._score(OTHER_FIELDS)
        outcomes = (
            self._outcome(question, scored, set(), place)
            for place, (question, scored) in enumerate(zip(OTHER_FIELDS, asked, strict=True))
        )
        return [outcome for outcome in outcomes if outcome]

    def own_probes(self) -> list[_Outcome]:
        """Ask the corpus' own probes, each with its item and without."""
        probes = make_probes(self._index)
        outcomes = []
        asked = self._score([probe.question for probe in probes])
        for place, (probe, scored) in enumerate(zip(probes, asked, strict=True)):
            about = rows_about(self._index, probe.item_id)
            items = {self._index.passages[row].citation.item_id for row in about}
            without = scored.passages.copy()
            without[about] = NOT_RANKED
            outcomes.append(self._outcome(probe.question, scored, items, place))
            outcomes.append(self._outcome(probe.question, replace(scored, passages=without), set(), place))
        return [outcome for outcome in outcomes if outcome]

    def _score(self, questions: list[str] | tuple[str, ...]) -> list[Scored]:
        encoded = encode_questions(self._index, self._encoder, questions)
        return [self._retriever.score_encoded(question, NOTHING) for question in encoded]

    def _outcome(self, question: str, scored: Scored, right: set[str], source: int) -> _Outcome | None:
        hits = rank(self._index, scored.passages, HITS_READ, NO_FILTER).hits
        features = self._reader.judge(question, scored, hits, TYPICAL).answer
        if features is None:
            return None
        return _Outcome(features, any(hit.passage.citation.item_id in right for hit in hits), source)


def _fitted(calibration: Calibration, outcomes: list[_Outcome]) -> Calibration:
    logits = np.array([ANSWER.logit(one.features, calibration.noise) for one in outcomes])
    offset, slope = fit_platt(logits, _labels(outcomes))
    return replace(calibration, offset=offset, slope=slope)


def _check(calibration: Calibration, outcomes: list[_Outcome]) -> Check:
    believed = np.array([probability(calibration, ANSWER, one.features) for one in outcomes])
    labels = _labels(outcomes)
    return Check(
        probes=len(outcomes),
        auroc=auroc(believed[labels == 1], believed[labels == 0]),
        calibration_error=expected_calibration_error(believed, labels),
    )


def _labels(outcomes: list[_Outcome]) -> NDArray[np.float64]:
    return np.array([float(one.is_answered) for one in outcomes])
