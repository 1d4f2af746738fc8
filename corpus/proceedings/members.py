"""Members and parties named in running text: ``Anna Ek (S)``, ``ledamöterna från S, V och MP``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.facts.naming import is_name_word, is_party, name_length
from qa.proceedings import Member
from qa.types import Person

_PARTY = re.compile(
    r"\s*\((?P<party>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö!]{0,4}|-|–|[Pp]artilös|[Oo]beroende)(?:,[^()]{0,40})?\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = r"[A-ZÅÄÖ]{1,4}"
_PARTY_LIST = re.compile(
    rf"(?P<of>(?:[Ll]edam[\wåäö]*|[Rr]epresentant\w*|[Gg]rupp\w*)\s+(?:från|för)\s+)?"
    rf"\b(?P<list>{_LETTERS}(?:(?:,|\s+och|\s+samt)\s+{_LETTERS})*)\b(?!\s*\()"
)
"""``ledamöterna från S, D och MP``: beside known parties local ones may stand that nothing else tells."""
_BETWEEN_NAMES = re.compile(r",|\boch\b|\bsamt\b")
_PARTICLES = frozenset(
    {"af", "von", "van", "de", "der", "den", "del", "da", "dos", "la", "le", "el", "al", "bin"}
)
_NOT_NAMES = frozenset(
    "Ledamöterna Ledamöter Ersättarna Ersättare Samtliga Även Också Därefter Därutöver Vidare Härefter Sedan"
    " Samt"
    " Både Följande Från För Mot Enligt Av På Till Slutligen Därtill Dessutom Först Ja Nej Avstår Då".split()
)
_LONGEST_NAME = 6
_ENDS = (",", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Roster:
    """Who may be named: the party of each by full name, empty where not known, and the parties' letters."""

    parties: dict[str, str]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    member: Member


def roster_of(people: Iterable[Person]) -> Roster:
    """Return whom the attendance list names; of two with one name and different parties none is known."""
    parties: dict[str, str] = {}
    for person in people:
        same = parties.get(person.name, person.party) == person.party
        parties[person.name] = person.party if same else ""
    codes = frozenset(party for party in parties.values() if party.isalpha() and party.isupper())
    return Roster(parties, codes)


def members_in(text: str, roster: Roster) -> tuple[Member, ...]:
    """Return the members and whole parties that a text names, in order, each once.

    A name counts with its party in parentheses, or when the attendance list has it; the list tells
    the party where the text does not.
    """
    named = list(_with_party(text))
    rest = _without(text, named)
    named += _known(rest, roster)
    rest = _without(text, named)
    found = sorted([*named, *_parties(rest, roster)], key=lambda mention: mention.start)
    return tuple(dict.fromkeys(mention.member for mention in found))


def listed_members(text: str, roster: Roster) -> tuple[Member, ...]:
    """Return the members of a text that is nothing but a list, names without party among them."""
    found = members_in(text, roster)
    if found:
        return found
    parts = [part.strip(" .:") for part in _BETWEEN_NAMES.split(text)]
    names = [_without_office(part.split()) for part in parts if part]
    if names and all(words and name_length(words) == len(words) for words in names):
        return tuple(dict.fromkeys(Member(" ".join(words)) for words in names))
    return ()


def _with_party(text: str) -> Iterator[_Mention]:
    """Yield the names with a party after them in parentheses."""
    end = 0
    for match in _PARTY.finditer(text):
        start, name = _name_before(text, end, match.start())
        if name:
            yield _Mention(start, match.end(), Member(name, match["party"]))
        end = match.end()


def _name_before(text: str, first: int, end: int) -> tuple[int, str]:
    """Return where the name begins that ends at ``end``, and the name; empty where there is none."""
    words: list[str] = []
    start = end
    for match in reversed(list(re.finditer(r"\S+", text[max(first, end - 120) : end]))):
        word = match[0].lstrip('"”“»(|*•')
        goes_on = not words or not word.endswith(_ENDS)
        if not word or not goes_on or len(words) == _LONGEST_NAME:
            break
        if not (is_name_word(word) or word in _PARTICLES) or word in _NOT_NAMES:
            break
        words.insert(0, word)
        start = max(first, end - 120) + match.end() - len(word)
    while words and words[0] in _PARTICLES:
        start += len(words[0]) + 1
        words = words[1:]
    return (start, " ".join(words)) if len(words) > 1 else (end, "")


def _known(text: str, roster: Roster) -> Iterator[_Mention]:
    """Yield the names of the attendance list that stand in a text as they are there."""
    for name, party in roster.parties.items():
        if " " in name and name in text:
            place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            if place is not None:
                yield _Mention(place.start(), place.end(), Member(name, party))


def _parties(text: str, roster: Roster) -> Iterator[_Mention]:
    """Yield the parties that are named for themselves, by their letters or in full."""
    for found in _PARTY_LIST.finditer(text):
        letters = list(_WORD.finditer(text, found.start("list"), found.end("list")))
        letters = [match for match in letters if match[0].isupper()]
        if found["of"] or any(is_party(match[0]) or match[0] in roster.codes for match in letters):
            for match in letters:
                yield _Mention(match.start(), match.end(), Member(party=match[0]))
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and not word.isupper() and len(word) > _LONGEST_NAME:
            name = word if is_party(word) else word.removesuffix("s")
            if is_party(name):
                yield _Mention(match.start(), match.end(), Member(party=name))


def _without(text: str, mentions: Sequence[_Mention]) -> str:
    """Return a text of the same length with the mentions blanked."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _without_office(words: Sequence[str]) -> Sequence[str]:
    start = next((place for place in range(len(words)) if name_length(words[place:])), len(words))
    return words[start:] if all(word.isalpha() for word in words[:start]) else ()
