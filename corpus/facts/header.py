"""The header of minutes: which body met, when, where, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document, Line
from corpus.facts.attendance import read_attendance
from corpus.facts.body import organ_of_folder, read_naming
from corpus.facts.dates import find_dates
from corpus.facts.labels import Field, Label, read_fields
from corpus.facts.meeting_date import MeetingDate, meeting_date
from corpus.source import SourceFile
from qa.types import DateBasis, Person

_CLOCK = re.compile(
    r"\b(?:kl(?:ockan)?\.?\s*\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)(?:\s*[-–—]+\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?)?",
    re.IGNORECASE,
)
_EDGES = " \t,;.–-"
_PREPOSITION = re.compile(r"^(?:i|på|vid)\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Header:
    """The facts of a meeting; empty where neither file nor sidecar gives them.

    ``title`` is the meeting's own name as printed, else the body's. ``warnings`` are Swedish
    sentences about what is missing; those about the date itself are in ``date``.
    """

    body: str
    title: str
    date: MeetingDate
    place: str = ""
    time: str = ""
    attendees: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    url: str = ""
    warnings: tuple[str, ...] = ()


def read_header(lines: Sequence[Line], document: Document, source: SourceFile) -> Header:
    """Read the facts of a meeting.

    Args:
        lines: the lines before the first item, without page furniture; none if there is no header.
        document: the whole file, where a date or a name may be concluded from.
        source: the file; what its row in the sidecar says wins over the text.
    """
    texts = [line.text for line in lines]
    fields = read_fields(texts)
    naming = read_naming(texts, document.text)
    attendance = read_attendance(fields)
    place, time = place_and_time(fields)
    when = meeting_date(texts, document, source)
    row = source.sidecar
    said = (row.body if row else "") or naming.body
    body = said or organ_of_folder(source.name)
    return Header(
        body=body,
        title=(row.title if row else "") or naming.title or body,
        date=when,
        place=(row.place if row else "") or place,
        time=time,
        attendees=attendance.attendees,
        absent=attendance.absent,
        url=row.url if row else "",
        warnings=_missing(said, body, when),
    )


def place_and_time(fields: Sequence[Field]) -> tuple[str, str]:
    """Return where and at what hours the meeting was held, as printed; empty where not given.

    The day is left out of the hours, unless there are several.
    """
    place = time = ""
    for field in fields:
        if field.label is Label.PLACE_AND_TIME:
            where, hours = _part_at_hours(field.text)
            place, time = place or where, time or hours
        elif field.label is Label.PLACE:
            where, hours = _part_at_hours(field.text)
            place, time = place or where or field.text, time or hours
        elif field.label in {Label.TIME, Label.DATE}:
            where, hours = _part_at_hours(field.text)
            place = place or (where if "plats" in field.printed.lower() else "")
            time = time or hours
    return place.strip(_EDGES), time


def _part_at_hours(text: str) -> tuple[str, str]:
    """Cut ``Sessionssalen, 10 januari 2024 kl. 13.00–15.30`` into the place and the hours."""
    days = find_dates(text)
    hours = list(_CLOCK.finditer(text))
    spans = [(day.start, day.end) for day in days] + [hour.span() for hour in hours]
    if not spans:
        return text.strip(_EDGES), ""
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if text.count("(", start, end) > text.count(")", start, end) and ")" in text[end:]:
        end = text.index(")", end) + 1
    place = text[:start].strip(_EDGES) or _PREPOSITION.sub("", text[end:].strip(_EDGES))
    time = text[start:end]
    if len(days) == 1 and days[0].last is None:
        time = (text[start : days[0].start] + text[days[0].end : end]).strip(_EDGES)
    return place, time if hours else ""


def _missing(said: str, body: str, when: MeetingDate) -> tuple[str, ...]:
    """Tell what neither file nor sidecar says: ``said`` is the body they name, ``body`` the one taken."""
    warnings = []
    if body and not said:
        warnings.append(f"Organet {body} är taget ur mappens namn; protokollet säger det inte.")
    elif not body:
        warnings.append("Det framgår inte vilket organ som sammanträdde; ange det i metadata.csv.")
    if when.basis is DateBasis.UNKNOWN:
        warnings.append(f"{when.note} Ange datumet i metadata.csv.")
    return tuple(warnings)
