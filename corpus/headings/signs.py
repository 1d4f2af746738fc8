"""Headings of agenda items, in any layout, and the signs that a line is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Line
from corpus.headings.case_numbers import case_numbers_alone
from corpus.layout.furniture import Sheet
from corpus.layout.lines import ends_sentence, is_list_item, next_written, plain, previous_written, runs_on
from corpus.layout.roles import heading_role
from qa.types import Role

_OPENER = re.compile(
    r"(?:föredragande|föredragning|handläggare|ärendeansvarig|ansvarig|inledare)\b.{0,200}", re.IGNORECASE
)
_OPENING_ROLES = frozenset(
    {Role.MATTER, Role.NOTES, Role.AGENDA, Role.DECISION, Role.PROPOSAL, Role.INFORMATION, Role.DOCUMENTS}
)
_FACT = re.compile(
    r"(?:plats(?: och tid)?|tid|datum|närvarande|beslutande|deltagare|ledamöter|politiker|tjänste\w+"
    r"|övriga?(?! (?:frågor|ärenden|punkter))"
    r"|ersättare|frånvarande|förhinder|sekreterare|ordförande|justerare|paragrafer|underskrifter"
    r"|utses att justera)\b",
    re.IGNORECASE,
)
_FULL, _USUAL_WIDTH = 0.6, 80
"""A line below this share of the width is no line of running text."""
_MAX_HEADING = 160
"""Characters of the longest heading of an item without a number."""


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """The heading of an agenda item: the lines ``start`` to ``end`` (exclusive) of the sheet.

    ``tail`` is text that stands on the last line after the title.
    """

    start: int
    end: int
    number: str
    title: str
    case_numbers: tuple[str, ...] = ()
    tail: Line | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a file in order, and the lines that only repeat them.

    ``agenda`` are the indexes of the lines of an agenda list or table of contents before the
    items, ``repeated`` those of headings printed again on a later page and of days of a meeting.
    """

    headings: tuple[ItemHeading, ...]
    agenda: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()


def stands_alone(sheet: Sheet, index: int) -> bool:
    """Tell whether a line begins a block: set as a heading, or after a blank line, a page break, nothing."""
    line = sheet.lines[index]
    return (
        index == 0 or line.level > 0 or not sheet.lines[index - 1].text.strip() or line.start in sheet.breaks
    )


def is_mid_sentence(sheet: Sheet, index: int) -> bool:
    """Tell whether the line before belongs to the same sentence, as far as can be seen."""
    if stands_alone(sheet, index):
        return False
    before = sheet.lines[index - 1].text
    if runs_on(before):
        return True
    full = len(before.strip()) >= _FULL * (sheet.width or _USUAL_WIDTH)
    return full and not ends_sentence(before) and heading_role(before) is None


def is_opener(text: str) -> bool:
    """Tell whether a line is the kind that comes first in an item: sub-heading, speaker, case number."""
    return (
        heading_role(text) in _OPENING_ROLES
        or _OPENER.fullmatch(plain(text)) is not None
        or bool(case_numbers_alone(text))
    )


def opens_item(sheet: Sheet, end: int) -> bool:
    """Tell whether the first written line from ``end`` on is one that comes first in an item."""
    at = next_written(sheet.lines, end)
    return at is not None and is_opener(sheet.lines[at].text)


def is_heading_like(text: str) -> bool:
    """Tell whether a line could be a heading: short, capital first, no end of a sentence but ``?``."""
    words = plain(text)
    return (
        0 < len(words) <= _MAX_HEADING
        and (words[0].isupper() or words[0].isdigit() or words[0] in '"”»')
        and not (ends_sentence(words) and not words.endswith("?"))
        and not words.endswith((",", ";"))
        and "\t" not in text.strip()
        and heading_role(words) is None
        and _OPENER.fullmatch(words) is None
        and not is_list_item(text)
        and any(char.isalpha() for char in words)
    )


def is_fact_label(text: str) -> bool:
    """Tell whether a line begins a fact of the meeting (``Plats och tid``, ``Närvarande``)."""
    return _FACT.match(plain(text)) is not None


def closes_before(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the text before a line has come to an end: nothing before it, or a full stop."""
    before = previous_written(lines, index)
    return before is None or lines[before].text.rstrip().endswith((".", "!"))
