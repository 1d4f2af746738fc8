"""What kind of thing a question asks for, and which names it says: what likeness of meaning cannot see.

A passage about the very matter looks like an answer even when the fact asked for is not in it. "Hur mycket"
wants an amount, "när" a time, "vem" a person, "hur många" a count. What the question itself says is no
answer to it, and the number of a paragraph or the day of a meeting is not a quantity. A name or number in
the question, on the other hand, wants to be found in the item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.swedish_dates import MONTHS
from qa.vocabulary import stem


class Expected(StrEnum):
    """The kind of thing asked for; the values are what a reader is told was not found."""

    AMOUNT = "ett belopp eller mått"
    COUNT = "ett antal"
    TIME = "en tidpunkt"
    PERSON = "en person eller ett organ"
    COMPANY = "ett företag"
    PLACE = "en plats"
    OUTCOME = "ett beslut"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A kind of thing, and the words of the question that asks for it, case folded, without genitive s."""

    kind: Expected
    said: frozenset[str]


_ASKS = (
    (Expected.COUNT, re.compile(r"\bhur många\b|\bhow many\b")),
    (
        Expected.AMOUNT,
        re.compile(
            r"\bhur mycket\b|\bhur (?:stor|hög|dyr|lång|ofta|gammal)[ta]?\b|\bhow (?:much|often|long)\b"
            r"|\bvad (?:kosta[rd]?|kostade|kostat)\b|\bvad (?:kommer|ska|skulle) .*\bkosta\b"
            r"|\bvilket (?:belopp|pris)\b|\bvilken (?:\w*lön|summa|budget)\b"
            r"|\bvad (?:är|var|blir|blev) (?:\w*avgiften|priset|\w*kostnaden|\w*budgeten)\b"
        ),
    ),
    (
        Expected.TIME,
        re.compile(
            r"^när\b|\bnär (?:ska|blir|blev|är|var|togs|börja|öppna|anta|komm|infaller)"
            r"|\bvilk(?:et|a) (?:datum|år)\b|\bvilken dag\b|\bhur länge\b|\bwhen\b"
        ),
    ),
    (
        Expected.COMPANY,
        re.compile(
            r"\bvilket (?:företag|bolag)\b|\bvilken (?:leverantör|entreprenör|firma)\b|\bwhich company\b"
        ),
    ),
    (
        Expected.PERSON,
        re.compile(
            r"\bvem\b|\bvems\b|\bvilka (?:personer|ledamöter|yrkade|reserverade|valdes|röstade|deltog)\b"
            r"|\bvilken (?:person|politiker|ledamot|arkitekt|konsult)\b|\bvad heter\b|\bwho\b"
        ),
    ),
    (
        Expected.PLACE,
        re.compile(
            r"^var (?:ska|ligger|ligga|hölls|finns|byggs|byggdes)\b|\bwhere\b"
            r"|\bi vilken (?:stad|ort|kommun|del)\b|\bvilken (?:plats|ort|stad)\b"
        ),
    ),
    (Expected.OUTCOME, re.compile(r"^(?:avslogs|bifölls|antogs|godkändes|beviljades)\b")),
)
_MONTH = "|".join(MONTHS)
_COUNT_WORDS = (
    "två tre fyra fem sex sju åtta nio tio elva tolv tretton femton tjugo trettio fyrtio femtio hundra tusen "
    "hälften ingen inga noll dussin båda enda dubbelt tredjedel fjärdedel".replace(" ", "|")
)
_UNITS = (
    r"m?n?kr\b|tkr\b|mdkr|kronor|miljon|miljard|öre\b|procent|%|ton\b|kg\b|kvm|kvadrat|hektar|km\b|meter|mil\b"
    r"|kilometer|timm|minut|dag|veck|månad|år\b|euro|tusen"
)
_REFERENCE = re.compile(
    r"^\d+\. |\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b|\b(?:19|20)\d\d(?:[–/-](?:19|20)?\d\d)?\b"
    rf"|(?:\bden )?\b\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{_MONTH})(?: \d{{4}})?"
    r"|§+ ?\d+(?:[–-]\d+)?|\(\d+\)|\b\d{1,2}[.:]\d\d\b|\b\d+:\d+\b"
    r"|\b(?:bilag(?:a|an|or|orna)|punkt(?:en|er|erna)?|nr|nummer|dnr|sidan?|kap\.?|kapitel|artikel|kvartal"
    r"|agenda|linje|kl\.?|klockan|etapp|del|version|vecka) \d[\d:.,/-]*(?: och \d+)?"
    r"|\b[A-Z]{2,5}[- ]?\d{4}[:/-]\d+|\b\d{3,4}/\d\d+\b",
    re.IGNORECASE,
)
"""Numbers that count nothing: days and years, paragraphs, annexes, case numbers, properties, hours."""
_PROPER_NOUN = re.compile(r"(?<![.!?:•] )(?<!^)\b[A-ZÅÄÖÉ][\wé]{2,}")
"""A capitalised word that does not begin a sentence."""
_GIVES = {
    Expected.COUNT: re.compile(rf"\d[\d.,]*|\b(?:{_COUNT_WORDS})\b", re.IGNORECASE),
    Expected.AMOUNT: re.compile(
        rf"\d[\d \u00a0.,]*|\b(?:en|ett|{_COUNT_WORDS})\s+(?:{_UNITS})|gratis|avgiftsfri|kostnadsfri"
        r"|\b(?:per|var|varje) (?:år|månad|kvartal|vecka|dag|termin)\b",
        re.IGNORECASE,
    ),
    Expected.TIME: re.compile(
        rf"\b(?:{_MONTH})\b|\b(?:19|20)\d\d\b|\bkl(?:ockan\b|\.)|\b\d{{1,2}}[.:]\d\d\b"
        r"|\b\d+ (?:dag|år|veck|månad)|\b(?:hösten|våren|sommaren|vintern|årsskiftet|kvartal\w*|vecka)\b"
        r"|\b(?:halvår\w*|genast|omedelbart)\b|\b(?:mån|tis|ons|tors|fre|lör|sön)dag",
        re.IGNORECASE,
    ),
    Expected.PERSON: re.compile(
        r"[A-ZÅÄÖÉ][\wé-]+ (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][\wé-]+|\([A-ZÅÄÖ]{1,4}\)|\b[A-ZÅÄÖ]{3,6}\b"
        r"|\b\w*(?:[Oo]rdförande|[Nn]ämnden?|[Ss]tyrelsen|[Dd]irektör\w*|[Ff]ullmäktige|[Cc]hef\w*|[Bb]olag\w*"
        r"|[Ff]örvaltning\w*|[Uu]tskott\w*|[Rr]egering\w*|[Kk]ontoret|[Pp]residiet)\b"
        r"|\b(?:[Ll]edam(?:ot|oten|öter|öterna)|[Rr]epresentanterna) från [A-ZÅÄÖ]{1,4}\b"
    ),
    Expected.COMPANY: _PROPER_NOUN,
    Expected.PLACE: _PROPER_NOUN,
    Expected.OUTCOME: re.compile(
        r"\b(?:avsl(?:ag|å|og)|bif(?:all|öll)|antas|antog|godkän[dn]|bevilja|återremi|bordl[äa]|besvara|förklara)",
        re.IGNORECASE,
    ),
}
_MEASURE = re.compile(rf"\d[\d \u00a0.,]*\s*(?P<unit>{_UNITS})\w*", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(rf"\b(?:{_MONTH}) (?:19|20)\d\d\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w[\w-]*")


def expected_kind(question: str) -> Expected | None:
    """Return the kind of thing that a question asks for, None where it may be anything."""
    text = question.casefold()
    return next((kind for kind, pattern in _ASKS if pattern.search(text)), None)


def expectation_of(question: str) -> Expectation | None:
    """Return what a question asks for, with what it says itself; None where it may be anything."""
    kind = expected_kind(question)
    return None if kind is None else Expectation(kind, frozenset(_words(question)))


def gives(expectation: Expectation | None, text: str) -> bool:
    """Whether a text holds a thing of the kind asked for that the question does not say already.

    Any text does where no kind is asked for.
    """
    if expectation is None:
        return True
    match expectation.kind:
        case Expected.AMOUNT:
            text = _REFERENCE.sub(" ", text)
        case Expected.COUNT:
            text = _without_other_measures(_REFERENCE.sub(" ", text), expectation)
    found = _GIVES[expectation.kind].finditer(text)
    return any(not expectation.said.issuperset(_words(match[0])) for match in found)


def _without_other_measures(text: str, expectation: Expectation) -> str:
    """Leave out kronor and years where neither is counted: "hur många lägenheter"."""

    def left(measure: re.Match[str]) -> str:
        unit = measure["unit"].casefold()
        return measure[0] if any(word.startswith(unit) for word in expectation.said) else " "

    return _MEASURE.sub(left, text)


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") or word for word in _WORD.findall(text.casefold())]


def named_in(question: str) -> tuple[str, ...]:
    """Return the names and numbers of a question: capitalised words but the first, and all with a digit.

    A month with its year is one name. A question in capitals throughout names nothing.
    """
    months = tuple(_MONTH_OF_YEAR.findall(question))
    rest = _MONTH_OF_YEAR.sub(" ", question)
    names = tuple(
        word
        for place, word in enumerate(_TOKEN.findall(rest))
        if _has_digit(word) or (place and word[0].isupper() and not question.isupper())
    )
    return names + months


def missing_names(names: Sequence[str], text: str) -> tuple[str, ...]:
    """Return those of the names that ``text`` (case folded) does not hold, with another ending or not."""
    return tuple(name for name in names if not _holds(text, name.casefold()))


def _holds(text: str, name: str) -> bool:
    if _has_digit(name):
        return re.search(rf"(?<!\d){re.escape(name)}(?!\d)", text) is not None
    return stem(name) in text


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
