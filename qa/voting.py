"""How an item was voted on, where a question asks about it: the votes themselves, beside the sentences."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.index.generation import Index
from qa.proceedings import Ballot, Choice, Member, Vote
from qa.question.understanding import Understood
from qa.question.wishes import Wish
from qa.text import tokenize
from qa.types import Citation

_OF_VOTES = re.compile(r"\bröster(?:na)?\b|\bröst(?:siffr|resultat|fördelning)\w*|\brösta\w*", re.IGNORECASE)
_PARTIES = {
    "S": "socialdemokrat",
    "M": "moderat",
    "SD": "sverigedemokrat",
    "C": "centerpartiet",
    "V": "vänsterpartiet",
    "KD": "kristdemokrat",
    "L": "liberalerna",
    "MP": "miljöpartiet",
    "FI": "feministiskt initiativ",
}
"""The parties of the country by their letters; the beginning of what they are called."""
_LETTERS = re.compile(r"[A-ZÅÄÖ]{1,4}")
_WORD = re.compile(r"\w+")
_SAME_BEGINNING, _WHOLE_WORD = 6, 5
"""Letters that two words must share to be of one matter: at their beginnings, or where they are the same."""
_OF_ANY_ITEM = frozenset(
    {"motion", "motionen", "förslag", "förslaget", "yrkande", "yrkandet", "omröstningen"}
)


@dataclass(frozen=True, slots=True)
class ItemVote:
    """A vote of an item that a question asks about.

    ``citation`` is that of the item. ``asked`` are the ballots of the members and parties that the
    question names, empty where it names none or the minutes do not tell how they voted.
    """

    citation: Citation
    vote: Vote
    asked: tuple[Ballot, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyVotes:
    """How many members of a party voted which way; ``party`` is empty for those of none or unknown party."""

    party: str
    yes: int
    no: int
    abstained: int
    absent: int


def votes_asked_for(
    index: Index,
    question: str,
    understood: Understood,
    found: Iterable[Citation],
    near: Iterable[Citation] = (),
) -> tuple[ItemVote, ...]:
    """Return the votes of the first item found that has any, nothing where the question asks of no vote.

    How a member voted stands in a list that no search by meaning finds. So an item that is only near counts
    too, if its list names whom the question names and its title shares a word with the question.

    Args:
        index: the index that was asked.
        question: its text.
        understood: what it was taken to say.
        found: citations of what answers, the most telling first.
        near: citations of the hits, the best first.
    """
    if Wish.VOTE not in understood.wishes and not _OF_VOTES.search(question):
        return ()
    names = frozenset(person.name.casefold() for person in understood.people)
    for citation in found:
        votes = _votes_of(index, question, names, citation)
        if votes:
            return votes
    for citation in near:
        votes = _votes_of(index, question, names, citation)
        named = {ballot.member.name.casefold() for one in votes for ballot in one.asked}
        if named and _shares_matter(question, names | named, citation.item_title):
            return votes
    return ()


def votes_by_party(ballots: Sequence[Ballot]) -> tuple[PartyVotes, ...]:
    """Return the ballots of named members counted by party, the largest first, then by its letters."""
    cast: dict[str, list[Choice]] = {}
    for ballot in ballots:
        if ballot.member.name:
            cast.setdefault(ballot.member.party, []).append(ballot.choice)
    counted = [
        PartyVotes(
            party,
            choices.count(Choice.YES),
            choices.count(Choice.NO),
            choices.count(Choice.ABSTAINED),
            choices.count(Choice.ABSENT),
        )
        for party, choices in sorted(cast.items(), key=lambda one: (-len(one[1]), one[0]))
    ]
    return tuple(counted)


def _votes_of(index: Index, question: str, names: frozenset[str], citation: Citation) -> tuple[ItemVote, ...]:
    votes = index.item(citation.item_id)[1].proceedings.votes
    return tuple(ItemVote(citation, vote, _asked_ballots(question, names, vote.ballots)) for vote in votes)


def _shares_matter(question: str, names: frozenset[str], title: str) -> bool:
    """Tell whether a question has a word of a title, or one that begins alike; names do not count."""
    of_names = {word for name in names for word in tokenize(name)}
    asked = [word for word in tokenize(question) if word not in of_names | _OF_ANY_ITEM]
    return any(_begin_alike(one, other) for one in asked for other in tokenize(title))


def _begin_alike(one: str, other: str) -> bool:
    if one == other:
        return len(one) >= _WHOLE_WORD
    return len(one) >= _SAME_BEGINNING and one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]


def _asked_ballots(question: str, names: frozenset[str], ballots: Sequence[Ballot]) -> tuple[Ballot, ...]:
    """Return the ballots of the members whom the question names, else those of the parties it names."""
    asked = question.casefold()
    of_members = tuple(ballot for ballot in ballots if _names_member(asked, names, ballot.member))
    if names or of_members:
        return of_members
    parties = {ballot.member.party for ballot in ballots if _names_party(question, ballot.member)}
    return tuple(ballot for ballot in ballots if ballot.member.party in parties)


def _names_member(asked: str, names: frozenset[str], member: Member) -> bool:
    """Tell whether a question in small letters names a member in full, in the genitive perhaps."""
    name = member.name.casefold()
    return name in names or (" " in name and re.search(rf"\b{re.escape(name)}s?\b", asked) is not None)


def _names_party(question: str, member: Member) -> bool:
    """Tell whether a question names the party of a member, by its letters or in full."""
    party = member.party
    if not party:
        return False
    if _LETTERS.fullmatch(party):
        begins = _PARTIES.get(party, "")
        said = party in _WORD.findall(question) and not question.isupper()
        return said or bool(begins and begins in question.casefold())
    return party.casefold() in question.casefold()
