"""Words for what is numbers inside."""

import errno

from qa.swedish_dates import format_dates, in_english
from qa.types import Citation, DateBasis, Meeting
from service.pages.words import Language

SURE = 0.8
LIKELY = 0.5
"""Lowest probability that is called by the word."""

_CONFIDENCE_WORDS = {"sure": "säker", "likely": "trolig", "weak": "svag"}
CERTAINTY_WORDS = {"sure": "Svar", "possible": "Möjligt svar"}
_BASIS_NOTES = {
    (DateBasis.SIDECAR, Language.SWEDISH): "enligt metadata.csv",
    (DateBasis.SIDECAR, Language.ENGLISH): "according to metadata.csv",
    (DateBasis.INFERRED, Language.SWEDISH): "härlett",
    (DateBasis.INFERRED, Language.ENGLISH): "inferred",
}
_UNKNOWN = {Language.SWEDISH: "datum okänt", Language.ENGLISH: "date unknown"}

_REASONS = {
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.ENOENT: "finns inte",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.EADDRINUSE: "adressen används redan",
    errno.EADDRNOTAVAIL: "datorn har ingen sådan adress",
}


def confidence_key(confidence: float) -> str:
    """Return ``sure``, ``likely`` or ``weak`` for a probability in [0, 1]."""
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "weak"


def confidence_word(confidence: float) -> str:
    """Return the Swedish word for a probability in [0, 1]."""
    return _CONFIDENCE_WORDS[confidence_key(confidence)]


def dates_of(source: Meeting | Citation, language: Language = Language.SWEDISH) -> str:
    """Return the days of a meeting, and in a word how they are known where the minutes do not say."""
    if isinstance(source, Meeting):
        first, last = source.start_date, source.end_date
    else:
        first, last = source.meeting_date, source.meeting_end_date
    if first is None:
        return _UNKNOWN[language]
    days = format_dates(first, last)
    if language is Language.ENGLISH:
        days = in_english(days)
    note = _BASIS_NOTES.get((source.date_basis, language))
    return f"{days} ({note})" if note else days


def decimal(number: float, digits: int = 1) -> str:
    """Return a number with a Swedish decimal comma."""
    return f"{number:.{digits}f}".replace(".", ",")


def thousands(number: int) -> str:
    """Return a number with no-break spaces between its thousands: ``2 865``."""
    return f"{number:,}".replace(",", "\u00a0")


def plural(count: int, one: str, many: str) -> str:
    """Return a count with its noun: ``1 fil``, ``1 200 filer``."""
    return f"{thousands(count)} {one if count == 1 else many}"


def reason_of(error: OSError) -> str:
    """Say in Swedish why the system refused, or in its own words where it is something rare."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
