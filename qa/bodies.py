"""Names of bodies (organ): when a text that names one means another spelling of it, and which is nearest."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_DEFINITE_ENDINGS = frozenset({"n", "en", "t", "et"})
_LEAST_ALIKE = 0.6
"""Share of letters that two names have in common, word by word; below it another body is meant."""
_LONGEST_SHORT = 4
"""Letters; what bodies are called for short has no more."""
_LONGEST_NAME = 100
"""Characters; nothing longer is the name of a body, and comparing takes time."""
_FEW = 5
"""Bodies that are all named where none is alike."""


def names_body(wanted: str, body: str) -> bool:
    """Say whether every word of ``wanted`` is a word of ``body``, in its definite form or not.

    "kommunstyrelsen" names "Kommunstyrelsen i Sundköping" but not "Kommunstyrelsens arbetsutskott".
    """
    words = body.casefold().split()
    return all(any(_is_same_noun(one, other) for other in words) for one in wanted.casefold().split())


def nearest_bodies(wanted: str, bodies: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the bodies likeliest to be meant by a name that none of them has, the nearest first.

    Where none is alike and there are but few, all of them are returned, in alphabetical order.

    Args:
        wanted: the name as somebody typed it.
        bodies: those there are.
        most: how many that are alike to return at most.
    """
    if len(wanted) > _LONGEST_NAME:
        return ()
    likeness = {body: _likeness(wanted, body) for body in sorted(bodies)}
    alike = sorted(body for body in likeness if likeness[body] >= _LEAST_ALIKE)
    if not alike:
        return tuple(likeness) if len(likeness) <= _FEW else ()
    return tuple(sorted(alike, key=lambda body: -likeness[body])[:most])


def _likeness(wanted: str, body: str) -> float:
    """How alike each word of ``wanted`` and the nearest word of ``body`` are on average, in [0, 1]."""
    words = body.casefold().split()
    if len(wanted) <= _LONGEST_SHORT and _may_be_short_for(wanted.casefold(), words):
        return _LEAST_ALIKE
    asked = wanted.casefold().split()
    nearest = [max(SequenceMatcher(None, one, other).ratio() for other in words) for one in asked if words]
    return sum(nearest) / len(asked) if asked else 0.0


def _may_be_short_for(letters: str, words: Sequence[str]) -> bool:
    """Whether letters begin a word and the others follow it in order: "KS" or "BUN" for short."""
    pattern = re.compile(".*".join(map(re.escape, letters)))
    return any(pattern.match(" ".join(words[place:])) for place in range(len(words)))


def _is_same_noun(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (len(shorter) > 3 and longer.removeprefix(shorter) in _DEFINITE_ENDINGS)
