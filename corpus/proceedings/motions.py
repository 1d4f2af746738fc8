"""Who moved what (yrkanden)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from corpus.proceedings.members import Roster, listed_members, members_in
from corpus.proceedings.statements import Statement, statements_of, to_next
from qa.proceedings import Member, Motion
from qa.types import AgendaItem, Role, Section

_MOVES = re.compile(r"\b(?:yrka(?:r|de)|yrkat|instämmer|instämde|biträder)\b")
_PROPOSES = re.compile(r"\b(?:föreslår|föreslog|begär|begärde|tillstyrker|avstyrker)\b")
_OBJECT = re.compile(
    r"\b(?:bifall|avslag|återremiss|bordläggning|att"
    r"|i (?:första|andra|tredje) hand|följande|enligt|dels|på|om|i)\b|:"
)
_LABEL = re.compile(r":\s+(?=\S)")
_DENIED = re.compile(r"\s+(?:inte|ej)\b")
_WITHOUT_VERB = re.compile(r"[^.:]{5,400}?\)\s+(?=(?:bifall|avslag|återremiss|bordläggning)\b)")
_BETWEEN = re.compile(r"[,;(]|\b(?:av|med|från)\b")
_NEAR = 45
"""Characters between a verb and the name after it: an office (``tjänstgörande ersättaren``)."""
_ELSEWHERE = frozenset({Role.TEXT, Role.NOTES, Role.MATTER, Role.PROPOSITION, Role.DECISION})


def read_motions(item: AgendaItem, roster: Roster) -> tuple[Motion, ...]:
    """Return what was moved in an item, in order."""
    found: list[Motion] = []
    for section in item.sections:
        if section.role is Role.MOTION or section.role in _ELSEWHERE:
            found += _of_section(section, roster)
    return tuple(dict.fromkeys(found))


def _of_section(section: Section, roster: Roster) -> Iterator[Motion]:
    motions = [
        (statement, movers)
        for statement in statements_of(section)
        if (movers := _movers(statement.text, roster, section.role)) is not None
    ]
    for (statement, movers), following in zip_longest(motions, [one for one, _ in motions[1:]]):
        yield Motion(movers, _text(statement, following, section), statement.page)


def _text(statement: Statement, following: Statement | None, section: Section) -> str:
    """Return the sentence, with the list that a colon at its end announces."""
    ends_paragraph = statement.end == len(statement.paragraph.text.rstrip())
    if ends_paragraph and statement.text.endswith(":"):
        return to_next(statement, following, section)
    return statement.text


def _movers(sentence: str, roster: Roster, role: Role) -> tuple[Member, ...] | None:
    """Return who moves something in a sentence, None where nobody does."""
    verb = _MOVES.search(sentence)
    is_motion = role is Role.MOTION
    if verb is None and is_motion:
        verb = _PROPOSES.search(sentence)
    if verb is None:
        return _movers_without_verb(sentence, roster) if is_motion else None
    if _DENIED.match(sentence, verb.end()) or _is_told(sentence, verb):
        return None
    movers = _after(sentence, verb.end(), roster) or _before(
        sentence[: verb.start()], roster, is_motion=is_motion
    )
    if not is_motion:
        return movers or None
    return movers


def _is_told(sentence: str, verb: re.Match[str]) -> bool:
    """Tell whether the verb is in a relative clause, or tells what was moved before."""
    return re.search(r"\b(?:som|vilket|har|hade|när)\s+(?:\w+\s+)?$", sentence[: verb.start()]) is not None


def _before(subject: str, roster: Roster, *, is_motion: bool) -> tuple[Member, ...]:
    return listed_members(subject, roster) if is_motion else members_in(subject, roster)


def _after(sentence: str, start: int, roster: Roster) -> tuple[Member, ...]:
    """Return the movers where they stand after the verb (``Vidare yrkar Anna Ek (S) avslag``)."""
    end = _OBJECT.search(sentence, start)
    subject = sentence[start : end.start() if end else len(sentence)]
    movers = members_in(subject, roster)
    if not movers:
        return ()
    first = subject.find(movers[0].name or movers[0].party)
    return movers if 0 <= first <= _NEAR and not _BETWEEN.search(subject, 0, first) else ()


def _movers_without_verb(sentence: str, roster: Roster) -> tuple[Member, ...] | None:
    """Return the movers of ``Anna Ek (S): Bifall`` and ``Anna Ek (S) bifall till förslaget``."""
    label = _WITHOUT_VERB.match(sentence) or re.match(r"[^:]{1,200}(?=:)", sentence)
    if label is None:
        return None
    return _only_members(label[0], roster) or None


def _only_members(text: str, roster: Roster) -> tuple[Member, ...] | None:
    """Return the members of a text that says nothing else, but for offices in small letters."""
    found = members_in(text, roster)
    words = re.sub(r"\([^)]*\)", " ", text)
    for member in found:
        words = words.replace(member.name, " ") if member.name else words
    is_list = re.fullmatch(
        r"[\s,]*(?:(?:och|samt|[\wåäö]*(?:ordföranden?|ersättar\w*|ledam\w*|tjänstgörande))[\s,]*)*", words
    )
    return found if is_list else None
