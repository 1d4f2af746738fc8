"""Dates as Swedish text, and such text in English."""

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_IN_ENGLISH = dict(
    zip(
        MONTHS,
        "January February March April May June July August September October November December".split(),
        strict=True,
    )
)
_MONTH = re.compile("|".join(MONTHS))


def in_english(dates: str) -> str:
    """Return dates that were written in Swedish, with English months: ``1–2 February 2023``."""
    return _MONTH.sub(lambda month: _IN_ENGLISH[month[0]], dates)


def format_date(day: date) -> str:
    """Write a date as ``10 oktober 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_dates(first: date, last: date | None) -> str:
    """Write a day, or a stretch of days as short as it goes: ``1–2 februari 2023``."""
    if last is None or last == first:
        return format_date(first)
    if first.year != last.year:
        return f"{format_date(first)} – {format_date(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {format_date(last)}"
    return f"{first.day}–{format_date(last)}"


def format_period(first: date | None, last: date | None) -> str:
    """Write a period as it is spoken of: ``mars 2024``, ``år 2024``, ``från och med 2022``.

    None, or the last day there is, stands for an end that is open.
    """
    if last is None or last == date.max:
        return f"från och med {_start(first)}" if first else ""
    if first is None:
        return f"till och med {format_date(last)}"
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31) and first.year == last.year:
        return f"år {first.year}"
    is_month = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if is_month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return format_dates(first, last)


def _start(first: date) -> str:
    return str(first.year) if (first.month, first.day) == (1, 1) else format_date(first)
