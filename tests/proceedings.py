"""An invented item of which everything became something, for tests of what is shown of it."""

from dataclasses import replace

from qa.proceedings import (
    Agreement,
    Ballot,
    Choice,
    Member,
    Motion,
    Outcome,
    OutcomeKind,
    Proceedings,
    Reservation,
    Vote,
)
from qa.types import Meeting
from tests.meetings import make_item, make_meeting

ANNA, BO, KIM = Member("Anna Ek", "S"), Member("Bo Al", "M"), Member("Kim Lo", "S")
VOTE = Vote(
    yes=2,
    no=1,
    abstained=0,
    absent=None,
    yes_means="bifall till förslaget",
    no_means="avslag",
    winner=Choice.YES,
    ballots=(Ballot(ANNA, Choice.YES), Ballot(BO, Choice.NO), Ballot(KIM, Choice.YES)),
    agreement=Agreement.AGREES,
    text="Omröstningen utfaller med 2 Ja mot 1 Nej.",
    page=4,
)
PROCEEDINGS = Proceedings(
    outcomes=(
        Outcome(OutcomeKind.APPROVED, "Badhuset byggs.", 4),
        Outcome(OutcomeKind.REJECTED, "Motionen avslås.", is_proposal=True),
    ),
    motions=(Motion((ANNA,), "Anna Ek (S) yrkar bifall.", 3),),
    votes=(VOTE,),
    reservations=(Reservation((BO,), "Bo Al (M) reserverar sig."),),
)


def voted_meeting() -> Meeting:
    """Return a meeting with an item about which was voted, and one about which was not."""
    voted = make_item(
        "namnd/rost", "§ 1", "Badhuset", "Badhuset på ön röstades fram.", "Anna Ek (S) yrkar bifall."
    )
    quiet = make_item("namnd/rost", "§ 2", "Torget", "Torget stenläggs under våren.")
    return make_meeting("namnd/rost", [replace(voted, proceedings=PROCEEDINGS), quiet])
