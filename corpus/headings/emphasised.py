"""Items whose headings are lines apart in bold (Markdown), in capitals, or over bullets, and nothing else."""

import re
from collections.abc import Callable

from corpus.headings.agenda import is_day
from corpus.headings.signs import ItemHeading, Outline, is_fact_label, is_heading_like, stands_alone
from corpus.layout.furniture import Sheet
from corpus.layout.lines import ends_sentence, is_blank, next_written, plain
from corpus.layout.roles import heading_role

_BOLD = re.compile(r"\s*(?P<mark>\*\*|__)(?P<title>[^*_]+)(?P=mark)\s*")
_BULLET = re.compile(r"\s*[-–•*]\s+\w")
_OF_A_MEETING = re.compile(r"protokoll|anteckning|möte|sammanträd|minutes", re.IGNORECASE)
_MIN_ITEMS = 3
_MIN_LETTERS = 4


def emphasised_outline(sheet: Sheet) -> Outline | None:
    """Return the items whose headings stand apart in bold or in capitals before text, or over bullets.

    Such headings are in every kind of writing, so the lines before the first one must say that a
    meeting was held. The first line of all is the title of the file.
    """
    return _outline(sheet, _is_bold) or _outline(sheet, _is_capital) or _outline(sheet, _is_over_bullets)


def _outline(sheet: Sheet, is_emphasised: Callable[[Sheet, int], bool]) -> Outline | None:
    first = next_written(sheet.lines, 0) or 0
    headings = [
        ItemHeading(index, index + 1, "", plain(line.text))
        for index, line in enumerate(sheet.lines)
        if is_emphasised(sheet, index) and index > first and _heads_text(sheet, index)
    ]
    if len(headings) < _MIN_ITEMS:
        return None
    opening = sheet.lines[: headings[0].start]
    of_a_meeting = any(_OF_A_MEETING.search(line.text) or is_fact_label(line.text) for line in opening)
    return Outline(tuple(headings)) if of_a_meeting else None


def _is_bold(sheet: Sheet, index: int) -> bool:
    return _BOLD.fullmatch(sheet.lines[index].text) is not None


def _is_capital(sheet: Sheet, index: int) -> bool:
    text = sheet.lines[index].text
    return text.isupper() and sum(char.isalpha() for char in text) >= _MIN_LETTERS


def _is_over_bullets(sheet: Sheet, index: int) -> bool:
    following = sheet.lines[index + 1].text if index + 1 < len(sheet.lines) else ""
    return _BULLET.match(following) is not None


def _heads_text(sheet: Sheet, index: int) -> bool:
    """Tell whether a line stands apart, is no sub-heading or fact, and a sentence comes after it."""
    text = sheet.lines[index].text
    if not stands_alone(sheet, index) or not is_heading_like(text) or is_fact_label(text) or is_day(text):
        return False
    after = next_written(sheet.lines, index + 1)
    return after is not None and _has_sentence(sheet, after)


def _has_sentence(sheet: Sheet, start: int) -> bool:
    """Tell whether the block that begins at a line ends as running text does."""
    if heading_role(sheet.lines[start].text) is not None or _BULLET.match(sheet.lines[start].text):
        return True
    end = next((i for i in range(start, len(sheet.lines)) if is_blank(sheet.lines[i])), len(sheet.lines))
    return ends_sentence(sheet.lines[end - 1].text) and not is_fact_label(sheet.lines[start].text)
