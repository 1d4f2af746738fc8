"""How the hits of a question are laid out: by relevance or by date, one by one or case by case.

Nothing is ranked here: the hits come ranked, and only their order and their company change.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.case_numbers import case_key
from qa.citation import UNKNOWN_DATE
from qa.swedish_dates import format_dates
from qa.types import Citation, Hit

LAID_OUT = 50
"""The best hits, of which an order by date and groups are made. All passages of the minutes have a place in
the ranking; by date the newest would come first, whatever they are about."""
RELEVANT_FROM = 0.15
"""Lowest confidence of a hit that an order by date keeps: what is below is mostly of another matter."""
NEAREST = 10
"""Hits that an order by date keeps where none is as confident as that."""


class Grouping(StrEnum):
    """What hits are gathered by."""

    CASE = "case"
    MEETING = "meeting"


class Order(StrEnum):
    """What hits come first."""

    RELEVANCE = "relevance"
    DATE = "date"
    """The newest meeting first, those of unknown date last."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What somebody wants of the order of hits; by default they are as ranked."""

    order: Order = Order.RELEVANCE
    grouping: Grouping | None = None

    @property
    def is_as_ranked(self) -> bool:
        """Whether the hits stay as they are, each by itself."""
        return self == AS_RANKED


AS_RANKED = Arrangement()


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one case or one meeting.

    ``key`` is the case number as printed or the id of the meeting; for an item without a case number it is
    the id of the item, which then is a group of its own. ``title`` is that of the item of the first hit,
    or the meeting as a citation names it.
    """

    key: str
    title: str
    hits: tuple[Hit, ...]


def arrange(hits: Sequence[Hit], order: Order) -> tuple[Hit, ...]:
    """Return hits in an order; their ranks stay those of relevance.

    By date only what is relevant is kept: the hits of at least ``RELEVANT_FROM`` confidence, or the
    ``NEAREST`` first where there are none. Hits of one day come by rank.

    Args:
        hits: by rank, at most ``LAID_OUT`` of them.
        order: what comes first.
    """
    if order is Order.RELEVANCE:
        return tuple(hits)
    relevant = [hit for hit in hits if hit.confidence >= RELEVANT_FROM] or hits[:NEAREST]
    return tuple(sorted(relevant, key=_newest_first))


def group_hits(hits: Sequence[Hit], grouping: Grouping) -> tuple[Group, ...]:
    """Gather hits, each in exactly one group; groups come by their first hit, and hits keep their order.

    An item of several case numbers goes with the first of them that has a group already, else its first.
    """
    gathered: dict[str, list[Hit]] = {}
    for hit in hits:
        key = _group_key(hit.passage.citation, grouping, gathered)
        gathered.setdefault(key, []).append(hit)
    return tuple(_group(grouping, tuple(of_group)) for of_group in gathered.values())


def _group_key(citation: Citation, grouping: Grouping, taken: Container[str]) -> str:
    if grouping is Grouping.MEETING:
        return citation.meeting_id
    keys = [case_key(number) for number in citation.case_numbers]
    return next((key for key in keys if key in taken), keys[0] if keys else citation.item_id)


def _group(grouping: Grouping, hits: tuple[Hit, ...]) -> Group:
    citation = hits[0].passage.citation
    if grouping is Grouping.MEETING:
        return Group(citation.meeting_id, _name_of_meeting(citation), hits)
    number = citation.case_numbers[0] if citation.case_numbers else citation.item_id
    return Group(number, citation.item_title, hits)


def _name_of_meeting(citation: Citation) -> str:
    name = citation.body or citation.source_file
    if citation.meeting_date is None:
        return f"{name} ({UNKNOWN_DATE})"
    return f"{name} {format_dates(citation.meeting_date, citation.meeting_end_date)}"


def _newest_first(hit: Hit) -> tuple[int, int]:
    day: date | None = hit.passage.citation.meeting_date
    return (-day.toordinal() if day else 1, hit.rank)
