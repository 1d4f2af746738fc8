"""Which numbered lines belong together: the numbers of a meeting rise one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

_NEXT, _SAME, _FALL = 2.0, -1.0, -6.0
_GAP, _GAP_STEP, _MAX_GAP = -1.0, -0.5, -4.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may be a heading: where it stands, its number, and how much it looks like one."""

    index: int
    number: int
    weight: float


def best_sequence(candidates: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Return the candidates of the best rising row of numbers, in order.

    The next number in the row is worth two, a gap and a repetition cost a little, and beginning
    anew costs most: so a reference to another paragraph never pays, while two meetings in
    one file do. Dynamic programming over all pairs.
    """
    totals: list[float] = []
    before: list[int | None] = []
    for position, candidate in enumerate(candidates):
        best, link = 0.0, None
        for earlier in range(position):
            total = totals[earlier] + _step(candidates[earlier].number, candidate.number)
            if total > best:
                best, link = total, earlier
        totals.append(best + candidate.weight)
        before.append(link)
    chain: list[Numbered] = []
    at = max(range(len(totals)), key=totals.__getitem__) if totals else None
    while at is not None:
        chain.append(candidates[at])
        at = before[at]
    return tuple(reversed(chain))


def _step(previous: int, number: int) -> float:
    difference = number - previous
    if difference == 1:
        return _NEXT
    if difference == 0:
        return _SAME
    if difference < 0:
        return _FALL
    return max(_MAX_GAP, _GAP + _GAP_STEP * difference)
