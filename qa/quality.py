"""Which files want a look: what is known of how each was read, the worst first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qa.reading import Doubt, DoubtKind
from qa.types import DateBasis, Meeting

_WEIGHTS = {
    DoubtKind.NO_ITEMS: 40,
    DoubtKind.UNREADABLE: 40,
    DoubtKind.LANGUAGE: 20,
    DoubtKind.PERSONAL_DATA: 10,
    DoubtKind.COVERAGE: 15,
    DoubtKind.AGENDA: 8,
    DoubtKind.REPEATED_NUMBER: 8,
    DoubtKind.EMPTY_ITEM: 6,
    DoubtKind.TITLE: 6,
    DoubtKind.LONG_ITEM: 5,
    DoubtKind.ATTENDANCE: 3,
}
"""How much a doubt asks for a look. What makes a whole file unfindable weighs most."""
_MOST_OF_A_KIND = 3
"""Doubts of one kind that count: a long list of missing titles is one fault, not thirty."""
_UNKNOWN_DATE, _UNKNOWN_BODY, _WARNING = 20, 10, 3
_UNREAD = 1000
"""A file that is not in the index at all comes before all others."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How well one file was read.

    ``meeting`` is None for a file that could not be read. ``listed`` is the number of titles in the
    agenda list and ``coverage`` the share of the text that was understood, in [0, 1]; both are None
    where that is not known. ``reasons`` are Swedish sentences, and ``privacy_notes`` are those that
    no page may show. A higher ``severity`` wants a look sooner.
    """

    file: str
    meeting: Meeting | None
    listed: int | None
    coverage: float | None
    reasons: tuple[str, ...]
    privacy_notes: tuple[str, ...]
    severity: int


def quality_of(meeting: Meeting) -> Quality:
    """Return how well the file of a meeting was read."""
    reading = meeting.reading
    doubts = reading.doubts if reading else ()
    notes = reading.privacy_notes if reading else ()
    severity = _weight(doubts) + _WARNING * len(meeting.warnings)
    severity += _UNKNOWN_DATE * (meeting.date_basis is DateBasis.UNKNOWN) + _UNKNOWN_BODY * (not meeting.body)
    return Quality(
        file=meeting.source_file,
        meeting=meeting,
        listed=reading.listed if reading else None,
        coverage=reading.coverage if reading else None,
        reasons=(*meeting.warnings, *(doubt.text for doubt in doubts if doubt.text not in notes)),
        privacy_notes=notes,
        severity=severity,
    )


def quality_of_unread(file: str, message: str) -> Quality:
    """Return the quality of a file that could not be read, with the message that says why."""
    return Quality(file, None, None, None, (message,), (), _UNREAD)


def worst_first(qualities: Iterable[Quality]) -> list[Quality]:
    """Return what wants a look most first, and files alike by name."""
    return sorted(qualities, key=lambda quality: (-quality.severity, quality.file))


def _weight(doubts: Iterable[Doubt]) -> int:
    counts = Counter(doubt.kind for doubt in doubts)
    return sum(_WEIGHTS[kind] * min(count, _MOST_OF_A_KIND) for kind, count in counts.items())
