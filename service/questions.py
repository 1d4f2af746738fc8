"""What a caller typed as filter values, read the same way at every door."""

import re
from datetime import date

from qa.arrangement import Grouping, Order
from qa.errors import FilterError
from qa.text import normalise
from qa.types import Role

DEFAULT_LIMIT = 10
"""Hits given where the caller does not say how many."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str | None) -> date | None:
    """Return the day of an ISO date; an empty text counts as not given.

    Raises:
        FilterError: the text is not a day written as ``ÅÅÅÅ-MM-DD``.
    """
    stripped = (text or "").strip()
    if not stripped:
        return None
    # fromisoformat also takes 20230201 and 2023-W05-3, which few readers could tell apart
    if _ISO_DATE.fullmatch(stripped):
        try:
            return date.fromisoformat(stripped)
        except ValueError:
            pass
    raise FilterError(f"”{stripped}” är inte ett datum. Skriv det som ÅÅÅÅ-MM-DD, till exempel 2023-02-01.")


def read_name(text: str | None) -> str | None:
    """Return a filter value in NFC, trimmed; an empty one counts as not given."""
    return normalise(text or "").strip() or None


def read_section(text: str | None) -> Role | None:
    """Return the role of a section by its Swedish name; an empty text counts as not given.

    Raises:
        FilterError: there is no such role.
    """
    name = read_name(text)
    if name is None:
        return None
    try:
        return Role(name.casefold())
    except ValueError:
        raise FilterError(f"”{name}” är ingen del av ett ärende. Välj en av: {', '.join(Role)}.") from None


def read_order(text: str | None) -> Order:
    """Return the order of hits by its name; an empty text is that of relevance.

    Raises:
        FilterError: there is no such order.
    """
    name = read_name(text)
    if name is None:
        return Order.RELEVANCE
    try:
        return Order(name.casefold())
    except ValueError:
        raise FilterError(f"”{name}” är ingen ordning. Välj en av: {', '.join(Order)}.") from None


def read_grouping(text: str | None) -> Grouping | None:
    """Return what hits are gathered by; an empty text is nothing.

    Raises:
        FilterError: hits cannot be gathered by that.
    """
    name = read_name(text)
    if name is None:
        return None
    try:
        return Grouping(name.casefold())
    except ValueError:
        raise FilterError(
            f"Träffar går inte att gruppera efter ”{name}”. Välj en av: {', '.join(Grouping)}."
        ) from None
