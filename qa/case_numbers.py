"""Case numbers (diarienummer): when two are the same, and which are near one that nobody has."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

LABELS = ("diarienummer", "ärendenummer", "diarienr", "ärendenr", "dnr", "d-nr")
_PART = re.compile(r"[^\W\d_]+|\d+")
_FEWEST_PARTS = 2
"""A number alone, without letters or a year, is no case number that could be typed in two ways."""
_LEAST_ALIKE = 0.6
"""Share of characters that two numbers have in common; below it nothing is gained by naming one."""
_SHORTEST = 3
"""Letters and digits; less is part of nearly every number."""


def case_key(number: str) -> str:
    """Return what a case number is compared by, its letters and digits: "dnr KS 2024/12" is ``ks202412``."""
    return "".join(character for character in _without_label(number) if character.isalnum())


def case_parts(number: str) -> tuple[str, ...]:
    """Return the letters and numbers of a case number, without zeros before them.

    "RS-2023-00188", "rs2023-188" and "dnr RS 2023 188" all are ``("rs", "2023", "188")``.
    """
    return tuple(part.lstrip("0") or "0" for part in _PART.findall(_without_label(number)))


def _without_label(number: str) -> str:
    text = number.casefold().strip()
    for label in LABELS:
        text = text.removeprefix(label)
    return text


class CaseNumbers:
    """The case numbers of some minutes, to find the one that somebody means however it is typed."""

    def __init__(self, numbers: Iterable[str]) -> None:
        """Take the numbers there are, as printed; of several forms of one the last counts."""
        self._printed = {case_key(number): number for number in numbers}
        self._printed.pop("", None)
        self._alike: dict[tuple[str, ...], list[str]] = {}
        for key, number in self._printed.items():
            self._alike.setdefault(case_parts(number), []).append(key)

    def __iter__(self) -> Iterator[str]:
        """Yield the numbers as printed, each once."""
        return iter(self._printed.values())

    def exactly(self, number: str) -> str | None:
        """Return the number of the same letters and digits, as printed; None where there is none."""
        return self._printed.get(case_key(number))

    def find(self, number: str) -> str | None:
        """Return the number that is meant, as printed; None where there is none.

        It is the one of the same letters and digits; else, where there is but one such, the one whose parts
        are the same apart from spaces, signs and zeros before a number.
        """
        exact = self.exactly(number)
        if exact is not None:
            return exact
        parts = case_parts(number)
        alike = self._alike.get(parts, ()) if len(parts) >= _FEWEST_PARTS else ()
        return self._printed[alike[0]] if len(alike) == 1 else None


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
