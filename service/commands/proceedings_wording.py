"""What became of an item, in Swedish lines for the terminal."""

from collections.abc import Sequence

from qa.proceedings import Agreement, Ballot, Choice, Member, Outcome, Proceedings, Vote
from qa.voting import ItemVote

_WON = {Choice.YES: "ja-sidan fick sin vilja fram", Choice.NO: "nej-sidan fick sin vilja fram"}
_CHECKED = {
    Agreement.AGREES: "siffrorna stämmer med namnlistan",
    Agreement.DIFFERS: "siffrorna stämmer inte med namnlistan",
}


def proceedings_lines(proceedings: Proceedings) -> list[str]:
    """Return a line for each outcome, motion and reservation, and some for each vote."""
    return [
        *(outcome_line(outcome) for outcome in proceedings.outcomes),
        *(f"Yrkande: {_one_line(motion.text)}" for motion in proceedings.motions),
        *(line for vote in proceedings.votes for line in vote_lines(vote)),
        *(f"Reservation: {_one_line(reservation.text)}" for reservation in proceedings.reservations),
    ]


def item_vote_lines(one: ItemVote) -> list[str]:
    """Return a vote that a question asks about, and how those it names voted."""
    asked = [f"{choice.value.capitalize()}: {names}" for choice, names in _by_choice(one.asked)]
    return [*vote_lines(one.vote), *asked]


def vote_lines(vote: Vote) -> list[str]:
    """Return the counts of a vote, what the sides meant, who won and whether the names agree."""
    counts = [
        f"{count} {choice.value}"
        for choice, count in (
            (Choice.YES, vote.yes),
            (Choice.NO, vote.no),
            (Choice.ABSTAINED, vote.abstained),
            (Choice.ABSENT, vote.absent),
        )
        if count is not None
    ]
    notes = [
        note
        for note in (_WON.get(vote.winner) if vote.winner else None, _CHECKED.get(vote.agreement))
        if note
    ]
    lines = [
        f"Omröstning: {', '.join(counts) or 'antalet framgår inte'}{''.join(f'; {note}' for note in notes)}"
    ]
    if vote.yes_means:
        lines.append(f"Ja: {vote.yes_means}. Nej: {vote.no_means}.")
    return lines


def outcome_line(outcome: Outcome) -> str:
    """Return what was decided, or proposed to another body, with the words of the minutes."""
    proposed = "föreslår " if outcome.is_proposal else ""
    return f"Utfall: {proposed}{outcome.kind.value}: {_one_line(outcome.text)}"


def _by_choice(ballots: Sequence[Ballot]) -> list[tuple[Choice, str]]:
    chosen = [(choice, [ballot.member for ballot in ballots if ballot.choice is choice]) for choice in Choice]
    return [(choice, ", ".join(map(_name, members))) for choice, members in chosen if members]


def _name(member: Member) -> str:
    return f"{member.name} ({member.party})" if member.name and member.party else member.name or member.party


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
