"""Swedish dates in running text: days, ranges of days, and days without a year.

Nothing is guessed here: a mention carries the year only where the text has it, and a day that the
calendar does not have is no mention at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from qa.swedish_dates import MONTHS

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_LONGEST_MEETING = timedelta(days=14)
_LONGEST_LINK = 60
"""Characters between two days of one meeting: hours and ``till och med``."""
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; ``year`` and ``weekday`` (0 is Monday) are None where they are not given."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """Return the day in that year, None where its calendar has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or a range of days in a text, at ``text[start:end]``."""

    first: Day
    last: Day | None
    start: int
    end: int

    @property
    def year(self) -> int | None:
        """The year of the first day, where the text gives it."""
        return self.first.year

    def days_in(self, year: int) -> tuple[date, date | None] | None:
        """Return the days if the first one is in ``year``; None where they cannot be.

        Weekdays are not looked at. The last day may be in the following year.
        """
        start = self.first.on(year)
        if start is None or self.last is None:
            return None if start is None else (start, None)
        end = self.last.on(self.last.year or year)
        if end is not None and end < start and self.last.year is None:
            end = self.last.on(year + 1)
        if end is None or not start < end <= start + _LONGEST_MEETING:
            return None
        return start, end

    def weekdays_fit(self, year: int) -> bool:
        """Whether every weekday that is printed is right if the first day is in ``year``."""
        days = self.days_in(year)
        if days is None:
            return False
        printed = [(self.first.weekday, days[0])]
        if self.last is not None and days[1] is not None:
            printed.append((self.last.weekday, days[1]))
        return all(weekday is None or weekday == day.weekday() for weekday, day in printed)

    def same_day(self, other: "Mention") -> bool:
        """Whether both begin on the same day of the year, whatever year that is."""
        return (self.first.month, self.first.day) == (other.first.month, other.first.day)

    @property
    def has_weekday(self) -> bool:
        """Whether a weekday is printed with one of the days."""
        return self.first.weekday is not None or (self.last is not None and self.last.weekday is not None)


_MONTH = r"""(?P<month>jan(?:uari|uary)?|febr?(?:uari|uary)?|mars|march|mar|apr(?:il)?|maj|may|june?|juni
    |july?|juli|aug(?:usti?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-zåäö])\.?"""
_ENGLISH = {"may": "maj", "oct": "okt"}
_WEEKDAY = r"(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?(?![a-zåäö])\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?::?[ea](?![a-zåäö]))?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_GAP, _SPACE = r"\s{0,3}", r"\s{1,3}"
"""Bounded, so that a table of numbers or a run of blanks costs no more than any other text."""
_LEAD = rf"(?:{_WEEKDAY}{_GAP},?{_SPACE})?(?:den{_SPACE})?"
_TO = rf"(?:och|samt|till(?:{_SPACE}och{_SPACE}med)?|t\.?\s?o\.?\s?m\.?|[-–—]{{1,2}}|&)"
_NOT_INSIDE = r"(?<![\w.:/])"

_WORDED = re.compile(
    rf"""{_NOT_INSIDE}
    (?P<days>{_LEAD}{_DAY}(?:(?:{_GAP},{_GAP}{_LEAD}{_DAY}){{0,6}}{_GAP}{_TO}{_GAP}{_LEAD}{_DAY})?)
    {_SPACE}{_MONTH}
    (?:{_GAP},?{_GAP}(?P<year>{_YEAR}))?""",
    re.IGNORECASE | re.VERBOSE,
)
_PRINTED_DAY = re.compile(rf"(?P<weekday>{_WEEKDAY})?\s*,?\s*(?:den\s+)?(?P<day>{_DAY})", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"(?<![a-zåäö])(?P<weekday>{_WEEKDAY})\s*,?\s*(?:den\s+)?$", re.IGNORECASE)
_NUMERIC = (
    # 2024-01-10, 2024/01/10, 2024.01.10; a range within the month: 2024-01-10--11, 2024-01-10 – 11
    re.compile(
        r"""(?<!\d)(?<!\d[-/.])(?P<year>(?:1[89]|20)\d\d)(?P<sep>[-–‑/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)
        (?:(?:--|–|\s[-–]\s)(?P<last>\d\d)(?![\d.:]|[-–]\d))?(?!\d)(?!(?P=sep)\d)""",
        re.VERBOSE,
    ),
    # 20240110
    re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\w)"),
    # 10.1.2024, 10. 1. 2024
    re.compile(r"(?<![\w.])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
    # 10/1 2024, 10/1-2024, 10/1/2024, 10/1 -24, 10/1; a range: 10-11/1 2024
    re.compile(
        rf"""(?<![\w.:/])(?<!\d[-–])(?P<day>\d\d?)(?:\s?[-–]\s?(?P<last>\d\d?))?/(?P<month>\d\d?)(?![\d%])
        (?:\s?[-–/]\s?(?P<year>{_YEAR})|\s(?P<spaced>{_YEAR})|\s?[-–’'](?P<short>\d\d)(?![\d/.:]))?(?!/)""",
        re.VERBOSE,
    ),
)
_CLOCK = r"(?:kl(?:ockan)?\.?\s*)?\d{1,2}(?:[.:]\d\d)?(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?)?"
_BETWEEN = re.compile(
    rf"\s*,?\s*(?:{_CLOCK})?\s*(?P<link>,|;|{_TO})?\s*(?:kl(?:ockan)?\.?\s*)?$", re.IGNORECASE
)


def find_dates(text: str) -> tuple[Mention, ...]:
    """Return the dates in ``text`` (NFC), in order and without overlap.

    ``den 6 februari kl. 08.30-17.00, den 7 februari`` is one mention of two days: days are joined
    when they are linked as a range, or when one follows upon the other.
    """
    mentions = sorted(_single_mentions(text), key=lambda mention: (mention.start, -mention.end))
    joined: list[Mention] = []
    for mention in mentions:
        if joined and mention.start < joined[-1].end:
            continue
        both = _join(text, joined[-1], mention) if joined else None
        if both is None:
            joined.append(mention)
        else:
            joined[-1] = both
    return tuple(joined)


def read_date(text: str) -> tuple[date, date | None] | None:
    """Return the full date or range of dates that is all of ``text``; None for anything else."""
    mentions = find_dates(text)
    if len(mentions) != 1 or mentions[0].year is None:
        return None
    around = text[: mentions[0].start] + text[mentions[0].end :]
    return None if around.strip(" \t.,") else mentions[0].days_in(mentions[0].year)


def _single_mentions(text: str) -> Iterator[Mention]:
    """Return dates in one form each, perhaps overlapping."""
    for match in _WORDED.finditer(text):
        yield from _worded(match)
    for pattern in _NUMERIC:
        for match in pattern.finditer(text):
            mention = _numeric(text, match)
            if mention is not None:
                yield mention


def _worded(match: re.Match[str]) -> Iterator[Mention]:
    """Read ``onsdagen den 6, 7 och 8 februari 2023``; of days that are no row, only the last."""
    month = _month(match["month"])
    year = int(match["year"]) if match["year"] else None
    printed = [
        (int(re.sub(r"\D", "", found["day"])), _weekday(found["weekday"]), found.start())
        for found in _PRINTED_DAY.finditer(match["days"])
    ]
    days = [Day(month, number, year, weekday) for number, weekday, _ in printed]
    offset = match.start()
    if not _in_row([day.day for day in days], match["days"]):
        days = days[-1:]
        offset += printed[-1][2]
    if all(_exists(day) for day in days):
        yield Mention(days[0], days[-1] if len(days) > 1 else None, offset, match.end())


def _in_row(numbers: list[int], printed: str) -> bool:
    """Whether days can be one meeting: a range (first and last), or each the day after the one before."""
    if len(numbers) == 2 and re.search(r"[-–—]|till|t\.?\s?o", printed):
        return 0 < numbers[1] - numbers[0] <= _LONGEST_MEETING.days
    return all(second - first == 1 for first, second in pairwise(numbers))


def _numeric(text: str, match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    year = groups.get("year") or groups.get("spaced")
    if year is None and groups.get("short"):
        year = f"20{groups['short']}"
    before = _WEEKDAY_BEFORE.search(text, max(0, match.start() - 20), match.start())
    day = Day(
        int(match["month"]),
        int(match["day"]),
        int(year) if year else None,
        _weekday(before["weekday"]) if before else None,
    )
    last = None
    end = match.end()
    if groups.get("last"):
        last = replace(day, day=int(groups["last"]), weekday=None)
        if not 0 < last.day - day.day <= _LONGEST_MEETING.days:
            last, end = None, match.start("last")
    if not _exists(day) or (last is not None and not _exists(last)):
        return None
    return Mention(day, last, before.start() if before else match.start(), end)


def _join(text: str, before: Mention, after: Mention) -> Mention | None:
    """Return one mention of two that are a range or follow upon each other, else None."""
    near = after.start - before.end <= _LONGEST_LINK
    link = _BETWEEN.match(text, before.end, after.start) if near else None
    if link is None:
        return None
    first, last = _share_year(before.first, after.last or after.first)
    both = Mention(first, last, before.start, after.end)
    if both.days_in(first.year or _LEAP_YEAR) is None:
        return None
    step = _share_year(before.last or before.first, after.first)
    days = Mention(*step, before.start, after.end).days_in(step[0].year or _LEAP_YEAR)
    next_day = days is not None and days[1] == days[0] + timedelta(days=1)
    return both if next_day or _is_range(link["link"]) else None


def _share_year(first: Day, last: Day) -> tuple[Day, Day]:
    """Give the year of one day to the other, over New Year where the months say so."""
    over = (last.month, last.day) < (first.month, first.day)
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - over), last
    if first.year is not None and last.year is None:
        return first, replace(last, year=first.year + over)
    return first, last


def _is_range(link: str | None) -> bool:
    return link is not None and link.lower() not in {",", ";", "och", "samt", "&"}


def _exists(day: Day) -> bool:
    return day.on(day.year or _LEAP_YEAR) is not None


def _month(printed: str) -> int:
    first = printed[:3].lower()
    first = _ENGLISH.get(first, first)
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3] == first)


def _weekday(printed: str | None) -> int | None:
    if printed is None:
        return None
    return next(number for number, name in enumerate(WEEKDAYS) if name[:2] == printed[:2].lower())
