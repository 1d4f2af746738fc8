"""Numbers of agenda items that a question names and that the meetings it is about do not have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from qa.index.generation import Index
from qa.question.item_numbers import item_numbers_in
from qa.question.understanding import Understood
from qa.types import Filter, Meeting, Question

_OF_A_LAW = re.compile(
    r"\bkap(?:itlet|itel|\.)?,?\s+(?:§+\s*|paragraf(?:en)?\s+)\d+"
    r"|(?:§+\s*|\bparagraf(?:en)?\s+|\bpunkt(?:en)?\s+)\d+\s+(?:\w+\s+){0,2}?"
    r"\w*(?:lag|balk|förordning|reglemente?|stadg|ordning|avtal|policy|beslut)(?:a|ar|arna|en|et|n|t)?\b",
    re.IGNORECASE,
)
"""Laws and rules have paragraphs of their own, and decisions points: "§ 4 i arbetsordningen"."""
_NUMBER = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")


@dataclass(frozen=True, slots=True)
class AbsentItem:
    """A number that no agenda item has of the meetings that question and filter are about.

    ``number`` is as minutes print it ("§ 4", "3"). ``meetings`` counts these meetings, and ``meeting`` is
    the one where it is but one. ``is_anywhere`` tells that neither question nor filter says which meetings,
    so that all were looked through. ``day`` is the day that the question names where there are no minutes
    from it, at all or of ``body``.
    """

    number: str
    meetings: int
    meeting: Meeting | None = None
    is_anywhere: bool = False
    day: date | None = None
    body: str = ""


def absent_items_in(index: Index, question: Question, understood: Understood) -> tuple[AbsentItem, ...]:
    """Return the numbers of agenda items in a question that none of the meetings it is about has.

    These are the meetings of the periods and bodies that the question names and that the filter lets through.
    A point ("punkt 3") is only missed where agenda items are numbered so; elsewhere it is one of a decision.

    Args:
        index: the index.
        question: what is asked; of its filter only body, days and file tell which meetings are meant.
        understood: what the question says of periods and bodies.

    Returns:
        Nothing for a question that is to be read as it stands.
    """
    where = question.where
    numbers = tuple(dict.fromkeys(item_numbers_in(_OF_A_LAW.sub(" ", question.text))))
    if not numbers or not question.understand:
        return ()
    meetings = _meetings_meant(index, understood, where)
    if not meetings:
        return tuple(_without_minutes(numbers, understood, where))
    is_anywhere = not (understood.periods or understood.bodies) and where == Filter(
        case_number=where.case_number, section=where.section
    )
    only = meetings[0] if len(meetings) == 1 else None
    printed = [item.number for meeting in meetings for item in meeting.items if item.number]
    has_points = any(number[0].isdigit() for number in printed)
    taken = {number for one in printed for number in _numbers_in(one)}
    return tuple(
        AbsentItem(number, len(meetings), only, is_anywhere)
        for number in numbers
        if int(number.strip("§ ")) not in taken and (has_points or number.startswith("§"))
    )


def _without_minutes(numbers: tuple[str, ...], understood: Understood, where: Filter) -> Iterator[AbsentItem]:
    """Yield the numbers where the question names one day, and there are no minutes from it."""
    bodies = {where.body} if where.body else set(understood.bodies)
    if len(understood.periods) != 1 or len(bodies) > 1 or where.date_from or where.date_to or where.file:
        return
    (period,) = understood.periods
    for number in numbers if period.first == period.last else ():
        yield AbsentItem(number, 0, day=period.first, body=next(iter(bodies), ""))


def _meetings_meant(index: Index, understood: Understood, where: Filter) -> tuple[Meeting, ...]:
    """Return the meetings that the filter lets through, of bodies and periods that the question names."""
    selector = index.selector
    rows = selector.mask(replace(where, case_number=None, section=None))
    if understood.bodies:
        rows &= np.any([selector.of_body(body) for body in understood.bodies], axis=0)
    if understood.periods:
        rows &= np.any([selector.within(one.first, one.last) for one in understood.periods], axis=0)
    return index.meetings_of(rows)


def _numbers_in(printed: str) -> Iterator[int]:
    """Yield the numbers of "§ 96", "12 a" or "§§ 4–6"."""
    for first, last in _NUMBER.findall(printed):
        yield from range(int(first), int(last or first) + 1)
