"""Titles of agenda items: where they end, and the case numbers beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.case_numbers import case_numbers_alone, split_case_numbers
from corpus.document import Line
from corpus.furniture import Sheet
from corpus.joining import join_lines
from corpus.lines import ends_sentence, has_room, is_blank, is_list_item, next_written, runs_on, starts_lower
from corpus.roles import heading_role
from qa.types import Role

_MAX_TITLE_LINES = 10
_BODY_IS_WIDER = 6
"""Characters by which a line of text passes the width of the titles, which are set larger."""
_ROLES_AS_TITLES = frozenset(
    {Role.INFORMATION, Role.RECUSAL, Role.ATTENDANCE, Role.TEXT, Role.NOTES, Role.AGENDA}
)
"""Headings that may also be the whole title of an item (``§ 4 Information``)."""
_MIN_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its case numbers, and the index of the first line after them."""

    text: str
    case_numbers: tuple[str, ...]
    end: int


def read_title(sheet: Sheet, index: int, rest: str, width: int | None) -> Title:
    """Read the title that begins in the heading line ``index``, after the number.

    Args:
        sheet: the lines.
        index: index of the heading line.
        rest: what follows the number on that line; case numbers, title, both or nothing.
        width: where titles are wrapped, in characters, None where lines are whole paragraphs.
    """
    lines = sheet.lines
    begun, numbers = split_case_numbers(rest)
    parts = [Line(begun, 0)] if begun else []
    last = lines[index].text if begun else ""
    end = index + 1
    while len(parts) < _MAX_TITLE_LINES:
        at = next_written(lines, end)
        if at is None:
            break
        alone = case_numbers_alone(lines[at].text)
        if alone and not numbers:
            numbers, end = alone, at + 1
            continue
        if not _belongs(lines, at, last, width, gap=at > end):
            break
        parts.append(lines[at])
        last = lines[at].text
        end = at + 1
    return Title(join_lines(parts, frozenset())[0], numbers, end)


def title_width(sheet: Sheet, headings: Sequence[int]) -> int | None:
    """Return where titles are wrapped, seen from the titles that end at a sub-heading.

    Args:
        sheet: the lines.
        headings: indexes of the heading lines.
    """
    lines = sheet.lines
    lengths = []
    for heading in headings:
        start = next_written(lines, heading + 1)
        if start is None:
            continue
        block = []
        for line in lines[start : start + _MAX_TITLE_LINES]:
            if is_blank(line) or heading_role(line.text):
                break
            block.append(len(line.text.strip()))
        after = start + len(block)
        if after < len(lines) and heading_role(lines[after].text):
            lengths += block[:-1]
    lengths.sort()
    return lengths[len(lengths) * 9 // 10] if len(lengths) >= _MIN_SAMPLES else sheet.width


def _belongs(lines: Sequence[Line], at: int, last: str, width: int | None, *, gap: bool) -> bool:
    """Tell whether the line ``at`` goes on with a title whose last line so far is ``last``."""
    text = lines[at].text
    role = heading_role(text)
    if not last:
        return role is None or role in _ROLES_AS_TITLES or _heads_nothing(lines, at)
    if role is not None or is_list_item(text) or ends_sentence(last):
        return False
    if starts_lower(text):
        return width is not None or runs_on(last)
    if gap or width is None:
        return runs_on(last) and not gap
    if runs_on(last):
        return True
    return not has_room(last, text, width) and len(text.strip()) <= width + _BODY_IS_WIDER


def _heads_nothing(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a sub-heading is followed by another one, so that it must be a title itself."""
    following = next_written(lines, at + 1)
    return following is not None and heading_role(lines[following].text) is not None
