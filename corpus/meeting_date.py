"""When a meeting was held, and how we know: stated, from the sidecar, inferred, or not at all.

An inference needs evidence that leaves one year only. Where two fit, or none is sure, the date
is unknown; it is never invented.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import MONTHS, WEEKDAYS, Mention, find_dates, swedish_date
from corpus.document import Document
from corpus.labels import Field, Label, find_label, read_fields
from corpus.source import SourceFile
from qa.types import DateBasis

_DATED_LABELS = (Label.DATE, Label.PLACE_AND_TIME, Label.TIME, Label.PLACE)
_NOT_THE_MEETING = re.compile(
    r"juster|anslag|anslås|nedtag|tas ned|sätts upp|kungjor|tillkännag|public|kallelse|utskick|nästa|överklag"
    r"|laga kraft|skickad|upprättad|utskriv|reviderad|föregående|dnr|diarie",
    re.IGNORECASE,
)
_MEETING_WORDS = re.compile(
    r"protokoll|sammanträde|möte|internat|konferens|anteckning|stämma|samråd|överläggning", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d:/.])(?:19|20)\d\d(?![\d:])")
_CASE_NUMBER = re.compile(r"\b(?:[A-ZÅÄÖ]{2,}[ -]?(?:19|20)\d\d[-:/]\d+|(?:19|20)\d\d[/:-]\d+)")
_AFTER_MEETING_DAYS = 120
_MIN_NAMINGS = 2


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
    if written.basis is DateBasis.STATED and written.start not in {None, row.start}:
        warnings = (
            f"Metadata anger {swedish_date(row.start, row.end)} men protokollet {_printed(written)}; "
            "metadata används.",
        )
    return MeetingDate(row.start, row.end, DateBasis.SIDECAR, "Datumet kommer från metadata.csv.", warnings)


def _written(header_lines: Sequence[str], document: Document, source: SourceFile) -> MeetingDate:
    """Conclude the date from the file alone."""
    mentions = tuple(_candidates(header_lines, document))
    stated = next((mention for mention in mentions if _states(mention, mentions[0])), None)
    if stated is not None:
        return _stated(stated, source)
    named = _in_name(source.name)
    if mentions:
        return _with_year(mentions[0], header_lines, document, named)
    if named is not None:
        note = f"Datumet står i filens namn; protokollet anger inget. ({source.name})"
        return MeetingDate(*named, DateBasis.INFERRED, note)
    return MeetingDate(None, None, DateBasis.UNKNOWN, "Protokollet anger inget datum för mötet.")


def _states(mention: Mention, first: Mention) -> bool:
    """Whether a mention gives the year of the first one: it is that one, or the same day again."""
    return mention.year is not None and (mention.first.month, mention.first.day) == (
        first.first.month,
        first.first.day,
    )


def _candidates(header_lines: Sequence[str], document: Document) -> Iterator[Mention]:
    """Return the dates that may be the meeting's, the most trustworthy first."""
    fields = read_fields(header_lines)
    yield from _labelled(fields)
    free = _free_lines(header_lines)
    yield from (mention for line in free if _MEETING_WORDS.search(line) for mention in find_dates(line))
    others = [mention for line in free if not _MEETING_WORDS.search(line) for mention in find_dates(line)]
    if len({(mention.first, mention.last) for mention in others}) == 1:
        yield others[0]
    yield from _running_header(document)


def _labelled(fields: Sequence[Field]) -> Iterator[Mention]:
    for label in _DATED_LABELS:
        for field in fields:
            if field.label is label:
                yield from find_dates(field.text)[:1]


def _free_lines(header_lines: Sequence[str]) -> list[str]:
    """Return the header lines outside labelled fields that do not speak of another day."""
    free = []
    label: Label | None = None
    for line in header_lines:
        field = find_label(line)
        label = label if field is None else field.label
        if label is Label.AGENDA:
            break
        own = field is None or field.label is Label.BODY
        if own and label is not Label.OTHER and not _NOT_THE_MEETING.search(line):
            free.append(line)
    return free


def _running_header(document: Document) -> Iterator[Mention]:
    """Return the date of ``Sammanträdesdatum 2024-01-10`` where the pages have it and agree."""
    found: list[Mention] = []
    for match in re.finditer(r"(?m)^\s*(?:Sammanträdes|Mötes)(?:datum|dag)\b[:\s]*\S.{0,60}$", document.text):
        found += find_dates(match[0])[:1]
    if len({(mention.first, mention.last) for mention in found}) == 1:
        yield found[0]


def _stated(mention: Mention, source: SourceFile) -> MeetingDate:
    year = mention.first.year
    days = mention.days_in(year) if year is not None else None
    if days is None:
        return MeetingDate(None, None, DateBasis.UNKNOWN, "Protokollets datum går inte att läsa.")
    warnings = []
    if year is not None and not mention.weekdays_fit(year):
        warnings.append(
            f"Protokollet anger en annan veckodag än den rätta: {swedish_date(*days)} var en "
            f"{WEEKDAYS[days[0].weekday()]}."
        )
    named = _in_name(source.name)
    if named is not None and not days[0] <= named[0] <= (days[1] or days[0]):
        warnings.append(f"Filens namn anger {swedish_date(*named)} men protokollet {swedish_date(*days)}.")
    return MeetingDate(*days, DateBasis.STATED, "", tuple(warnings))


