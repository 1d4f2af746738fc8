"""When a meeting was held, and how we know."""

from dataclasses import dataclass
from datetime import date

from qa.types import DateBasis


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """The day or days of a meeting.

    ``end`` is None for a meeting of one day, ``start`` where the date is unknown. ``note`` says in
    Swedish how the date is known where it is not simply stated.
    """

    start: date | None
    end: date | None
    basis: DateBasis
    note: str = ""
    warnings: tuple[str, ...] = ()
