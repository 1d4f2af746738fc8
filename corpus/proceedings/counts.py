"""The counts of a vote as minutes print them."""

import re
from dataclasses import dataclass

from corpus.proceedings.numerals import NUMBER, value_of

_BEFORE = rf"(?<![\w(§.,-])(?P<count>{NUMBER})"
_FIRST = {
    "yes": re.compile(rf"{_BEFORE}\s+(?:st\.?\s+)?[\"”“]?ja[\"”“]?(?:-?\s?röst(?:er)?)?\b", re.IGNORECASE),
    "no": re.compile(rf"{_BEFORE}\s+(?:st\.?\s+)?[\"”“]?nej[\"”“]?(?:-?\s?röst(?:er)?)?\b", re.IGNORECASE),
    "abstained": re.compile(
        rf"{_BEFORE}(?:\s+(?:ledamöter|ledamot|personer|st|röster|som)){{0,2}}"
        r"\s+(?:avst(?:år|od|ående|ått)|nedlagda|nedlagd|blanka?)\b",
        re.IGNORECASE,
    ),
    "absent": re.compile(rf"{_BEFORE}(?:\s+[^\W\d]+){{0,3}}?\s+frånvarande\b", re.IGNORECASE),
}
"""Counts before the word: ``41 Ja mot 38 Nej``, ``sex ja-röster``."""
_AFTER = r"\s*[:=–-]?\s*\(?(?P<count>\d{1,3})\b(?!\s*(?:kap|§|\d))"
_LAST = {
    "yes": re.compile(rf"(?<![\w])ja(?:-?\s?röst(?:er|ar|ade)?)?{_AFTER}", re.IGNORECASE),
    "no": re.compile(rf"(?<![\w])nej(?:-?\s?röst(?:er|ar|ade)?)?{_AFTER}", re.IGNORECASE),
    "abstained": re.compile(rf"\bavst(?:år|od|ående|ått|\.)(?: från att rösta)?{_AFTER}", re.IGNORECASE),
    "absent": re.compile(rf"\bfrånv(?:arande|\.|){_AFTER}", re.IGNORECASE),
}
"""Counts after the word: ``Antal Ja: 41``, ``Ja 41 Nej 38``, ``röstar Ja (7)``."""
_AGAINST = re.compile(
    rf"{_BEFORE}\s+(?:röster\s+)?mot\s+(?P<other>{NUMBER})\b(?!\s*(?:ja|nej))", re.IGNORECASE
)
_BY_VOTE = re.compile(r"\bröst(?:er|ers|ade|ar)?\b|omröstning|votering", re.IGNORECASE)
_GRANTS = re.compile(r"\b(?:bif(?:all|öll)\w*|godkän\w+|anta(?:r|s|gits)?|antogs?|enligt)\b", re.IGNORECASE)
_REFUSES = re.compile(r"\bav(?:slå|slog|slag|styrk)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counts:
    """Votes of each kind; None where the text does not print them."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    absent: int | None = None

    @property
    def is_result(self) -> bool:
        """Whether both sides are counted."""
        return self.yes is not None and self.no is not None

    def then(self, later: "Counts") -> "Counts":
        """Return the later counts, where they are silent these."""
        return Counts(
            self.yes if later.yes is None else later.yes,
            self.no if later.no is None else later.no,
            self.abstained if later.abstained is None else later.abstained,
            self.absent if later.absent is None else later.absent,
        )


def read_counts(text: str) -> Counts:
    """Return the counts that a sentence or the head of a table prints."""
    number_first = _FIRST["yes"].search(text) and _FIRST["no"].search(text)
    patterns = _FIRST if number_first else _LAST
    found = {name: pattern.search(text) for name, pattern in patterns.items()}
    values = {name: value_of(match["count"]) for name, match in found.items() if match is not None}
    for name in ("abstained", "absent"):
        other = (_LAST if number_first else _FIRST)[name].search(text)
        if name not in values and other is not None:
            values[name] = value_of(other["count"])
    counts = Counts(**values)
    return counts if counts.is_result else _against(text, counts)


def _against(text: str, counts: Counts) -> Counts:
    """Read ``med 41 mot 38 röster`` where the sentence says that these 41 were for what was granted."""
    match = _AGAINST.search(text)
    if match is None or counts.yes is not None or counts.no is not None:
        return counts
    if not _BY_VOTE.search(text) or not _GRANTS.search(text) or _REFUSES.search(text):
        return counts
    return Counts(value_of(match["count"]), value_of(match["other"]), counts.abstained, counts.absent)
