"""What a question says of the matter it asks about: a case number, a period, a body."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

import numpy as np

from qa.index.generation import Index
from qa.retrieval.base import Scores
from qa.swedish_dates import MONTHS
from qa.text import tokenize

PERIOD_BONUS = np.float32(0.02)
BODY_BONUS = np.float32(0.01)
CASE_BONUS = np.float32(0.2)
"""More than all other scores span, so that the items of a case come first when its number is given."""
_SHORTEST_BODY = 7
"""Letters; shorter first words of a body ("Region", "Råd") are too common to mean it."""

_ISO_DATE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_SWEDISH_DATE = re.compile(rf"(?:\b(\d{{1,2}})\s+)?\b({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b")


def mention_bonus(index: Index, query: str) -> Scores:
    """Return what each passage gains because the question names its case number, date or body.

    A preference, not a filter; those for date and body are small beside the span of the other scores,
    so that a question which names the wrong month still finds its matter. What a passage gains depends
    on nothing but question and passage (and on whether there are bodies to tell apart), so filters
    stay exact.

    Returns:
        float32 [n], 0 or more.
    """
    bonus = np.zeros(len(index.passages), dtype=np.float32)
    for first, last in periods_in(query):
        bonus[index.selector.within(first, last)] = PERIOD_BONUS
    for token in tokenize(query):
        bonus[index.selector.of_case(token)] += CASE_BONUS
    names = {body: _first_word(body) for body in index.selector.bodies}
    if len(set(names.values())) > 1:
        said = set(re.findall(r"\w+", query.casefold()))
        for body, name in names.items():
            if len(name) >= _SHORTEST_BODY and not said.isdisjoint((name, name + "s")):
                bonus[index.selector.of_body(body)] += BODY_BONUS
    return bonus


def periods_in(query: str) -> Iterator[tuple[date, date]]:
    """Yield first and last day of each month or day that the question names with its year."""
    text = query.casefold()
    for year, month, day in _ISO_DATE.findall(text):
        yield from _period(int(year), int(month), int(day))
    for day, month, year in _SWEDISH_DATE.findall(text):
        yield from _period(int(year), MONTHS.index(month) + 1, int(day) if day else None)


def _period(year: int, month: int, day: int | None) -> Iterator[tuple[date, date]]:
    """A day or a month; nothing for a day that no calendar has."""
    if not 1 <= month <= len(MONTHS):
        return
    length = monthrange(year, month)[1]
    if day is None:
        yield date(year, month, 1), date(year, month, length)
    elif 1 <= day <= length:
        yield date(year, month, day), date(year, month, day)


def _first_word(body: str) -> str:
    return body.casefold().partition(" ")[0]
