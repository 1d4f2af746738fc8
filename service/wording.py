"""Swedish words for what is numbers inside."""

import errno

from qa.swedish_dates import format_dates
from qa.types import DateBasis, Meeting

SURE = 0.8
LIKELY = 0.5
"""Lowest probability that is called by the word."""

CONFIDENCE_MEANINGS = {
    "säker": "Stycket svarar nästan säkert på frågan.",
    "trolig": "Stycket svarar troligen på frågan.",
    "svag": "Stycket handlar kanske om något annat.",
}

_BASIS_NOTES = {
    DateBasis.STATED: "",
    DateBasis.SIDECAR: "enligt metadata.csv",
    DateBasis.INFERRED: "härlett",
    DateBasis.UNKNOWN: "",
}

_REASONS = {
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.ENOENT: "finns inte",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.EADDRINUSE: "adressen används redan",
    errno.EADDRNOTAVAIL: "datorn har ingen sådan adress",
}


def confidence_word(confidence: float) -> str:
    """Return the word for a probability in [0, 1]."""
    if confidence >= SURE:
        return "säker"
    return "trolig" if confidence >= LIKELY else "svag"


def dates_of(meeting: Meeting) -> str:
    """Return the days of a meeting, and in a word how they are known where the minutes do not say."""
    if meeting.start_date is None:
        return "datum okänt"
    days = format_dates(meeting.start_date, meeting.end_date)
    note = _BASIS_NOTES[meeting.date_basis]
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
