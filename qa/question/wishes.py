"""What kind of thing a question wants to know, and in which part of an item such things stand."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from qa.expectation import Expected, expected_kind
from qa.types import Role


class Wish(StrEnum):
    """What is asked for; the values are shown to users."""

    DECISION = "beslut"
    MOTION = "yrkande"
    VOTE = "omröstning"
    RESERVATION = "reservation"
    ATTENDANCE = "närvaro"
    TIME = "tidpunkt"
    AMOUNT = "belopp eller mått"
    COUNT = "antal"
    PERSON = "person eller organ"


SECTION_OF: Mapping[Wish, Role] = MappingProxyType(
    {
        Wish.DECISION: Role.DECISION,
        Wish.MOTION: Role.MOTION,
        Wish.VOTE: Role.VOTE,
        Wish.RESERVATION: Role.RESERVATION,
        Wish.ATTENDANCE: Role.ATTENDANCE,
    }
)
"""Where an item says it."""
_ASKS = (
    (
        Wish.RESERVATION,
        re.compile(r"\breserver(?:a|ar|ade|at)\s+(?:sig|mig|oss|dig|er)\b|\breservation(?:en|er|erna)?\b"),
    ),
    (
        Wish.VOTE,
        re.compile(r"\brösta(?:de|des|r|s|t|ts)?\b|\b(?:om)?röstning(?:en|ar)?\b|\bvotering\w*"),
    ),
    (Wish.MOTION, re.compile(r"\byrka(?:de|des|r|s|t|ts)?\b|\b(?:\w+s)?yrkande(?:t|n|na)?\b")),
    (
        Wish.ATTENDANCE,
        re.compile(r"\b(?:från|när)varande\b|\b(?:från|när)varo(?:n|lista|listan)?\b|\bvilka deltog\b"),
    ),
    (
        Wish.DECISION,
        re.compile(
            r"\bbeslut(?:ade|ades|at|ats|ar|as|a|en|et)?\b|\bbestäm(?:de|des|t|ts|mer)\b"
            r"|\bbif(?:alla|alls|allits|öll|ölls)\b|\bav(?:slog|slogs|slagits|slå|slås)\b"
            r"|\bant(?:og|ogs|agits)\b|\bgodkän(?:de|des|ts|t)\b|\bgick\b.*\bigenom\b"
        ),
    ),
)
_OF_KIND = {
    Expected.TIME: Wish.TIME,
    Expected.AMOUNT: Wish.AMOUNT,
    Expected.COUNT: Wish.COUNT,
    Expected.PERSON: Wish.PERSON,
}


def wishes_in(question: str) -> tuple[Wish, ...]:
    """Return what a question asks for: first the part of an item, then the kind of thing; often nothing.

    Of several parts the rarest counts: who reserves herself does so against a decision.
    """
    text = question.casefold()
    part = next((wish for wish, pattern in _ASKS if pattern.search(text)), None)
    kind = expected_kind(question)
    wishes = (part, _OF_KIND.get(kind) if kind else None)
    return tuple(wish for wish in wishes if wish is not None)
