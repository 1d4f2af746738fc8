"""Periods that a question names: a day, a month, a season, a year, since when, a term of office."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from qa.swedish_dates import MONTHS

_YEAR = r"((?:19|20)\d\d)"
_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_SWEDISH_DATE = re.compile(rf"(?:\b(\d{{1,2}})\s+)?\b({'|'.join(MONTHS)})\s+{_YEAR}\b")
_SEASON = re.compile(rf"\b(våren|sommaren|hösten)\s+{_YEAR}\b")
_SEASONS = {"våren": (1, 6), "sommaren": (6, 8), "hösten": (7, 12)}
"""First and last month, as the terms of political work are spoken of."""
_WHOLE_YEAR = re.compile(rf"\b(?:under|år)\s+(?:år\s+)?{_YEAR}\b")
_SINCE = re.compile(rf"\b(?:sedan|efter|from|fr\.?o\.?m\.?|från och med)\s+(?:år\s+)?{_YEAR}\b(?!-)")
_TERM = re.compile(r"\b(förra|föregående|denna|nuvarande|innevarande)\s+mandatperiod(?:en)?\b")
_PREVIOUS = frozenset({"förra", "föregående"})
_ELECTION_INTERVAL = 4
_SOME_ELECTION = 2022
_TERM_MONTH, _TERM_DAY = 10, 15
"""Members of municipal councils are elected for four years from the 15th of October of the election year
(Kommunallagen 5 kap. 9 §)."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included."""

    first: date
    last: date


def periods_in(question: str, today: date | None = None) -> Iterator[Period]:
    """Yield the periods that a question names, terms of office counted from ``today``.

    A bare year is none: "budget 2025" is spoken of in 2024.
    """
    text = question.casefold()
    for year, month, day in _ISO_DATE.findall(text):
        yield from _day_or_month(int(year), int(month), int(day))
    for day, month, year in _SWEDISH_DATE.findall(text):
        yield from _day_or_month(int(year), MONTHS.index(month) + 1, int(day) if day else None)
    for season, year in _SEASON.findall(text):
        first, last = _SEASONS[season]
        yield Period(date(int(year), first, 1), _last_day(int(year), last))
    for year in _WHOLE_YEAR.findall(text):
        yield Period(date(int(year), 1, 1), date(int(year), 12, 31))
    for year in _SINCE.findall(text):
        yield Period(date(int(year), 1, 1), date.max)
    for which in _TERM.findall(text):
        yield _term_of_office(today or datetime.now(UTC).date(), int(which in _PREVIOUS))


def _day_or_month(year: int, month: int, day: int | None) -> Iterator[Period]:
    """A day or a month; nothing for a day that no calendar has."""
    if not 1 <= month <= len(MONTHS):
        return
    last = _last_day(year, month)
    if day is None:
        yield Period(date(year, month, 1), last)
    elif 1 <= day <= last.day:
        yield Period(date(year, month, day), date(year, month, day))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _term_of_office(today: date, terms_back: int) -> Period:
    began = _SOME_ELECTION + (today.year - _SOME_ELECTION) // _ELECTION_INTERVAL * _ELECTION_INTERVAL
    if today < date(began, _TERM_MONTH, _TERM_DAY):
        began -= _ELECTION_INTERVAL
    began -= terms_back * _ELECTION_INTERVAL
    first = date(began, _TERM_MONTH, _TERM_DAY)
    return Period(first, first.replace(year=began + _ELECTION_INTERVAL) - timedelta(days=1))
