"""What the filters of the search form can be set to, from what the index holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa.types import Meeting, Passage, Role

_SWEDISH_LAST = str.maketrans("åäö", "{|}")
"""å, ä and ö sort after z, in this order; so do these three characters."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The bodies in alphabetical order, and the roles of sections in the order of a paragraph."""

    bodies: tuple[str, ...] = ()
    sections: tuple[Role, ...] = ()


def choices_of(meetings: Iterable[Meeting], passages: Iterable[Passage]) -> Choices:
    """Return what occurs; text under no sub-heading is no choice, since nobody looks for it."""
    bodies = {meeting.body for meeting in meetings if meeting.body}
    sections = {passage.citation.section for passage in passages} - {Role.TEXT}
    return Choices(
        tuple(sorted(bodies, key=lambda name: name.casefold().translate(_SWEDISH_LAST))),
        tuple(role for role in Role if role in sections),
    )
