"""Items with a plain number: ``7. Rubrik``, ``7 Rubrik``, ``Ärende 7. Rubrik``, ``## 7. Rubrik``.

Numbered lists inside the items look just the same. What tells them apart is the agenda list, what
follows the line, and again the row of rising numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Line
from corpus.headings.agenda import Agenda, is_day, is_same_title
from corpus.headings.sequence import Candidate, best_sequence
from corpus.headings.signs import (
    ItemHeading,
    Outline,
    is_heading_like,
    is_mid_sentence,
    opens_item,
    stands_alone,
)
from corpus.headings.titles import read_title, title_width
from corpus.layout.furniture import Sheet
from corpus.layout.lines import (
    ends_sentence,
    is_blank,
    next_written,
    part,
    plain,
    previous_written,
    starts_lower,
)

_HEADING = re.compile(
    r"\s*(?P<mark>#{1,6}\s+|\*\*|__)?(?P<word>(?:Ärende|Punkt|Nr)\s+)?(?P<number>\d{1,3})"
    r"(?P<sign>[.:)](?!\d)|(?=\s|$))\s*(?:[–-]\s+)?(?P<rest>\S.*)?"
)
_LISTED, _OPENS, _MARKED, _PLAIN = 6.0, 5.0, 3.0, 1.0
_AFTER_COLON, _IN_LIST, _RUNS_INTO_TEXT = -4.0, -3.0, -4.0
_MAX_TITLE = 200
_USUAL = re.compile(
    r"(?:(?:(?:års|styrelse|råds)?möte(?:t|ts)?|sammanträdet?s?) ?)?(?:öppna|avsluta)(?:s|nde|t)"
    r"|avslut(?:ning)?"
    r"|val av (?:justera|justeri|ordförande|sekreterare|mötes|protokoll).*"
    r"|(?:godkännande|fastställande) av (?:dagordning|föredragningslista|ärendelista|röstlängd).*"
    r"|(?:genomgång av )?föregående (?:möte|protokoll|minnesanteckning|anteckning).*"
    r"|övrig(?:t|a frågor|a ärenden)|(?:nästa|kommande) (?:möte|sammanträde)n?",
    re.IGNORECASE,
)
"""Titles of items that most minutes have."""
_MIN_PLAIN = 3
_TIGHT = 0.05
"""Share of blank lines below which they part nothing."""
_MIN_COVERED = 0.5
"""Share of the file that items without any other sign of being items must cover."""


@dataclass(frozen=True, slots=True)
class _Weighed(Candidate):
    """``is_evident`` tells whether a sign beside the number itself speaks for a heading."""

    is_evident: bool


def numbered_outline(sheet: Sheet, agenda: Agenda | None) -> Outline | None:
    """Return the items of a file that numbers them without a paragraph sign, None for other files."""
    first = agenda.end if agenda else 0
    tight = _is_tight(sheet)
    found = [
        candidate
        for index in range(first, len(sheet.lines))
        if (candidate := _candidate(sheet, index, agenda, tight=tight)) is not None
    ]
    chosen = best_sequence([c for c in found if c.weight > 0])
    if not _convinces(sheet, chosen, agenda):
        return None
    width = title_width(sheet, {c.index: bool(c.rest) for c in chosen})
    headings = tuple(_heading(sheet, c, agenda, width) for c in chosen)
    listed = frozenset(range(agenda.start, agenda.end)) if agenda else frozenset()
    return Outline(headings, listed, _days_before(sheet, headings))


def _is_tight(sheet: Sheet) -> bool:
    """Tell whether there is hardly any blank line after the first number, so that they part nothing."""
    first = next((i for i, line in enumerate(sheet.lines) if _HEADING.fullmatch(line.text)), 0)
    lines = sheet.lines[first:]
    return sum(map(is_blank, lines)) <= max(_TIGHT * len(lines), 1)


def _candidate(sheet: Sheet, index: int, agenda: Agenda | None, *, tight: bool) -> _Weighed | None:
    line = sheet.lines[index]
    match = _HEADING.fullmatch(line.text)
    if match is None or not (match["rest"] or match["word"] or _heads_next(sheet, index)):
        return None
    rest = (match["rest"] or "").replace("**", "").strip()
    if (len(rest) > _MAX_TITLE and not line.level) or (
        rest and not rest[0].isupper() and not rest[0].isdigit() and rest[0] not in '"”»('
    ):
        return None
    number = int(match["number"])
    evidence = _evidence(sheet, index, number, rest, agenda)
    evidence += _MARKED if match["mark"] or match["word"] or line.level else 0.0
    may_be_beside_text = evidence >= _OPENS or tight
    if not stands_alone(sheet, index) and (not may_be_beside_text or is_mid_sentence(sheet, index)):
        return None
    weight = evidence + _PLAIN + _doubts(sheet, index, number, rest)
    return _Weighed(index, number, weight, match["number"], rest, is_evident=evidence > 0 or _is_usual(rest))


def _is_usual(title: str) -> bool:
    """Tell whether a title is one that speaks for a heading by itself (``Val av justerare``)."""
    return _USUAL.fullmatch(title.rstrip(".")) is not None


def _heads_next(sheet: Sheet, index: int) -> bool:
    """Tell whether a number alone on its line has the title on the next one."""
    after = next_written(sheet.lines, index + 1)
    return (
        after is not None
        and sheet.lines[index].text.strip().endswith(".")
        and is_heading_like(sheet.lines[after].text)
        and sheet.lines[after].level >= (after > index + 1)
    )


def _evidence(sheet: Sheet, index: int, number: int, rest: str, agenda: Agenda | None) -> float:
    """Return the worth of the signs that a line is the heading of an item."""
    evidence = 0.0
    if agenda and any(e.number in (number, None) and is_same_title(e.title, rest) for e in agenda.entries):
        evidence += _LISTED
    title = read_title(sheet, index, rest, sheet.width)
    if title.case_numbers or opens_item(sheet, title.end):
        evidence += _OPENS
    return evidence


def _doubts(sheet: Sheet, index: int, number: int, rest: str) -> float:
    """Return the (negative) worth of the signs that a line is an entry of a list."""
    doubts = 0.0
    before = previous_written(sheet.lines, index)
    if before is not None and sheet.lines[before].text.rstrip().endswith(":"):
        doubts += _AFTER_COLON
    after = next_written(sheet.lines, index + 1)
    if after is not None:
        following = _HEADING.fullmatch(sheet.lines[after].text)
        if following and int(following["number"]) == number + 1:
            doubts += _IN_LIST
        if after == index + 1 and starts_lower(sheet.lines[after].text) and len(rest) > 40:
            doubts += _RUNS_INTO_TEXT
    if ends_sentence(rest):
        doubts += _RUNS_INTO_TEXT
    return doubts


def _convinces(sheet: Sheet, chosen: Sequence[_Weighed], agenda: Agenda | None) -> bool:
    """Tell whether a row of headings is the items of the file, and not a list within one."""
    if not chosen:
        return False
    evident = sum(c.is_evident for c in chosen)
    if evident * 2 >= len(chosen) and (evident > 1 or len(chosen) == 1):
        return not agenda or agenda.entries[0].number is None or len(chosen) * 2 >= len(agenda.entries)
    if evident > 1 and len(chosen) >= _MIN_PLAIN and chosen[0].number == 1 and not agenda:
        return True
    covered = sum(len(line.text) for line in sheet.lines[chosen[0].index :])
    whole = sum(len(line.text) for line in sheet.lines) or 1
    return len(chosen) >= _MIN_PLAIN and chosen[0].number == 1 and covered / whole >= _MIN_COVERED


def _heading(sheet: Sheet, candidate: _Weighed, agenda: Agenda | None, width: int | None) -> ItemHeading:
    title = read_title(sheet, candidate.index, candidate.rest, width)
    text, tail = title.text, None
    listed = _listed_title(candidate, agenda)
    if listed and title.end == candidate.index + 1:
        line = sheet.lines[candidate.index]
        tail = _after_title(line, listed)
        text = listed if tail else text
    return ItemHeading(candidate.index, title.end, candidate.printed, text, title.case_numbers, tail)


def _listed_title(candidate: _Weighed, agenda: Agenda | None) -> str:
    """Return the title that the agenda list gives an item whose own heading is longer."""
    entries = agenda.entries if agenda else ()
    titles = [e.title for e in entries if e.number == candidate.number]
    return titles[0] if titles and candidate.rest.startswith(f"{titles[0]} ") else ""


def _after_title(line: Line, title: str) -> Line | None:
    """Return the sentences on the heading line after a title that ends there."""
    rest = part(line, line.text.index(title) + len(title))
    words = plain(rest.text)
    return rest if words[:1].isupper() and ends_sentence(words) else None


def _days_before(sheet: Sheet, headings: Sequence[ItemHeading]) -> frozenset[int]:
    """Return the lines that name a day of the meeting just before an item."""
    days = set()
    for heading in headings:
        before = previous_written(sheet.lines, heading.start)
        if before is not None and is_day(sheet.lines[before].text):
            days.add(before)
    return frozenset(days)
