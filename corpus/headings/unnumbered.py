"""Items without numbers, told by what follows the heading, by Markdown, or by page starts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Line
from corpus.headings.agenda import Agenda, is_same_title
from corpus.headings.signs import (
    ItemHeading,
    Outline,
    closes_before,
    is_fact_label,
    is_heading_like,
    opens_item,
    stands_alone,
)
from corpus.headings.titles import read_title
from corpus.layout.furniture import Sheet
from corpus.layout.lines import ends_sentence, has_room, is_blank, next_written, plain
from corpus.layout.roles import heading_role

_MARKDOWN = re.compile(r"(?P<level>#{1,6})\s+(?P<title>\S.*)")
_MIN_ITEMS = 2
_MOST = 0.6
"""Share of an agenda list whose titles must come again as headings."""


def opener_outline(sheet: Sheet, agenda: Agenda | None) -> Outline | None:
    """Return the items whose headings stand alone before a line that comes first in an item."""
    first = agenda.end if agenda else 0
    headings = []
    for index in range(first, len(sheet.lines)):
        line = sheet.lines[index]
        if is_blank(line) or not stands_alone(sheet, index) or not is_heading_like(line.text):
            continue
        heading = _heading(sheet, index)
        if not is_fact_label(line.text) and is_heading_like(heading.title) and opens_item(sheet, heading.end):
            headings.append(heading)
    if len(headings) < _MIN_ITEMS:
        return None
    listed = frozenset(range(agenda.start, agenda.end)) if agenda else frozenset()
    return Outline(tuple(headings), listed)


def listed_outline(sheet: Sheet, agenda: Agenda | None) -> Outline | None:
    """Return the items whose headings repeat the agenda list, in its order, most of it at least."""
    if agenda is None:
        return None
    headings: list[ItemHeading] = []
    waiting = list(agenda.entries)
    for index in range(agenda.end, len(sheet.lines)):
        text = sheet.lines[index].text
        if not stands_alone(sheet, index) or not is_heading_like(text):
            continue
        place = next((n for n, entry in enumerate(waiting) if is_same_title(entry.title, plain(text))), None)
        if place is not None:
            number = waiting[place].number
            headings.append(replace(_heading(sheet, index), number="" if number is None else str(number)))
            del waiting[: place + 1]
    if len(headings) < max(_MIN_ITEMS, _MOST * len(agenda.entries)):
        return None
    return Outline(tuple(headings), frozenset(range(agenda.start, agenda.end)))


def marked_outline(sheet: Sheet, agenda: Agenda | None) -> Outline | None:
    """Return the items of a file with Markdown or styled headings: those of the level that items have."""
    marked = [
        (index, level)
        for index, line in enumerate(sheet.lines)
        if (level := _heading_level(line)) and heading_role(line.text) is None
    ]
    levels = Counter(level for _, level in marked)
    usual = [level for level, count in sorted(levels.items()) if count >= _MIN_ITEMS]
    if not usual:
        return None
    chosen = [index for index, level in marked if level == usual[0]]
    listed = range(agenda.start, agenda.end) if agenda and agenda.end <= chosen[0] else range(0)
    return Outline(tuple(_heading(sheet, index) for index in chosen), frozenset(listed))


def _heading_level(line: Line) -> int:
    """Return the level of a heading that a style or Markdown marks, 0 for other lines."""
    match = _MARKDOWN.fullmatch(line.text.strip())
    return len(match["level"]) if match else line.level


def page_start_outline(sheet: Sheet) -> Outline | None:
    """Return the items that begin on a page of their own, in a file with links back to its start.

    A heading at the start of a page begins an item when the link stands before it, or when the
    text before it has come to an end and no sub-heading of that text begins with the same word.
    """
    if len(sheet.links) < _MIN_ITEMS:
        return None
    headings: list[ItemHeading] = []
    for index in range(len(sheet.lines)):
        if _begins_page(sheet, index) and _is_title(sheet, index, headings):
            headings.append(_heading(sheet, index))
    return Outline(tuple(headings)) if len(headings) >= _MIN_ITEMS else None


def _begins_page(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    return not is_blank(line) and line.start in sheet.breaks


def _is_title(sheet: Sheet, index: int, headings: Sequence[ItemHeading]) -> bool:
    line = sheet.lines[index]
    if not is_heading_like(line.text):
        return False
    if line.start in sheet.links:
        return True
    following = next_written(sheet.lines, index + 1)
    if following is None or not closes_before(sheet.lines, index):
        return False
    goes_on = sheet.width is not None and not has_room(line.text, sheet.lines[following].text, sheet.width)
    return not goes_on and not _has_sibling(sheet, index, headings)


def _has_sibling(sheet: Sheet, index: int, headings: Sequence[ItemHeading]) -> bool:
    """Tell whether the item so far has a sub-heading that begins with the same word."""
    first_word = plain(sheet.lines[index].text).split()[0]
    begun = headings[-1].end if headings else 0
    return any(
        plain(sheet.lines[i].text).split()[:1] == [first_word] and _is_subheading(sheet, i)
        for i in range(begun, index)
    )


def _is_subheading(sheet: Sheet, index: int) -> bool:
    text = sheet.lines[index].text
    return stands_alone(sheet, index) and is_heading_like(text) and not ends_sentence(text)


def _heading(sheet: Sheet, index: int) -> ItemHeading:
    title = read_title(sheet, index, plain(sheet.lines[index].text), sheet.width)
    return ItemHeading(index, title.end, "", title.text, title.case_numbers)
