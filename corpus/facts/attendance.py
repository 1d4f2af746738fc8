"""Who was at a meeting, and who should have been."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.facts.labels import Field, Label
from corpus.facts.people import ABSENT_NOTE, ListStyle, logical_lines, read_people
from qa.types import Person

_OFFICIALS = re.compile(
    r"tjänste|övriga|inbjudna|föredragande|adjungerade|gäster|fackliga|personal|revisor", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The people of a header, in the order they are named, each once in either list.

    Who was hindered a part of the meeting stands in both.
    """

    attendees: tuple[Person, ...]
    absent: tuple[Person, ...]


def read_attendance(fields: Sequence[Field]) -> Attendance:
    """Read the lists of a header: present, absent, and single offices such as the secretary's."""
    present: dict[str, Person] = {}
    absent: dict[str, Person] = {}
    around: Field | None = None
    for field in fields:
        if field.label is Label.OFFICE:
            own, rest = _office_holder(field)
            _add(present, own, present)
            if around is not None and rest.lines:
                _add(
                    absent if around.label is Label.ABSENT else present,
                    replace(around, lines=rest.lines),
                    present,
                )
        elif field.label is Label.PRESENT:
            around = field
            _add(present, field, present)
            _move_absent(present, absent)
        elif field.label is Label.ABSENT:
            around = field
            _add(absent, field, present)
        else:
            around = None
    return Attendance(tuple(present.values()), tuple(absent.values()))


def _move_absent(present: dict[str, Person], absent: dict[str, Person]) -> None:
    """Move those whom a column of the list says not to have been there."""
    for name in [name for name, person in present.items() if person.note == ABSENT_NOTE]:
        absent[name] = replace(present.pop(name), note="")


def _office_holder(field: Field) -> tuple[Field, Field]:
    """Part the first line that names somebody from those after it, which belong to the list around it."""
    lines = tuple(logical_lines(field.lines))
    own = next((count for count, line in enumerate(lines, 1) if read_people([line], ListStyle())), len(lines))
    return replace(field, lines=lines[:own]), replace(field, lines=lines[own:])


def _add(people: dict[str, Person], field: Field, known: dict[str, Person]) -> None:
    style = ListStyle(
        role=field.role,
        politicians=_OFFICIALS.search(field.printed) is None,
        known=frozenset(known),
    )
    for person in read_people(field.lines, style):
        before = people.get(person.name)
        people[person.name] = person if before is None else _merged(before, person)


def _merged(before: Person, again: Person) -> Person:
    """Return one person named twice, the second time as adjuster perhaps."""
    roles = [role for role in (before.role, again.role) if role and role not in before.role.split(", ")]
    roles = [before.role, *roles] if before.role else roles
    return Person(
        name=before.name,
        party=before.party or again.party,
        role=", ".join(dict.fromkeys(roles)),
        organisation=before.organisation or again.organisation,
        note=before.note or again.note,
    )
