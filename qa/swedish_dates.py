"""Dates as Swedish text."""

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
