"""Case numbers (diarienummer): when two are the same, and which are near one that nobody has."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_LABELS = ("diarienummer", "ärendenummer", "dnr")
_LEAST_ALIKE = 0.6
"""Share of characters that two numbers have in common; below it nothing is gained by naming one."""
_SHORTEST = 3
"""Letters and digits; less is part of nearly every number."""


def case_key(number: str) -> str:
    """Return what a case number is compared by, its letters and digits: "dnr KS 2024/12" is ``ks202412``."""
    text = number.casefold().strip()
    for label in _LABELS:
        text = text.removeprefix(label)
    return "".join(character for character in text if character.isalnum())


def nearest_case_numbers(wanted: str, numbers: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the numbers likeliest to be meant, the nearest first.

    Mostly somebody leaves out the letters or the last part: where there are numbers that hold all of
    ``wanted``, or are held by it, only such are returned.

    Args:
        wanted: the number as somebody typed it.
        numbers: those there are.
        most: how many to return at most.
    """
    key = case_key(wanted)
    if len(key) < _SHORTEST:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    holding, alike = [], []
    for number in set(numbers):
        other = case_key(number)
        matcher.set_seq1(other)
        if matcher.quick_ratio() < _LEAST_ALIKE and key not in other:
            continue
        place = (-matcher.ratio(), number)
        if key in other or other in key:
            holding.append(place)
        elif -place[0] >= _LEAST_ALIKE:
            alike.append(place)
    return tuple(number for _, number in sorted(holding or alike)[:most])
