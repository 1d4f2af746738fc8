"""Proceedings as short lines, for golden files and for tests that say what must be read."""

from collections.abc import Sequence

from qa.proceedings import Member, Proceedings, Vote


def outline_of(proceedings: Proceedings) -> dict[str, list[str]]:
    """Return a line for each outcome, motion, vote and reservation; kinds without any are left out."""
    lines = {
        "outcomes": [
            f"{outcome.kind}{' (förslag)' if outcome.is_proposal else ''}: {outcome.text}"
            for outcome in proceedings.outcomes
        ],
        "motions": [f"{names(motion.movers)}: {motion.text}" for motion in proceedings.motions],
        "votes": [line_of_vote(vote) for vote in proceedings.votes],
        "reservations": [f"{names(one.members)}: {one.text}" for one in proceedings.reservations],
    }
    return {kind: found for kind, found in lines.items() if found}


def line_of_vote(vote: Vote) -> str:
    """Return counts, meanings, winner and check of a vote on one line."""
    counts = f"{vote.yes}-{vote.no}-{vote.abstained}-{vote.absent}"
    meanings = f"ja: {vote.yes_means}; nej: {vote.no_means}"
    return f"{counts} | {meanings} | {vote.winner} | {len(vote.ballots)} namn, {vote.agreement}"


def names(members: Sequence[Member]) -> str:
    """Return members as ``Anna Ek (S), V``."""
    return ", ".join(
        f"{one.name} ({one.party})" if one.name and one.party else one.name or one.party for one in members
    )
