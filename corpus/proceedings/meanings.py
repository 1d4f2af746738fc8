"""What Ja and Nej meant in a vote (voteringsproposition)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.proceedings.numerals import NUMBER

_SIDE = (
    r"(?:-?\s?röst(?:er)?)?\s*(?:=|för\b|innebär\b|betyder\b|till\b|är\b"
    r"|:(?=\s*(?:bifall|avslag|återremiss)))\s*"
)
_FORMS = (
    re.compile(
        rf"\bja{_SIDE}(?P<yes>[^”“\"\n]{{2,250}}?)(?:\s*[.,;]|[”“\"]|\s+(?:och|samt|medan|mot))+\s*"
        rf"(?:{NUMBER}\s+)?\bnej{_SIDE}(?P<no>[^”“\"\n]{{2,250}}?)(?=[”“\"\n]|[.;](?:\s+(?-i:[A-ZÅÄÖ])|\s*$)|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:den|de|dem)\s+som\s+(?:vill\s+|önskar\s+)?(?P<yes>[^”“\"\n]{2,250}?)\s+röstar\s+[\"”“]?ja\b[\"”“]?"
        r"[^”“\"\n]{0,40}?(?:\b(?:den|de|dem)\s+som\s+)?(?:vill\s+|önskar\s+)?(?P<no>\b[^”“\"\n]{2,250}?)"
        r"\s+röstar\s+[\"”“]?nej\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:den|de|dem)\s+som\s+röstar\s+[\"”“]?ja\b[\"”“]?\s+(?P<yes>[^”“\"\n]{2,250}?)\s*[.,;]?"
        r"\s+(?:och|medan)?\s*(?:den|de|dem)\s+som\s+röstar\s+[\"”“]?nej\b[\"”“]?\s+(?P<no>[^”“\"\n]{2,250}?)"
        r"(?=[”“\"\n]|[.;](?:\s+(?-i:[A-ZÅÄÖ])|\s*$)|$)",
        re.IGNORECASE,
    ),
)
_NO_SIDE = re.compile(r"\bnej\b", re.IGNORECASE)
_YES_ALONE = re.compile(rf"[-–•*]?\s*[\"”“]?ja{_SIDE}(?P<said>[^\n]{{2,250}})", re.IGNORECASE)
_NO_ALONE = re.compile(rf"[-–•*]?\s*[\"”“]?nej{_SIDE}(?P<said>[^\n]{{2,250}})", re.IGNORECASE)
_LEADS_IN = re.compile(r"^(?:(?:[,.;:]|och|medan|samt|den som|de som|vill|önskar)\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each side was for, verbatim, and where in the text that stands."""

    yes: str
    no: str
    start: int
    end: int


def meanings_in(text: str) -> Iterator[Meaning]:
    """Yield what Ja and Nej mean, as a paragraph of the minutes says it, in order."""
    if not _NO_SIDE.search(text):
        return
    end = 0
    found = sorted(
        (match for form in _FORMS for match in form.finditer(text)), key=lambda match: match.start()
    )
    for match in found:
        if match.start() >= end:
            yield Meaning(_clean(match["yes"]), _clean(match["no"]), match.start(), match.end())
            end = match.end()


def meaning_of_two(first: str, second: str) -> Meaning | None:
    """Return what the sides mean where each has its paragraph (``Ja-röst: bifall``, ``Nej-röst: avslag``)."""
    yes, no = _YES_ALONE.fullmatch(first.strip()), _NO_ALONE.fullmatch(second.strip())
    if yes is None or no is None:
        return None
    return Meaning(_clean(yes["said"]), _clean(no["said"]), 0, 0)


def _clean(words: str) -> str:
    return _LEADS_IN.sub("", words.strip(' .,;:–-\t"”“'))
