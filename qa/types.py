r"""The words of the house as types: what a meeting, an agenda item, a passage and a hit are.

Everything here is frozen and carried unchanged through every layer. Offsets count Unicode
code points of the source text, that is the decoded file after NFC and with ``\n`` line ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.proceedings import NO_PROCEEDINGS, Proceedings
from qa.reading import Reading
from qa.reasons import Why


class DateBasis(StrEnum):
    """How the date of a meeting is known."""

    STATED = "stated"
    """Written in full in the minutes themselves."""
    SIDECAR = "sidecar"
    """Taken from the sidecar ``metadata.csv`` beside the files."""
    INFERRED = "inferred"
    """Concluded: from the file name, or from weekday and day against a year the text gives."""
    UNKNOWN = "unknown"
    """The file does not say, and nothing lets us conclude it."""


class Role(StrEnum):
    """What a section of an agenda item is for. The values are shown to users."""

    TEXT = "text"
    """Text under no sub-heading of its own."""
    MATTER = "ärende"
    AGENDA = "agenda"
    NOTES = "anteckningar"
    SUMMARY = "sammanfattning"
    INFORMATION = "information"
    DECISION = "beslut"
    PROPOSAL = "förslag"
    PREVIOUS = "tidigare behandling"
    DOCUMENTS = "handlingar"
    MOTION = "yrkande"
    PROPOSITION = "propositionsordning"
    VOTE = "omröstning"
    RESERVATION = "reservation"
    STATEMENT = "protokollsanteckning"
    RECUSAL = "jäv"
    DISTRIBUTION = "expediering"
    ATTENDANCE = "närvaro"
    ATTACHMENT = "bilaga"


class ParagraphKind(StrEnum):
    """The form of a paragraph; tables are kept with their item but never embedded."""

    PROSE = "prose"
    LIST_ITEM = "list_item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """A verbatim stretch: ``text[start:start+length] == source[source_start:source_start+length]``.

    Between two runs of a text lies what was put in or left out when lines were joined: a space
    for a line end, nothing for a hyphen at a line end, page furniture.
    """

    start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a section, lines joined.

    ``runs`` are in order and cover every character of ``text`` that is not white space.
    ``page`` is the printed page number, 1 or more, or None where the file has no pages.
    """

    text: str
    runs: tuple[Run, ...]
    kind: ParagraphKind = ParagraphKind.PROSE
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an agenda item under one sub-heading, as printed (empty where there is none)."""

    role: Role
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item (ärende, paragraf).

    ``id`` is ``<meeting id>/<number or title as a slug>``. ``number`` is as printed, with the
    sign where the file has it ("§ 96", "3"), or empty. ``pages`` are the printed page numbers, ascending.
    ``proceedings`` is what became of it.
    """

    id: str
    number: str
    title: str
    case_numbers: tuple[str, ...]
    sections: tuple[Section, ...]
    pages: tuple[int, ...] = ()
    proceedings: Proceedings = NO_PROCEEDINGS


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the attendance list; empty strings where the file does not say.

    ``party`` is as printed ("S"), ``role`` the office or function ("ordförande", "Kommundirektör"),
    ``organisation`` whom she represents ("Hylte kommun"), ``note`` the rest ("dag 1", "§§ 4-9").
    """

    name: str
    party: str = ""
    role: str = ""
    organisation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, read from one file.

    ``id`` is readable and comes from the file's path below the indexed folder.
    ``start_date`` is None where it is unknown, ``end_date`` for a meeting of one day.
    ``opening`` is what stands before the first item: place, time, who was present.
    ``date_note`` says in Swedish how an inferred date was concluded. ``warnings`` are Swedish sentences.
    ``reading`` is None where nobody judged how well the file was read.
    """

    id: str
    body: str
    title: str
    start_date: date | None
    date_basis: DateBasis
    source_file: str
    items: tuple[AgendaItem, ...]
    end_date: date | None = None
    date_note: str = ""
    place: str = ""
    time: str = ""
    attendees: tuple[Person, ...] = ()
    absent: tuple[Person, ...] = ()
    source_url: str = ""
    opening: tuple[Section, ...] = ()
    warnings: tuple[str, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage stands, in a form to check and to paste.

    ``text`` is the Swedish citation. ``section`` is the role of the section.
    """

    text: str
    body: str
    meeting_id: str
    meeting_date: date | None
    meeting_end_date: date | None
    date_basis: DateBasis
    item_id: str
    item_number: str
    item_title: str
    case_numbers: tuple[str, ...]
    section: Role
    page: int | None
    source_file: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one agenda item and one role.

    ``id`` is ``<item id>/<n>``, n from 1 in reading order. ``text`` is as the source has it with
    lines joined; ``runs`` tie it to the source, ``start`` and ``end`` span it there.
    ``context`` is the heading line that is embedded before the text but not shown as part of it.
    ``is_table`` marks vote and attendance tables: searchable by word, never embedded.
    ``language`` is ISO 639-1.
    """

    id: str
    text: str
    context: str
    runs: tuple[Run, ...]
    start: int
    end: int
    citation: Citation
    is_table: bool = False
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a search is restricted to; an empty filter lets every passage through.

    ``body`` passes every body that has all its words, in definite form or not: "kommunstyrelsen" passes
    "Kommunstyrelsen i Sundköping" but not "Kommunstyrelsens arbetsutskott". ``case_number`` is
    compared as ``qa.case_numbers.CaseNumbers.find`` does; ``file`` is a path as in
    ``Citation.source_file``; ``section`` is the role of the section that the passage stands in. The
    dates are inclusive, and a meeting of several days passes when any of its days does. A meeting of
    unknown date passes no date filter.
    """

    body: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    case_number: str | None = None
    file: str | None = None
    section: Role | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``rank`` starts at 1; a higher ``score`` is better.

    ``confidence`` is the probability in [0, 1] that the passage answers the question. ``why`` is None
    where nobody has asked for it.
    """

    rank: int
    passage: Passage
    score: float
    confidence: float
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the text after NFC and trimming, the filter, and how many hits at most.

    ``understand`` tells whether periods, bodies and case numbers in the text are to count.
    """

    text: str
    where: Filter
    limit: int
    understand: bool = True
