"""Titles of agenda items: where they end, and the case numbers beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import Line
from corpus.headings.case_numbers import case_numbers_alone, split_case_numbers
from corpus.layout.furniture import Sheet
from corpus.layout.joining import join_lines
from corpus.layout.lines import (
    ends_sentence,
    has_room,
    is_blank,
    is_list_item,
    next_written,
    runs_on,
    starts_lower,
)
from corpus.layout.roles import heading_role, inline_heading
from qa.types import Role

_MAX_LINES = 10
_NEARLY_FULL = 0.7
"""Share of the width from which a line may be full though the next word seems to fit: letters differ."""
_ROLES_AS_TITLES = frozenset(
    {Role.INFORMATION, Role.RECUSAL, Role.ATTENDANCE, Role.TEXT, Role.NOTES, Role.AGENDA}
)
"""Headings that may also be the whole title of an item (``§ 4 Information``)."""
_MIN_SAMPLES = 3
_LEAST_WIDTH = 45
"""Characters; narrower titles are short, not wrapped."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its case numbers, and the index of the first line after them."""

    text: str
    case_numbers: tuple[str, ...]
    end: int


def read_title(sheet: Sheet, index: int, rest: str, width: int | None, stop: int | None = None) -> Title:
    """Read the title that begins in the heading line ``index``, after the number.

    Args:
        sheet: the lines.
        index: index of the heading line.
        rest: what follows the number on that line; case numbers, title, both or nothing.
        width: where titles are wrapped, in characters, None where lines are whole paragraphs.
        stop: index of the next heading line, where the title must have ended.
    """
    lines = sheet.lines if stop is None else sheet.lines[:stop]
    begun, numbers = split_case_numbers(rest)
    parts = [replace(sheet.lines[index], text=begun)] if begun else []
    end = index + 1
    while len(parts) < _MAX_LINES:
        at = next_written(lines, end)
        if at is None:
            break
        alone = case_numbers_alone(lines[at].text)
        if alone and not numbers:
            numbers, end = alone, at + 1
            continue
        closed = _closed_end(sheet, at, width) if not parts or at == end else at
        fits = (
            _goes_on(parts[-1].text, lines[at].text, sheet, width, gap=at > end)
            if parts
            else _may_begin(lines, at)
        )
        if (not fits and closed == at) or (parts and _ends_styled(parts, lines[at])):
            break
        end = max(closed, at + 1)
        parts += lines[at:end]
    return Title(join_lines(parts, frozenset())[0], numbers, end)


def _ends_styled(parts: Sequence[Line], line: Line) -> bool:
    """Tell whether a title set as a heading is whole: the format gives each heading as one line."""
    return parts[-1].level > 0 and line.level != parts[-1].level and not starts_lower(line.text)


def title_width(sheet: Sheet, headings: Mapping[int, bool]) -> int | None:
    """Return where titles are wrapped, in characters, None where lines are whole paragraphs.

    It is seen from the titles that end at a sub-heading; where these are few, from the longest first
    line of a title; where there is none, it is the width of the text.

    Args:
        sheet: the lines.
        headings: indexes of the heading lines, and whether the title begins on that line.
    """
    starts = [index if titled else next_written(sheet.lines, index + 1) for index, titled in headings.items()]
    blocks = [
        (start, block) for start in starts if start is not None and (block := _block(sheet.lines, start))
    ]
    if sheet.width is None or not blocks:
        return sheet.width
    closed = [block for start, block in blocks if _is_closed(sheet.lines, start, block)]
    wrapped = sorted(len(line.text.strip()) for block in closed for line in block[:-1])
    if len(wrapped) >= _MIN_SAMPLES:
        return min(sheet.width, wrapped[len(wrapped) * 9 // 10])
    longest = max(len(block[0].text.strip()) for _, block in blocks)
    return min(sheet.width, max(longest, _LEAST_WIDTH))


def _block(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the lines from ``start`` to a blank line, sub-heading or case number, as many as titles have."""
    end = start
    while (
        end < min(len(lines), start + _MAX_LINES)
        and not is_blank(lines[end])
        and not heading_role(lines[end].text)
        and not case_numbers_alone(lines[end].text)
    ):
        end += 1
    return lines[start:end]


def _is_closed(lines: Sequence[Line], start: int, block: Sequence[Line]) -> bool:
    """Tell whether a block is a title that a sub-heading closes."""
    end = start + len(block)
    return (
        bool(block)
        and end < len(lines)
        and heading_role(lines[end].text) is not None
        and not ends_sentence(block[-1].text)
    )


def _closed_end(sheet: Sheet, start: int, width: int | None) -> int:
    """Return the end of a title that a sub-heading closes, ``start`` where none does.

    Only where titles are set larger than the text, so that they are told from it by their width.
    """
    block = _block(sheet.lines, start)
    if (
        width is None
        or sheet.width is None
        or width >= sheet.width
        or not _is_closed(sheet.lines, start, block)
    ):
        return start
    narrow = all(not _is_wide(line.text, sheet.width, width) for line in block)
    return start + len(block) if narrow else start


def _is_wide(text: str, text_width: int, title_width: int) -> bool:
    """Tell whether a line is too wide for a title, nearer to the width of the text."""
    return title_width < text_width and len(text.strip()) > (title_width + text_width) / 2


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line may begin a title: no sub-heading, but for those that are titles too."""
    role = heading_role(lines[at].text)
    return role is None or role in _ROLES_AS_TITLES or _heads_nothing(lines, at)


def _goes_on(last: str, text: str, sheet: Sheet, width: int | None, *, gap: bool) -> bool:
    """Tell whether a line goes on with a title whose last line so far is ``last``."""
    headed = heading_role(text) is not None or inline_heading(text) is not None
    if headed or is_list_item(text) or ends_sentence(last):
        return False
    if width is None or sheet.width is None:
        return starts_lower(text) and runs_on(last)
    if starts_lower(text) or gap:
        return starts_lower(text)
    wide = _is_wide(text, sheet.width, width)
    if runs_on(last) or wide:
        return runs_on(last)
    if ends_sentence(text) and not text.rstrip().endswith("?"):
        return False
    nearly_full = width < sheet.width and len(last.strip()) >= _NEARLY_FULL * width
    return nearly_full or not has_room(last, text, width)


def _heads_nothing(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a sub-heading is followed by another one, so that it must be a title itself."""
    following = next_written(lines, at + 1)
    return following is not None and heading_role(lines[following].text) is not None
