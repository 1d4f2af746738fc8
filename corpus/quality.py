"""How well a file was read: what of its text was understood, and what somebody should look at."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.headings.agenda import Agenda, find_agenda, is_same_title
from corpus.layout.furniture import Sheet
from qa.reading import Doubt, DoubtKind, PersonalData, PrivacyPolicy, Reading
from qa.types import AgendaItem, Meeting, ParagraphKind, Role, Section

_WORDS = re.compile(r"\w+")
_VISIBLE = re.compile(r"\S+")
_LOW_COVERAGE = 0.9
_MIN_CHARACTERS = 200
"""Files with less text are not judged by shares."""
_LONGEST_TITLE = 300
_LONGEST_ITEM = 4000
"""Words of running text; longer items are mostly several that were not told apart."""
_ONE_ITEM_WORDS = 400
"""Words from which a file that became one item is hardly the minutes of one."""
_HEADING_WORDS = frozenset("diarienr diarienummer dnr nr punkt ärende ärendenr ärendenummer".split())
"""Stand in headings beside number, case number and title."""
_BREAK = re.compile(r"(?:välkom|incheckning|inledning|lunch|kaffe|fika|middag|frukost|paus|avslut)")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\u2400-\u243f\U000f0000-\U0010fffd]")
_MAX_UNREADABLE = 0.002
_SWEDISH = frozenset(
    """
    alla att av de den denna det detta du efter eller en enligt ett finns från för ha han har hon i in inom
    inte jag kan man med men mot mycket måste nu när och om på samt sig ska skall som till under upp ut utan
    vad var vara vi vid vilka vilken vill är över
    """.split()
)
_LANGUAGE_WORDS = 80
_LEAST_SWEDISH = 0.12
"""Running Swedish has 25 to 40 % of the words above; other languages a few, by chance."""


def judge_reading(
    sheet: Sheet, meeting: Meeting, personal_data: tuple[PersonalData, ...], privacy: PrivacyPolicy
) -> Reading:
    """Say how well a file was read, without what the meeting's own warnings say already.

    Args:
        sheet: the file's lines without page furniture.
        meeting: what was made of it, before any item was left out.
        personal_data: where personal data was found.
        privacy: what was done about it.
    """
    agenda = find_agenda(sheet)
    characters, covered = _coverage(sheet, meeting, agenda)
    doubts = (
        *_doubts_of_file(sheet, meeting),
        *_coverage_doubt(characters, covered),
        *_agenda_doubts(agenda, meeting),
        *(doubt for place, item in enumerate(meeting.items, 1) for doubt in _doubts_of_item(item, place)),
    )
    return Reading(
        characters=characters,
        covered=covered,
        listed=len(agenda.entries) if agenda else None,
        doubts=doubts,
        personal_data=personal_data,
        privacy=privacy,
    )


def _coverage(sheet: Sheet, meeting: Meeting, agenda: Agenda | None) -> tuple[int, int]:
    """Count the visible characters of the sheet, and those of lines that were understood.

    A line is understood if a run touches it, or if it has no word that is not in some heading (but
    the letters of the body before a paragraph sign).
    """
    sections = [*meeting.opening, *(section for item in meeting.items for section in item.sections)]
    spans = sorted(
        (run.source_start, run.source_start + run.length)
        for section in sections
        for paragraph in section.paragraphs
        for run in paragraph.runs
    )
    known = _HEADING_WORDS | _words(text for item in meeting.items for text in _headings(item))
    known |= _words((meeting.body, meeting.title, *(section.heading for section in meeting.opening)))
    known |= _words(entry.title for entry in agenda.entries) if agenda else set()
    first = spans[0][0] if spans and not meeting.opening else 0
    characters = covered = place = 0
    for line in sheet.lines:
        if line.start + len(line.text) <= first:
            continue
        visible = sum(map(len, _VISIBLE.findall(line.text)))
        while place < len(spans) and spans[place][1] <= line.start:
            place += 1
        is_touched = place < len(spans) and spans[place][0] < line.start + len(line.text)
        characters += visible
        if is_touched or len(_words([line.text]) - known) <= ("§" in line.text):
            covered += visible
    return characters, covered


def _headings(item: AgendaItem) -> Iterator[str]:
    yield from (item.number, item.title, *item.case_numbers)
    yield from (section.heading for section in item.sections)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORDS.findall(text.lower())}


def _doubts_of_file(sheet: Sheet, meeting: Meeting) -> Iterator[Doubt]:
    items = meeting.items
    if len(items) == 1 and not items[0].number and _words_of(items[0].sections) >= _ONE_ITEM_WORDS:
        yield Doubt(DoubtKind.NO_ITEMS, "Hela filen blev ett enda ärende.")
    if not meeting.attendees:
        yield Doubt(DoubtKind.ATTENDANCE, "Ingen närvarolista hittades.")
    numbers = Counter(item.number for item in items if item.number)
    for number, count in numbers.items():
        if count > 1:
            yield Doubt(DoubtKind.REPEATED_NUMBER, f"{number} förekommer {count} gånger.")
    odd = sum(len(_UNREADABLE.findall(line.text)) for line in sheet.lines)
    if odd > max(_MAX_UNREADABLE * sum(len(line.text) for line in sheet.lines), 2):
        yield Doubt(DoubtKind.UNREADABLE, f"{odd} tecken är oläsliga; filens teckensnitt kan vara skadat.")


def _coverage_doubt(characters: int, covered: int) -> Iterator[Doubt]:
    if characters >= _MIN_CHARACTERS and covered < _LOW_COVERAGE * characters:
        share = round(100 * covered / characters)
        yield Doubt(DoubtKind.COVERAGE, f"Bara {share} % av texten hör till något ärende.")


def _agenda_doubts(agenda: Agenda | None, meeting: Meeting) -> Iterator[Doubt]:
    """Yield the titles of the agenda list that no item has, by number or by title.

    Breaks are no items, nor are the lines that name the meeting or its days.
    """
    if agenda is None:
        return
    items, body = meeting.items, " ".join(_WORDS.findall(meeting.body.lower()))
    numbers = {number for item in items if (number := _value(item.number)) is not None}
    titles = {" ".join(_WORDS.findall(item.title.lower())) for item in items}
    for entry in agenda.entries:
        title = " ".join(_WORDS.findall(entry.title.lower()))
        is_found = (
            entry.number in numbers
            or title in titles
            or _BREAK.match(title)
            or (body and title.startswith(body))
            or any(is_same_title(entry.title, item.title) for item in items)
        )
        if not is_found:
            yield Doubt(DoubtKind.AGENDA, f"”{_short(entry.title)}” står i ärendelistan men hittades inte.")


def _doubts_of_item(item: AgendaItem, place: int) -> Iterator[Doubt]:
    name = f"{item.number} {_short(item.title)}".strip() or f"Ärende {place}"
    prose = [
        paragraph.text
        for section in item.sections
        for paragraph in section.paragraphs
        if paragraph.kind is not ParagraphKind.TABLE and section.role is not Role.ATTACHMENT
    ]
    words = [word for text in prose for word in text.lower().split()]
    if not item.title:
        yield Doubt(DoubtKind.TITLE, f"{name} saknar rubrik.", item.id)
    elif len(item.title) > _LONGEST_TITLE:
        yield Doubt(DoubtKind.TITLE, f"{name} har en rubrik på {len(item.title)} tecken.", item.id)
    if not any(section.paragraphs for section in item.sections):
        yield Doubt(DoubtKind.EMPTY_ITEM, f"{name} har ingen text.", item.id)
    if len(words) > _LONGEST_ITEM:
        yield Doubt(DoubtKind.LONG_ITEM, f"{name} är ovanligt långt, {len(words)} ord.", item.id)
    if len(words) >= _LANGUAGE_WORDS:
        share = sum(word.strip(".,;:()") in _SWEDISH for word in words) / len(words)
        if share < _LEAST_SWEDISH:
            yield Doubt(DoubtKind.LANGUAGE, f"{name} ser inte ut att vara på svenska.", item.id)


def _words_of(sections: Sequence[Section]) -> int:
    return sum(len(paragraph.text.split()) for section in sections for paragraph in section.paragraphs)


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59].rstrip() + "…"


def _value(number: str) -> int | None:
    digits = "".join(char for char in number.partition("/")[0] if char.isdigit())
    return int(digits) if digits else None
