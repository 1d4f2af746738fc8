"""From what became of an item to the bodies of the API."""

from collections.abc import Sequence

from qa.proceedings import Ballot, Member, Outcome, Proceedings, Vote
from service.proceedings_schemas import (
    BallotOut,
    MemberOut,
    MotionOut,
    OutcomeOut,
    ProceedingsOut,
    ReservationOut,
    VoteOut,
)


def present_proceedings(proceedings: Proceedings) -> ProceedingsOut:
    """Return the body of what became of an item."""
    return ProceedingsOut(
        outcomes=tuple(present_outcome(outcome) for outcome in proceedings.outcomes),
        motions=tuple(
            MotionOut(movers=_members(motion.movers), text=motion.text, page=motion.page)
            for motion in proceedings.motions
        ),
        votes=tuple(present_vote(vote) for vote in proceedings.votes),
        reservations=tuple(
            ReservationOut(members=_members(one.members), text=one.text, page=one.page)
            for one in proceedings.reservations
        ),
    )


def present_outcome(outcome: Outcome) -> OutcomeOut:
    """Return the body of one outcome."""
    return OutcomeOut(
        kind=outcome.kind, text=outcome.text, page=outcome.page, is_proposal=outcome.is_proposal
    )


def present_vote(vote: Vote) -> VoteOut:
    """Return the body of one vote, with all its ballots."""
    return VoteOut(
        yes=vote.yes,
        no=vote.no,
        abstained=vote.abstained,
        absent=vote.absent,
        yes_means=vote.yes_means,
        no_means=vote.no_means,
        winner=vote.winner,
        agreement=vote.agreement,
        ballots=present_ballots(vote.ballots),
        text=vote.text,
        page=vote.page,
    )


def present_ballots(ballots: Sequence[Ballot]) -> tuple[BallotOut, ...]:
    """Return the bodies of ballots."""
    return tuple(
        BallotOut(name=ballot.member.name, party=ballot.member.party, choice=ballot.choice)
        for ballot in ballots
    )


def _members(members: Sequence[Member]) -> tuple[MemberOut, ...]:
    return tuple(MemberOut(name=member.name, party=member.party) for member in members)
