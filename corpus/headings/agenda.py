"""The agenda list (ärendelista, dagordning) before the items, which tells what the items are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.headings.signs import is_fact_label, is_heading_like, is_opener
from corpus.layout.furniture import Sheet
from corpus.layout.lines import is_blank, plain
from corpus.layout.roles import heading_role
from qa.types import Role

_HEADING = re.compile(
    r"(?:ärenden?|ärendelista|ärendeförteckning|dagordning|föredragningslista|punkter|program|agenda"
    r"|innehåll|innehållsförteckning|lista över ärenden|förteckning över ärenden)",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"\s*(?:[-–•*]\s*)?(?:§\s*|ärende\s+|punkt\s+)?(?P<number>\d{1,3})(?:[.):]\s*|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?:s)?(?: den)? \d{1,2}(?::[ae])? \w+(?: \d{4})?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")
_SIMILAR = 0.82
_MIN_START = 10
"""Characters that the start of a title must have to be taken for the title."""
_MIN_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; ``number`` is None where the list has none."""

    number: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """The list: its entries, and its lines ``start`` to ``end`` (exclusive), heading included."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_agenda(sheet: Sheet) -> Agenda | None:
    """Return the first agenda list of a file, None where it has none."""
    for index, line in enumerate(sheet.lines):
        if _HEADING.fullmatch(plain(line.text).rstrip(":")):
            agenda = _numbered_list(sheet, index) or _plain_list(sheet, index)
            if agenda is not None:
                return agenda
    return None


def is_day(text: str) -> bool:
    """Tell whether a line names a day of the meeting and nothing else (``Torsdag den 2 februari``)."""
    return _DAY.fullmatch(plain(text)) is not None


def is_same_title(title: str, other: str) -> bool:
    """Tell whether two titles mean the same item: equal words, one the start of the other, or nearly so."""
    first, second = _words(title), _words(other)
    shorter, longer = sorted((first, second), key=len)
    if longer.startswith(shorter) and len(shorter) >= _MIN_START:
        return True
    return bool(shorter) and SequenceMatcher(None, first, second).ratio() >= _SIMILAR


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _numbered_list(sheet: Sheet, start: int) -> Agenda | None:
    entries: list[Entry] = []
    end = start + 1
    for index in range(start + 1, len(sheet.lines)):
        line = sheet.lines[index]
        if is_blank(line) or (is_day(line.text) and line.start not in sheet.breaks):
            continue
        match = _ENTRY.fullmatch(line.text)
        if match and (not entries or int(match["number"]) == (entries[-1].number or 0) + 1):
            entries.append(Entry(int(match["number"]), plain(match["title"])))
        elif match or not entries or not _goes_on(sheet, index):
            break
        else:
            entries[-1] = Entry(entries[-1].number, f"{entries[-1].title} {plain(line.text)}")
        end = index + 1
    return Agenda(start, end, tuple(entries)) if len(entries) >= _MIN_ENTRIES else None


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Tell whether a line goes on with the entry before it: no blank line and no page break between."""
    line = sheet.lines[index]
    return (
        not is_blank(sheet.lines[index - 1])
        and line.start not in sheet.breaks
        and not is_fact_label(line.text)
    )


def _plain_list(sheet: Sheet, start: int) -> Agenda | None:
    """Read a list without numbers: it ends at a fact, a page break, or the heading of the first item."""
    entries: list[Entry] = []
    places: list[int] = []
    for index in range(start + 1, len(sheet.lines)):
        line = sheet.lines[index]
        if is_blank(line):
            continue
        title = plain(line.text).lstrip("-–•* ")
        if is_opener(title) and heading_role(title) is not Role.INFORMATION:
            del entries[-1:], places[-1:]
            break
        listed = is_heading_like(title) or heading_role(title) is Role.INFORMATION
        if line.start in sheet.breaks or not listed or is_fact_label(title) or _has_entry(entries, title):
            break
        entries.append(Entry(None, title))
        places.append(index)
    return Agenda(start, places[-1] + 1, tuple(entries)) if len(entries) >= _MIN_ENTRIES else None


def _has_entry(entries: Sequence[Entry], title: str) -> bool:
    return any(_words(entry.title) == _words(title) for entry in entries)
