"""When a meeting was held, and how we know: stated, from the sidecar, inferred, or not at all.

An inference needs evidence that leaves one year only. Where two fit, or none is sure, the date
is unknown; it is never invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Document
from corpus.facts.date_places import candidate_dates, date_in_name
from corpus.facts.dates import WEEKDAYS, Mention
from corpus.facts.meeting_year import year_evidence
from corpus.source import SourceFile
from qa.swedish_dates import MONTHS, format_dates
from qa.types import DateBasis


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """The day or days of a meeting.

    ``end`` is None for a meeting of one day, ``start`` where the date is unknown. ``note`` says in
    Swedish how the date is known where it is not simply stated, ``warnings`` what speaks against it.
    """

    start: date | None
    end: date | None
    basis: DateBasis
    note: str = ""
    warnings: tuple[str, ...] = ()


def meeting_date(header_lines: Sequence[str], document: Document, source: SourceFile) -> MeetingDate:
    """Conclude when a meeting was held.

    The sidecar wins over everything. Then comes a full date in the header, labelled ones first
    and never the day of adjustment or notice; then a day without a year together with a year
    that fits it alone; then a date in the file's name.
    """
    written = _written(header_lines, document, source)
    row = source.sidecar
    if row is None or row.start is None:
        return written
    warnings: tuple[str, ...] = ()
    if written.basis is DateBasis.STATED and written.start is not None and written.start != row.start:
        warnings = (
            f"Metadata anger {format_dates(row.start, row.end)} men protokollet "
            f"{format_dates(written.start, written.end)}; metadata används.",
        )
    return MeetingDate(row.start, row.end, DateBasis.SIDECAR, "Datumet kommer från metadata.csv.", warnings)


def _written(header_lines: Sequence[str], document: Document, source: SourceFile) -> MeetingDate:
    """Conclude the date from the file alone."""
    mentions = tuple(candidate_dates(header_lines, document))
    for mention in mentions:
        if mention.year is not None and mention.same_day(mentions[0]):
            return _stated(mention, mention.year, source)
    if mentions:
        return _with_year(mentions[0], header_lines, document, source.name)
    named = date_in_name(source.name)
    if named is not None:
        note = "Datumet står i filens namn; protokollet anger inget."
        return MeetingDate(*named, DateBasis.INFERRED, note)
    return _unknown("Protokollet anger inget datum för mötet.")


def _stated(mention: Mention, year: int, source: SourceFile) -> MeetingDate:
    days = mention.days_in(year)
    if days is None:
        return _unknown(f"Protokollet anger {_day_in_words(mention)} {year}, som inte kan vara ett möte.")
    warnings = []
    if not mention.weekdays_fit(year):
        warnings.append(
            f"Protokollet anger en annan veckodag än den rätta: {format_dates(*days)} var en "
            f"{WEEKDAYS[days[0].weekday()]}."
        )
    named = date_in_name(source.name)
    if named is not None and not days[0] <= named[0] <= (days[1] or days[0]):
        warnings.append(f"Filens namn anger {format_dates(*named)} men protokollet {format_dates(*days)}.")
    return MeetingDate(*days, DateBasis.STATED, "", tuple(warnings))


def _with_year(mention: Mention, header_lines: Sequence[str], document: Document, name: str) -> MeetingDate:
    """Conclude the year of a day that is printed without one."""
    printed = f"Protokollet anger {_day_in_words(mention)}"
    evidence = year_evidence(mention, header_lines, document, name)
    if evidence is None:
        return _unknown(f"{printed} men inte vilket år.")
    years = evidence.fitting(mention)
    if not years:
        return _unknown(f"{printed} men inte vilket år (veckodagen stämmer inte med {evidence.words}).")
    days = mention.days_in(years[0])
    if len(years) > 1 or days is None:
        either = " eller ".join(map(str, years))
        return _unknown(f"{printed} men inte vilket år ({evidence.words} ger {either}).")
    note = f"{printed}; året {years[0]} framgår av {evidence.words}."
    return MeetingDate(*days, DateBasis.INFERRED, note)


def _unknown(note: str) -> MeetingDate:
    return MeetingDate(None, None, DateBasis.UNKNOWN, note)


def _day_in_words(mention: Mention) -> str:
    first, last = mention.first, mention.last
    month = MONTHS[first.month - 1]
    if last is None:
        return f"{first.day} {month}"
    if last.month == first.month:
        return f"{first.day}–{last.day} {month}"
    return f"{first.day} {month} – {last.day} {MONTHS[last.month - 1]}"