def _with_year(
    mention: Mention, header_lines: Sequence[str], document: Document, named: tuple[date, date | None] | None
) -> MeetingDate:
    """Find the year of a day that is printed without one; the first kind of evidence that has any decides."""
    unknown = MeetingDate(
        None, None, DateBasis.UNKNOWN, f"Protokollet anger {_day_in_words(mention)} men inte vilket år."
    )
    for years, source_of_year in _evidence(mention, header_lines, document, named):
        fitting = [year for year in sorted(years) if mention.weekdays_fit(year)]
        if len(fitting) == 1:
            return _inferred(mention, fitting[0], source_of_year)
        if years:
            several = " eller ".join(map(str, fitting))
            why = (
                f"{source_of_year} ger {several}"
                if several
                else f"veckodagen stämmer inte med {source_of_year}"
            )
            return replace(unknown, note=f"{unknown.note[:-1]} ({why}).")
    return unknown


def _evidence(
    mention: Mention, header_lines: Sequence[str], document: Document, named: tuple[date, date | None] | None
) -> Iterator[tuple[set[int], str]]:
    """Return sets of years and the words for where they come from, the strongest evidence first."""
    other_days = [
        day.days_in(day.year)
        for line in header_lines
        if _NOT_THE_MEETING.search(line)
        for day in find_dates(line)
        if day.year is not None
    ]
    yield (
        {year for days in other_days if days for year in _years_before(mention, days[0])},
        "justeringens eller anslagets datum",
    )
    titles = [line for line in _free_lines(header_lines) if _MEETING_WORDS.search(line)]
    yield _years_in("\n".join(titles)), "rubriken"
    if named is not None:
        yield set(_years_before(mention, named[0])), "filens namn"
    yield _years_of_same_day(mention, document), "samma dag längre ned i texten"
    if mention.has_weekday:
        yield _years_lived_in(document.text, mention), "veckodagen och de årtal som texten nämner"


def _years_before(mention: Mention, known: date) -> Iterator[int]:
    """Return the year that puts the meeting at most four months before a known day, or on it."""
    for year in (known.year, known.year - 1):
        days = mention.days_in(year)
        if days is not None and 0 <= (known - days[0]).days <= _AFTER_MEETING_DAYS:
            yield year


def _years_of_same_day(mention: Mention, document: Document) -> set[int]:
    return {
        other.first.year
        for other in find_dates(document.text)
        if other.first.year is not None
        and (other.first.month, other.first.day) == (mention.first.month, mention.first.day)
    }


def _years_lived_in(text: str, mention: Mention) -> set[int]:
    """Return the years that the text names, is at home in, and where the weekday is right.

    A year named once may fit the weekday by chance: every fifth or sixth does, and plans are named
    after years far ahead. The text is at home in a year whose neighbour it names too, or, where
    there is none such, in one it names repeatedly. Years in case numbers are no evidence.
    """
    namings = Counter(map(int, _YEAR.findall(_CASE_NUMBER.sub(" ", text))))
    fitting = {year for year in namings if mention.weekdays_fit(year)}
    beside = {year for year in fitting if namings[year - 1] or namings[year + 1]}
    return beside or {year for year in fitting if namings[year] >= _MIN_NAMINGS}


def _years_in(text: str) -> set[int]:
    return {int(found) for found in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)}


def _in_name(name: str) -> tuple[date, date | None] | None:
    """Return the one date in a file's own name, else in the names of its folders."""
    folders, _, own = name.rpartition("/")
    for part in (own, folders):
        days = {mention.days_in(mention.year) for mention in _dates_in_name(part) if mention.year is not None}
        if days:
            only = next(iter(days))
            return only if len(days) == 1 else None
    return None


def _dates_in_name(part: str) -> Iterator[Mention]:
    """Return dates with a year in a name: underscores are spaces, ``240110`` is a date of this century."""
    spaced = part.replace("_", " ")
    for mention in find_dates(spaced):
        if not _NOT_THE_MEETING.search(spaced[max(0, mention.start - 15) : mention.start]):
            yield mention
    for match in re.finditer(r"(?<![\w-])(\d\d)(\d\d)(\d\d)(?![\w-])", spaced):
        yield from find_dates("20{}-{}-{}".format(*match.groups()))


def _inferred(mention: Mention, year: int, source_of_year: str) -> MeetingDate:
    days = mention.days_in(year)
    if days is None:
        return MeetingDate(None, None, DateBasis.UNKNOWN, "Protokollets datum går inte att läsa.")
    note = f"Protokollet anger {_day_in_words(mention)}; året {year} framgår av {source_of_year}."
    return MeetingDate(*days, DateBasis.INFERRED, note)


def _day_in_words(mention: Mention) -> str:
    first, last = mention.first, mention.last
    words = f"{first.day} {MONTHS[first.month - 1]}"
    if last is None:
        return words
    if last.month == first.month:
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]}"
    return f"{words} – {last.day} {MONTHS[last.month - 1]}"


def _printed(known: MeetingDate) -> str:
    return swedish_date(known.start, known.end) if known.start else "inget datum"
