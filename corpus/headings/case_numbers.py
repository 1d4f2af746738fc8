"""Case numbers (diarienummer, ärendenummer) in headings of agenda items."""

import re

from corpus.layout.lines import plain

_LABEL = r"(?:ärendenummer|ärendenr|ärendebeteckning|diarienummer|diarienr|diariebeteckning|d-?nr)\b[.:]?"
_REPORT = r"(?!(?i:SOU|DS|PROP|COM|KOM|SFS|SKR|BET|DIR|EU)\b)"
"""Inquiries, bills and laws have numbers of the same form: ``SOU 2023:56``."""
_NUMBER = (
    rf"{_REPORT}(?:"
    r"[A-ZÅÄÖ]{2,6}-\d{4}-\d{3,6}(?:[:.-]-?\d{1,4})?"
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[ :/-]?\d{4}[/:-]\d{1,6}(?:[-.:]\d{1,4})?"
    r"|[A-ZÅÄÖ]{2,6}:\d{3,6}"
    r"|[A-ZÅÄÖ]{2,5}\d{5,9}"
    r"|\d{4}/\d{1,6}(?:[-.:]\d{1,4})?"
    r"|\d{1,5}/\d{2,4}"
    r"|(?!(?:19|20)\d\d-(?:19|20)\d\d\b)\d{4}-\d{4,6}(?:-\d{1,3})?"
    r")"
)
_LABELLED_NUMBER = rf"(?:{_NUMBER}|(?:[A-ZÅÄÖ]{{2,6}} ?)?\d[\w/:.-]*\d)"
_AND = r"(?:,? (?:och |samt )|[,;] ?| )"
_LABELLED = re.compile(
    rf"\(?{_LABEL} ?(?P<numbers>(?:{_LABELLED_NUMBER}(?:{_AND}(?:{_LABEL} ?)?{_LABELLED_NUMBER})*)?)\)?",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{_NUMBER}(?:{_AND}{_NUMBER})*")
_AT_END = re.compile(rf"(?:\s{{2,}}|\t|\(){_NUMBER}\)?$")
_AT_START = re.compile(rf"{_NUMBER}(?=\s{{2,}}|\t|\s+[A-ZÅÄÖ\"”])")
_ONE = re.compile(_LABELLED_NUMBER)
_TRIM = " \t\u00a0.:;,–-"


def split_case_numbers(text: str) -> tuple[str, tuple[str, ...]]:
    """Part the case numbers of a heading from its title.

    A number without a label (``Dnr``) counts only where it stands alone, first, or apart at the
    end: in the middle of a title it may be a report or a year.

    Returns:
        The title, single spaced and perhaps empty, and the case numbers as printed.
    """
    words = plain(text).lstrip(_TRIM)
    labelled = _LABELLED.search(words)
    if labelled is not None:
        title = f"{words[: labelled.start()].rstrip(_TRIM)} {words[labelled.end() :].lstrip(_TRIM)}"
        return title.strip(), tuple(_ONE.findall(labelled["numbers"]))
    if _ALONE.fullmatch(words):
        return "", tuple(_ONE.findall(words))
    apart = _AT_END.search(text.rstrip()) or _AT_START.match(text.lstrip())
    if apart is None:
        return words, ()
    rest = text.strip().replace(apart.group(), " ", 1)
    return plain(rest).strip(_TRIM), tuple(_ONE.findall(apart.group()))


def case_numbers_alone(text: str) -> tuple[str, ...]:
    """Return the case numbers of a line that has nothing else, labels apart; empty for other lines."""
    title, numbers = split_case_numbers(text)
    return numbers if not title else ()
