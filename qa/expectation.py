"""What kind of thing a question asks for, and which names it says: what likeness of meaning cannot see.

A passage about the very matter looks like an answer even when the fact asked for is not in it. "Hur mycket"
wants an amount, "när" a time, "vem" a person, "hur många" a count; and a name or number in the question
wants to be found in the item.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from qa.swedish_dates import MONTHS


class Expected(StrEnum):
    """The kind of thing asked for; the values are what a reader is told was not found."""

    AMOUNT = "ett belopp eller mått"
    COUNT = "ett antal"
    TIME = "en tidpunkt"
    PERSON = "en person eller ett organ"


_ASKS = (
    (Expected.COUNT, re.compile(r"\bhur många\b|\bantalet\b|\bhow many\b")),
    (
        Expected.AMOUNT,
        re.compile(
            r"\bhur mycket\b|\bhur (?:stor|hög|dyr|lång)[ta]?\b|\b(?:kosta[rd]?|kostade|kostat)\b"
            r"|\bvilket (?:belopp|pris)\b|\bhow much\b"
            r"|\bvad (?:är|var|blir|blev) (?:avgiften|priset|kostnaden)\b"
        ),
    ),
    (
        Expected.TIME,
        re.compile(
            r"^när\b|\bnär (?:ska|blir|blev|är|var|togs|börja|öppna|anta|komm|infaller)"
            r"|\bvilket (?:datum|år)\b|\bvilken dag\b|\bhur länge\b|\bwhen\b"
        ),
    ),
    (
        Expected.PERSON,
        re.compile(
            r"\bvem\b|\bvems\b|\bvilka (?:personer|ledamöter|yrkade|reserverade|valdes|röstade|deltog)\b"
            r"|\bvilken (?:person|politiker|ledamot)\b|\bvad heter\b|\bwho\b"
        ),
    ),
)
_COUNT_WORDS = (
    "en ett två tre fyra fem sex sju åtta nio tio elva tolv tjugo hundra tusen hälften ingen inga".replace(
        " ", "|"
    )
)
_UNITS = (
    r"m?n?kr\b|tkr\b|mdkr|kronor|miljon|miljard|öre\b|procent|%|ton\b|kg\b|kvm|kvadrat|hektar|km\b|meter|mil\b"
    r"|timm|minut|dag|veck|månad|år\b|euro"
)
_GIVES = {
    Expected.COUNT: re.compile(rf"\d|\b(?:{_COUNT_WORDS})\b", re.IGNORECASE),
    Expected.AMOUNT: re.compile(
        rf"\d[\d \u00a0.,]*\s*(?:{_UNITS})|\b(?:{_COUNT_WORDS})\s+(?:{_UNITS})|\b\d{{2,}}\b"
        r"|\bgratis\b|avgiftsfri|kostnadsfri",
        re.IGNORECASE,
    ),
    Expected.TIME: re.compile(
        rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|\bkl(?:ockan\b|\.)"
        r"|\b\d{1,2}[.:]\d\d\b|\b\d+ (?:dag|år|veck|månad)"
        r"|\b(?:hösten|våren|sommaren|vintern|årsskiftet|kvartal\w*|vecka|halvår\w*|genast|omedelbart)\b"
        r"|\b(?:mån|tis|ons|tors|fre|lör|sön)dag",
        re.IGNORECASE,
    ),
    Expected.PERSON: re.compile(
        r"[A-ZÅÄÖÉ][\wé-]+ (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][\wé-]+|\([A-ZÅÄÖ]{1,4}\)"
        r"|\b\w*(?:ordförande|nämnden|styrelsen|direktör\w*|fullmäktige|chef\w*|bolag\w*)\b"
    ),
}
_TOKEN = re.compile(r"\w[\w-]*")
_SHORTEST_STEM = 4


def expected_kind(question: str) -> Expected | None:
    """Return the kind of thing that a question asks for, None where it may be anything."""
    text = question.casefold()
    return next((kind for kind, pattern in _ASKS if pattern.search(text)), None)


def gives(kind: Expected | None, text: str) -> bool:
    """Whether a text holds a thing of this kind; any text does where no kind is asked for."""
    return kind is None or _GIVES[kind].search(text) is not None


def named_in(question: str) -> tuple[str, ...]:
    """Return the names and numbers of a question: capitalised words but the first, and all with a digit.

    A question in capitals throughout names nothing.
    """
    words = _TOKEN.findall(question)
    if question.isupper():
        words = [word for word in words if not word.isalpha()]
    return tuple(
        word
        for place, word in enumerate(words)
        if any(character.isdigit() for character in word) or (place and word[0].isupper())
    )


def missing_names(names: Sequence[str], text: str) -> tuple[str, ...]:
    """Return those of the names that ``text`` (case folded) does not hold, in the genitive or not."""
    return tuple(name for name in names if not _holds(text, name.casefold()))


def _holds(text: str, name: str) -> bool:
    if any(character.isdigit() for character in name):
        return re.search(rf"(?<!\d){re.escape(name)}(?!\d)", text) is not None
    stem = name.removesuffix("s") if len(name) > _SHORTEST_STEM else name
    return stem in text
