"""Who reserved themselves against the decision."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from corpus.proceedings.members import Roster, listed_members, members_in
from corpus.proceedings.statements import Statement, statements_of, to_next
from qa.proceedings import Member, Reservation
from qa.types import AgendaItem, Role, Section

_RESERVES = re.compile(
    r"\breserverar\b|\breserverade\b|\b(?:anmäler|anmälde|lämnar|lämnade|inlämnar|inger)\b[^.]{0,40}?\breservation"
    r"|\breservation\w*\s+(?:anmäl(?:s|des)|lämna(?:s|des)|inlämna(?:s|des))",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\s+(?:sig\s+)?(?:inte|ej)\b")
_OBJECT = re.compile(r"\b(?:mot|till förmån|med|skriftligt|skriftligen|i|på|enligt|att)\b|:")
_ELSEWHERE = frozenset(
    {Role.TEXT, Role.NOTES, Role.DECISION, Role.PROPOSITION, Role.VOTE, Role.STATEMENT, Role.MOTION}
)


def read_reservations(item: AgendaItem, roster: Roster) -> tuple[Reservation, ...]:
    """Return the reservations against the decision in an item, in order, mere statements left out."""
    found: list[Reservation] = []
    for section in item.sections:
        if section.role is Role.RESERVATION:
            found += _of_section(section, roster) or list(_names_alone(section, roster))
        elif section.role in _ELSEWHERE:
            found += _of_section(section, roster)
    return tuple(dict.fromkeys(found))


def _of_section(section: Section, roster: Roster) -> list[Reservation]:
    reserving = [
        (statement, members)
        for statement in statements_of(section)
        if (members := _members(statement.text, roster))
    ]
    return [
        Reservation(members, _text(statement, following, section), statement.page)
        for (statement, members), following in zip_longest(reserving, [one for one, _ in reserving[1:]])
    ]


def _text(statement: Statement, following: Statement | None, section: Section) -> str:
    return to_next(statement, following, section) if section.role is Role.RESERVATION else statement.text


def _members(sentence: str, roster: Roster) -> tuple[Member, ...]:
    verb = _RESERVES.search(sentence)
    if verb is None or _DENIED.match(sentence, verb.end()):
        return ()
    before = sentence[: verb.start()]
    found = listed_members(before, roster)
    if found:
        return found
    end = _OBJECT.search(sentence, verb.end())
    return members_in(sentence[verb.end() : end.start() if end else len(sentence)], roster)


def _names_alone(section: Section, roster: Roster) -> Iterator[Reservation]:
    """Yield the paragraphs that give nothing but names, under a heading that says the rest."""
    for paragraph in section.paragraphs:
        members = members_in(paragraph.text, roster)
        named = [member for member in members if member.name]
        left = re.sub(r"\([^)]*\)|\b(?:och|samt)\b|[\s,.]", "", paragraph.text)
        for member in named:
            left = left.replace(re.sub(r"\s", "", member.name), "")
        if named and not left:
            yield Reservation(members, paragraph.text, paragraph.page)
