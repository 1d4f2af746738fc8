"""A document as a meeting with its agenda items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.attachments import bring_home
from corpus.document import Document, Line
from corpus.facts.header import Header, read_header
from corpus.facts.introduction import introduction_lines
from corpus.facts.kind import kind_instead
from corpus.headings.outline import find_outline
from corpus.headings.signs import ItemHeading, Outline
from corpus.layout.furniture import Sheet, clear_furniture
from corpus.layout.joining import inner_hyphens
from corpus.layout.lines import is_blank, plain
from corpus.layout.paragraphs import Setting
from corpus.layout.sections import build_sections
from corpus.proceedings.reading import read_proceedings
from corpus.slug import slug
from corpus.source import SourceFile
from qa.types import AgendaItem, Meeting, Role, Section

_INTRODUCTION = "Inledning"
_MAX_TITLE = 120
_HEADER_LINES = 40
"""Lines that may tell facts of the meeting in a file without recognisable items."""


def parse_meeting(document: Document, source: SourceFile) -> Meeting:
    """Read a document as minutes.

    A file in which no agenda items are found becomes a meeting of one item with the whole text,
    and a warning.

    Args:
        document: the decoded file.
        source: where it lies; gives the ids and what the sidecar says.
    """
    return parse_sheet(clear_furniture(document), document, source)


def parse_sheet(sheet: Sheet, document: Document, source: SourceFile) -> Meeting:
    """Read a document as minutes, its page furniture cleared already; see ``parse_meeting``."""
    outline = find_outline(sheet)
    running = [Line(text, 0) for text in document.running]
    if outline is None:
        header = read_header([*running, *sheet.lines[:_HEADER_LINES]], document, source)
        meeting = _meeting(source, header, (_whole_file(sheet, source),))
        facts = sheet.lines[:_HEADER_LINES]
        return replace(
            meeting,
            warnings=(*meeting.warnings, *_other_kind([*running, *facts], source), _not_minutes(source)),
        )
    opening = _opening_lines(sheet, outline)
    facts = _with_running(opening, sheet, outline)
    header = read_header([*running, *facts], document, source)
    meeting = _meeting(source, header, bring_home(_items(sheet, outline, opening)))
    tells_more_than_its_name = header.attendees or header.absent or header.place or header.time
    return replace(
        meeting,
        opening=_opening_sections(sheet, opening) if tells_more_than_its_name else (),
        warnings=(*meeting.warnings, *_other_kind([*running, *facts], source), *_number_gaps(outline)),
    )


def _meeting(source: SourceFile, header: Header, items: tuple[AgendaItem, ...]) -> Meeting:
    return Meeting(
        id=source.meeting_id,
        body=header.body,
        title=header.title,
        start_date=header.date.start,
        end_date=header.date.end,
        date_basis=header.date.basis,
        date_note=header.date.note,
        source_file=source.name,
        source_url=header.url,
        place=header.place,
        time=header.time,
        attendees=header.attendees,
        absent=header.absent,
        items=_with_ids(_with_proceedings(items, header), source.meeting_id),
        warnings=(*header.warnings, *header.date.warnings),
    )


def _opening_lines(sheet: Sheet, outline: Outline) -> tuple[Line, ...]:
    """Return the lines before the first item, without the agenda list."""
    first = outline.headings[0].start
    unwanted = outline.agenda | outline.repeated
    return tuple(line for index, line in enumerate(sheet.lines[:first]) if index not in unwanted)


def _with_running(opening: Sequence[Line], sheet: Sheet, outline: Outline) -> tuple[Line, ...]:
    """Add the running headers that stand before the first item: they tell body and date."""
    first = sheet.lines[outline.headings[0].start].start
    running = [line for line in sheet.running if line.start < first]
    return tuple(sorted((*opening, *running), key=lambda line: line.start))


def _opening_sections(sheet: Sheet, opening: Sequence[Line]) -> tuple[Section, ...]:
    """Return the facts of the meeting, who was present among them, as sections to be searched."""
    introduction = {line.start for line in introduction_lines(opening)}
    facts = [line for line in opening if line.start not in introduction]
    return tuple(
        replace(section, role=Role.ATTENDANCE) if section.role is Role.TEXT else section
        for section in build_sections(facts, _setting(sheet))
        if section.paragraphs
    )


def _items(sheet: Sheet, outline: Outline, opening: Sequence[Line]) -> tuple[AgendaItem, ...]:
    setting = _setting(sheet)
    introduction = introduction_lines(opening)
    ends = [heading.start for heading in outline.headings[1:]] + [len(sheet.lines)]
    items = [] if not introduction else [_item(ItemHeading(0, 0, "", _INTRODUCTION), introduction, setting)]
    for heading, end in zip(outline.headings, ends, strict=True):
        body = [sheet.lines[i] for i in range(heading.end, end) if i not in outline.repeated]
        tail = [heading.tail] if heading.tail else []
        item = _item(heading, [*tail, *body], setting)
        page = sheet.lines[heading.start].page
        pages = set(item.pages) if page is None else {page, *item.pages}
        items.append(replace(item, pages=tuple(sorted(pages))))
    return tuple(items)


def _item(heading: ItemHeading, lines: Sequence[Line], setting: Setting) -> AgendaItem:
    sections = build_sections(lines, setting)
    pages = {p.page for section in sections for p in section.paragraphs if p.page is not None}
    return AgendaItem(
        id="",
        number=heading.number,
        title=heading.title,
        case_numbers=heading.case_numbers,
        sections=sections,
        pages=tuple(sorted(pages)),
    )


def _whole_file(sheet: Sheet, source: SourceFile) -> AgendaItem:
    """Return a file without recognisable items as one item, titled by its first line."""
    first = next((i for i, line in enumerate(sheet.lines) if not is_blank(line)), None)
    title = "" if first is None else plain(sheet.lines[first].text)
    if first is None or len(title) > _MAX_TITLE:
        return _item(ItemHeading(0, 0, "", source.name), sheet.lines, _setting(sheet))
    return _item(ItemHeading(first, first + 1, "", title), sheet.lines[first + 1 :], _setting(sheet))


def _setting(sheet: Sheet) -> Setting:
    return Setting(sheet.breaks, sheet.width, inner_hyphens(sheet.lines))


def _with_proceedings(items: Sequence[AgendaItem], header: Header) -> tuple[AgendaItem, ...]:
    """Read what became of each item, which may want its attachments and who was there."""
    people = (*header.attendees, *header.absent)
    return tuple(replace(item, proceedings=read_proceedings(item, people, header.body)) for item in items)


def _with_ids(items: Sequence[AgendaItem], meeting_id: str) -> tuple[AgendaItem, ...]:
    """Name each item by its number, or its title where it has none; a name that comes again is counted."""
    seen: Counter[str] = Counter()
    named = []
    for item in items:
        name = slug(item.number) or slug(item.title) or "arende"
        seen[name] += 1
        unique = name if seen[name] == 1 else f"{name}-{seen[name]}"
        named.append(replace(item, id=f"{meeting_id}/{unique}"))
    return tuple(named)


def _not_minutes(source: SourceFile) -> str:
    return (
        f"Inga ärenden hittades i {source.name}. Hela texten är sökbar som ett enda ärende; "
        "kontrollera att filen är ett protokoll."
    )


def _other_kind(lines: Sequence[Line], source: SourceFile) -> tuple[str, ...]:
    """Return a warning where the lines before the items say that the file is no minutes."""
    kind = kind_instead(line.text for line in lines)
    if not kind:
        return ()
    return (
        f"{source.name} är enligt sin rubrik en {kind}, inte ett protokoll. Ta bort filen om det stämmer.",
    )


def _number_gaps(outline: Outline) -> tuple[str, ...]:
    """Return a warning for each place where the numbers do not rise by one."""
    numbers = [heading.number for heading in outline.headings if heading.number]
    warnings = []
    for before, after in pairwise(numbers):
        if _value(after) != _value(before) + 1:
            warnings.append(f"Efter {before} kommer {after}. Kontrollera om något ärende saknas i filen.")
    return tuple(warnings)


def _value(number: str) -> int:
    return int("".join(char for char in number.partition("/")[0] if char.isdigit()))
