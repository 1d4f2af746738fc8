"""Two systems on the same questions: difference, test, and the questions that moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from eval.measures import Measure
from eval.scores import Scores
from eval.statistics import SEED, Interval, holm, paired_difference


@dataclass(frozen=True, slots=True)
class Delta:
    """How much better (above 0) the second system did on one question."""

    question_id: str
    value: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The second system minus the first, by one measure.

    ``p`` is from the paired randomisation test; ``p_holm`` takes into account how many pairs of systems
    the report compares. ``deltas`` are the questions that differ, best for the second system first.
    """

    first: str
    second: str
    measure: str
    difference: Interval
    p: float
    p_holm: float
    better: int
    worse: int
    equal: int
    deltas: tuple[Delta, ...]


def compare_pairs(scores: Sequence[Scores], measure: Measure, seed: int = SEED) -> tuple[Comparison, ...]:
    """Compare every pair of systems by one measure, in the order given."""
    comparisons = [_compare(first, second, measure, seed) for first, second in combinations(scores, 2)]
    adjusted = holm([comparison.p for comparison in comparisons])
    return tuple(replace(comparison, p_holm=p) for comparison, p in zip(comparisons, adjusted, strict=True))


def _compare(first: Scores, second: Scores, measure: Measure, seed: int) -> Comparison:
    differences = second.values[measure] - first.values[measure]
    test = paired_difference(first.values[measure], second.values[measure], seed)
    deltas = [
        Delta(question, float(value))
        for question, value in zip(first.question_ids, differences, strict=True)
        if value
    ]
    return Comparison(
        first=first.run,
        second=second.run,
        measure=str(measure),
        difference=test.interval,
        p=test.p,
        p_holm=test.p,
        better=int((differences > 0).sum()),
        worse=int((differences < 0).sum()),
        equal=int((differences == 0).sum()),
        deltas=tuple(sorted(deltas, key=lambda delta: (-delta.value, delta.question_id))),
    )
