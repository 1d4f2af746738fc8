"""From the sections of an item to what became of it."""

from collections.abc import Iterable

from corpus.proceedings.members import roster_of
from corpus.proceedings.motions import read_motions
from corpus.proceedings.outcomes import read_outcomes
from corpus.proceedings.reservations import read_reservations
from corpus.proceedings.votes import read_votes
from qa.proceedings import OutcomeKind, Proceedings
from qa.types import AgendaItem, Person

_DELAYS = frozenset({OutcomeKind.REFERRED_BACK, OutcomeKind.POSTPONED})


def read_proceedings(item: AgendaItem, attendees: Iterable[Person], body: str) -> Proceedings:
    """Return what became of an item: only what its own text says.

    Args:
        item: the item with its sections and the attachments that belong to it.
        attendees: who was at the meeting or absent from it; tells the party of a name that stands without.
        body: the body whose minutes they are, empty where it is not known.
    """
    roster = roster_of(attendees)
    outcomes = read_outcomes(item, body)
    return Proceedings(
        outcomes=outcomes,
        motions=read_motions(item, roster),
        votes=read_votes(item, roster, is_delayed=any(outcome.kind in _DELAYS for outcome in outcomes)),
        reservations=read_reservations(item, roster),
    )
