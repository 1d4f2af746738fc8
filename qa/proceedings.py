"""What became of an agenda item: who moved what, how the vote went, what was decided, who dissented.

Names follow Popolo (Motion, VoteEvent, Count, Vote). Every ``text`` is verbatim as the minutes print it,
lines joined; where it comes from several paragraphs, each has a line of its own. ``page`` is the printed
page number, None where the file has no pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OutcomeKind(StrEnum):
    """What a decision does with the matter. The values are shown to users."""

    APPROVED = "bifall"
    REJECTED = "avslag"
    REFERRED_BACK = "återremiss"
    POSTPONED = "bordläggning"
    NOTED = "antecknas"
    ASSIGNED = "uppdrag"
    ANSWERED = "besvarad"
    """A motion, a proposal or a question that is answered with what is said, neither granted nor rejected."""
    ELECTED = "val"


class Choice(StrEnum):
    """What a member answered when the roll was called. The values are shown to users."""

    YES = "ja"
    NO = "nej"
    ABSTAINED = "avstår"
    ABSENT = "frånvarande"


class Agreement(StrEnum):
    """Whether the counts of a vote are those of its list of names. The values are shown to users."""

    AGREES = "stämmer"
    DIFFERS = "stämmer inte"
    UNKNOWN = "går inte att kontrollera"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who moved, dissented or voted; a whole party has no ``name``. ``party`` is as printed."""

    name: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision (or a point of one), and what it does with the matter.

    ``is_proposal`` tells that the body only proposes this to another one, which decides
    (``tillstyrker``, ``föreslår att kommunfullmäktige beslutar``).
    """

    kind: OutcomeKind
    text: str
    page: int | None = None
    is_proposal: bool = False


@dataclass(frozen=True, slots=True)
class Motion:
    """What somebody moved (yrkande); ``movers`` is empty where the sentence names nobody."""

    movers: tuple[Member, ...]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    """Who reserved themselves against the decision."""

    members: tuple[Member, ...]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One member's answer in a vote."""

    member: Member
    choice: Choice


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote (omröstning).

    The counts are as printed, or counted from ``ballots`` where the minutes print none; None where neither
    tells. ``yes_means`` and ``no_means`` say verbatim what each was for ("bifall till kommunstyrelsens
    förslag"), empty where the minutes do not say. ``winner`` is the side that got its way: mostly that with
    more votes, None where that cannot be told (as many votes on either side). ``agreement`` tells whether
    printed counts and list of names agree. ``text`` are the sentences that tell the result, empty where
    there is only a table.
    """

    yes: int | None
    no: int | None
    abstained: int | None = None
    absent: int | None = None
    yes_means: str = ""
    no_means: str = ""
    winner: Choice | None = None
    ballots: tuple[Ballot, ...] = ()
    agreement: Agreement = Agreement.UNKNOWN
    text: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What became of an item, each kind in the order of the minutes; empty where the minutes do not say."""

    outcomes: tuple[Outcome, ...] = ()
    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()


NO_PROCEEDINGS = Proceedings()
