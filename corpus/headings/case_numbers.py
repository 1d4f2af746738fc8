"""Case numbers (diarienummer, ärendenummer) in headings of agenda items."""

import re

from corpus.layout.lines import plain

_LABEL = r"(?:ärendenummer|ärendenr|ärendebeteckning|diarienummer|diarienr|diariebeteckning|d-?nr)\b[.:]?"
_CODE = r"(?:[-.:]\d{1,4}){0,3}"
"""What a number goes on with: a document's own number, or its place in the archive's plan."""
_REPORT = r"(?!(?i:SOU|DS|PROP|COM|KOM|SFS|SKR|BET|DIR|EU)\b)"
"""Inquiries, bills and laws have numbers of the same form: ``SOU 2023:56``."""
_NUMBER = (
    rf"{_REPORT}(?:"
    r"[A-ZÅÄÖ]{2,6}-\d{4}-\d{3,6}(?:[:.-]-?\d{1,4})?"
    rf"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,5}}[ :/-]?\d{{4}}[/:-]\d{{1,6}}{_CODE}"
    r"|[A-ZÅÄÖ]{2,6}[ .]\d{4}\.\d{1,6}"
    r"|[A-ZÅÄÖ]{2,6}:\d{3,6}"
    r"|[A-ZÅÄÖ]{2,6} ?\d\d/\d{2,6}"
    r"|[A-ZÅÄÖ]{2,5}\d{5,9}"
    r"|\d{4}/\d{1,6}(?:[-.:]\d{1,4})?"
    r"|\d{1,5}/\d{2,4}"
    r"|(?!(?:19|20)\d\d-(?:19|20)\d\d\b)\d{4}-\d{4,6}(?:-\d{1,3})?"
    r")"
)
_LABELLED_NUMBER = rf"(?:{_NUMBER}|(?:[A-ZÅÄÖ]{{1,6}} ?)?\d[\w/:.-]*\d)"
_AND = r"(?:,? (?:och |samt )|[,;] ?| )"
_OFFICE = r" [A-ZÅÄÖ]{2,4}(?=\)|$)"
"""The body's letters after the number: ``Dnr 2023/45 KS``."""
_LABELLED = re.compile(
    rf"\(?(?:{_LABEL}|ärende: ?(?={_NUMBER})) ?"
    rf"(?P<numbers>(?:{_LABELLED_NUMBER}(?:{_AND}(?:{_LABEL} ?)?{_LABELLED_NUMBER})*(?-i:{_OFFICE})?)?)\)?",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{_NUMBER}(?:{_AND}{_NUMBER})*(?: \d{{3}})?")
_AT_END = re.compile(rf"(?:\s{{2,}}|\t|\(){_NUMBER}\)?$")
_AT_START = re.compile(rf"{_NUMBER}(?=\s{{2,}}|\t|\s+[A-ZÅÄÖ\"”])")
_ONE = re.compile(_LABELLED_NUMBER)
_PLAN_CODE = re.compile(r"\d{3}")
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
        return title.strip(), _each(labelled["numbers"])
    if _ALONE.fullmatch(words):
        return "", _each(words)
    apart = _AT_END.search(text.rstrip()) or _AT_START.match(text.lstrip())
    if apart is None:
        return words, ()
    rest = text.strip().replace(apart.group(), " ", 1)
    return plain(rest).strip(_TRIM), _each(apart.group())


def case_numbers_alone(text: str) -> tuple[str, ...]:
    """Return the case numbers of a line that has nothing else, labels apart; empty for other lines."""
    title, numbers = split_case_numbers(text)
    return numbers if not title else ()


def _each(numbers: str) -> tuple[str, ...]:
    """Part numbers, without the three digits of a filing plan after one (``2023-000123 042``)."""
    first, *others = _ONE.findall(numbers) or [""]
    kept = [number for number in others if not _PLAN_CODE.fullmatch(number)]
    return (first, *kept) if first else ()
