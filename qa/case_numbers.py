"""Case numbers (diarienummer): when two are the same, and which are near one that nobody has."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_LABELS = ("diarienummer", "ärendenummer", "dnr")
_LEAST_ALIKE = 0.6
"""Share of characters that two numbers have in common; below it nothing is gained by naming one."""


def case_key(number: str) -> str:
    """Return what a case number is compared by, its letters and digits: ``dnr KS 2024/123`` is ``ks2024123``."""
    text = number.casefold().strip()
    for label in _LABELS:
        text = text.removeprefix(label)
    return "".join(character for character in text if character.isalnum())


def nearest_case_numbers(wanted: str, numbers: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the numbers likeliest to be meant, the nearest first.

    Those that hold all of ``wanted``, or are held by it, come before those that are merely alike:
    mostly somebody leaves out the letters or the last part.

    Args:
        wanted: the number as somebody typed it.
        numbers: those there are.
        most: how many to return at most.
    """
    key = case_key(wanted)
    if not key:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    scored = []
    for number in set(numbers):
        other = case_key(number)
        matcher.set_seq1(other)
        alike = float(key in other or other in key)
        if matcher.quick_ratio() >= _LEAST_ALIKE:
            alike += matcher.ratio()
        if alike >= _LEAST_ALIKE:
            scored.append((-alike, number))
    return tuple(number for _, number in sorted(scored)[:most])
