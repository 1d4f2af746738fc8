"""The votes of an item: what Ja and Nej meant, the result, and how each member voted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.proceedings.counts import Counts
from corpus.proceedings.meanings import meanings_in
from corpus.proceedings.members import Roster
from corpus.proceedings.roll_calls import RollCall, counted, roll_calls
from corpus.proceedings.vote_reader import VoteDraft, VoteReader
from qa.proceedings import Agreement, Choice, Vote
from qa.types import AgendaItem, Role, Section

_VOTING = frozenset({Role.VOTE, Role.PROPOSITION})
_ELSEWHERE = frozenset({Role.TEXT, Role.NOTES, Role.DECISION, Role.MATTER})
_OF_VOTING = re.compile(r"röst|votering", re.IGNORECASE)
_DELAY = re.compile(r"återremi|bordlägg", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Attached:
    """A list of votes in an attachment, and how the text refers to that."""

    label: str
    call: RollCall


def read_votes(item: AgendaItem, roster: Roster, *, is_delayed: bool) -> tuple[Vote, ...]:
    """Return the votes of an item, in order.

    Args:
        item: the item with its sections, the lists of votes that belong to it among them.
        roster: who may be named.
        is_delayed: whether the item was referred back or postponed, which a minority can do.
    """
    drafts = _voted(item.sections, roster) or _told(item.sections, roster)
    _bring_lists(drafts, _attached(item, roster))
    return tuple(_vote(draft, is_delayed=is_delayed) for draft in drafts)


def _voted(sections: Sequence[Section], roster: Roster) -> list[VoteDraft]:
    """Read the sections that are there for votes."""
    reader = VoteReader(roster)
    for section in sections:
        if section.role in _VOTING:
            reader.read(section)
    return reader.votes


def _told(sections: Sequence[Section], roster: Roster) -> list[VoteDraft]:
    """Read the sections in which a vote may be told among other things."""
    reader = VoteReader(roster)
    for section in sections:
        if section.role in _ELSEWHERE:
            paragraphs = tuple(
                paragraph
                for paragraph in section.paragraphs
                if _OF_VOTING.search(paragraph.text) or next(meanings_in(paragraph.text), None) is not None
            )
            reader.read(Section(section.role, section.heading, paragraphs))
    return reader.votes


def _attached(item: AgendaItem, roster: Roster) -> list[_Attached]:
    return [
        _Attached(section.heading.lower().removeprefix("bilaga").strip(), call)
        for section in item.sections
        if section.role is Role.ATTACHMENT
        for call in roll_calls(section.paragraphs, roster)
        if call.ballots
    ]


def _bring_lists(drafts: list[VoteDraft], attached: list[_Attached]) -> None:
    """Give each vote without names its list; a list alone, without any vote told, is a vote."""
    for draft in drafts:
        found = None if draft.ballots else _list_of(draft, attached)
        if found is not None:
            attached.remove(found)
            draft.add(found.call)
    if not drafts and len(attached) == 1:
        drafts.append(VoteDraft())
        drafts[0].add(attached[0].call)


def _list_of(draft: VoteDraft, attached: Sequence[_Attached]) -> _Attached | None:
    """Return the list a vote refers to, one with its counts first; else the only one with its counts."""
    fitting = [
        one for one in attached if draft.counts.is_result and _agree(draft.counts, counted(one.call.ballots))
    ]
    named = [one for one in attached if one.label in draft.labels]
    both = [one for one in named if one in fitting]
    if both:
        return both[0]
    if len(named) == 1:
        return named[0]
    return fitting[0] if len(fitting) == 1 else None


def _vote(draft: VoteDraft, *, is_delayed: bool) -> Vote:
    by_name = all(ballot.member.name for ballot in draft.ballots)
    listed = counted(draft.ballots) if draft.ballots and by_name else Counts()
    named = Counts(listed.yes, listed.no, listed.abstained or None, listed.absent or None)
    shown = named.then(draft.printed).then(draft.counts)
    return Vote(
        yes=shown.yes,
        no=shown.no,
        abstained=shown.abstained,
        absent=shown.absent,
        yes_means=draft.meaning.yes,
        no_means=draft.meaning.no,
        winner=_winner(draft, shown, is_delayed=is_delayed),
        ballots=tuple(draft.ballots),
        agreement=_agreement(draft, listed),
        text=draft.text,
        page=draft.page,
    )


def _agreement(draft: VoteDraft, listed: Counts) -> Agreement:
    printed = [counts for counts in (draft.counts, draft.printed) if counts.is_result]
    if not printed or not listed.is_result:
        return Agreement.UNKNOWN
    agrees = all(_agree(counts, listed) for counts in printed)
    return Agreement.AGREES if agrees else Agreement.DIFFERS


def _agree(printed: Counts, listed: Counts) -> bool:
    """Tell whether a list has as many names as were printed; what is not printed is not compared."""
    pairs = ((printed.yes, listed.yes), (printed.no, listed.no), (printed.abstained, listed.abstained))
    return all(count is None or count == names for count, names in pairs)


def _winner(draft: VoteDraft, counts: Counts, *, is_delayed: bool) -> Choice | None:
    """Return the side that got its way.

    A third of the council is enough to refer an item back (Kommunallagen 5 kap. 50 §), so a vote on
    that is won by the side whose will the decision shows.
    """
    if counts.yes is None or counts.no is None:
        return None
    sides = ((Choice.YES, draft.meaning.yes), (Choice.NO, draft.meaning.no))
    delaying = [side for side, said in sides if _DELAY.search(said)]
    if len(delaying) == 1 and (is_delayed or draft.by_minority):
        return delaying[0]
    if counts.yes == counts.no:
        return None
    return Choice.YES if counts.yes > counts.no else Choice.NO
