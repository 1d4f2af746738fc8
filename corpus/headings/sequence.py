"""Which numbered lines belong together: the numbers of a meeting rise one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_NEXT, _SAME, _FALL = 2.0, -1.0, -6.0
_GAP, _GAP_STEP, _MAX_GAP = -1.0, -0.5, -4.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may be a heading: where it stands, its number, and how much it looks like one."""

    index: int
    number: int
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate(Numbered):
    """A line as read: its number as ``printed``, and the ``rest`` of it, which may be the title."""

    printed: str
    rest: str


NumberedT = TypeVar("NumberedT", bound=Numbered)


def best_sequence(candidates: Sequence[NumberedT]) -> tuple[NumberedT, ...]:
    """Return the candidates of the best rising row of numbers, in order.

    The next number in the row is worth two, a gap and a repetition cost a little, and beginning
    anew costs most: so a reference to another paragraph never pays, while two meetings in
    one file do. Dynamic programming: the best row so far for each number it may end with.
    """
    before: list[int | None] = []
    best_ending: dict[int, tuple[float, int]] = {}
    for position, candidate in enumerate(candidates):
        best, link = 0.0, None
        for number, (total, earlier) in best_ending.items():
            gained = total + _step(number, candidate.number)
            if gained > best:
                best, link = gained, earlier
        before.append(link)
        reached = best + candidate.weight
        if reached > best_ending.get(candidate.number, (0.0, 0))[0]:
            best_ending[candidate.number] = (reached, position)
    chain: list[NumberedT] = []
    at = max(best_ending.values())[1] if best_ending else None
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
