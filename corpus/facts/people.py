"""Attendance lists as people, however they are set: in one line, wrapped, a line each, in columns."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.facts.naming import (
    Kind,
    attribute_kind,
    is_name_word,
    leading_role,
    name_length,
    split_remark,
    split_role,
)
from qa.types import Person

_TOKEN = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?P<text>[^,;\t()]+)")
_COLUMN = re.compile(r"\s{2,}|\||\s[Xx](?=[\s,;]|$)")
"""What parts columns, a tick for presence included."""
_BULLET = re.compile(r"^\s*(?:[-–•*▪·]\s+|\d{1,3}[.)]\s+)")
_LEADERS = re.compile(r"[._…]{3,}|\*\*|__")
_AND = re.compile(r"\s+(?:och|samt|&)\s+(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ])")
_SLASHED_PARTY = re.compile(r"\s[/\[]([A-ZÅÄÖa-zåäö]{1,4})[/\]](?=\s|,|$)")
_GROUP = re.compile(r"\(?(?P<group>[A-ZÅÄÖ][^:,;\t()]{0,50})\)?:\s+(?=[A-ZÅÄÖ])")
"""Whose members the line lists: ``Alby kommun: Nils Vik (S), Eva Berg (M)``."""
_NOT_THERE = re.compile(r"\t\s*(?:nej|frånv(?:arande)?)\.?(?=\s*(?:\t|$))", re.IGNORECASE)
"""The answer in a column that asks who is present."""
_OF_ANOTHER = re.compile(r"\b(?:för|ersätter|efter)\s+[A-ZÅÄÖ][^,]*$")
_TICKS = frozenset(
    {
        "x",
        "X",
        "-",
        "–",
        "1",
        "ja",
        "nej",
        "närv",
        "frånv",
        "närv. frånv",
        "namn",
        "parti",
        "roll",
        "funktion",
    }
)
ABSENT_NOTE = "frånvarande"
"""The note of a person who is in a list of those present, but was not."""
_TICKED = frozenset({"x", "1", "ja"})
_LONG_RUN = 6
_TWO_NAMES = 4
_LONGEST_NAME = 5
_LONGEST_LINE = 20_000
"""Characters; eighty members in one line are a sixth of it, and a longer line is no list."""


@dataclass(slots=True)
class _Draft:
    """A person while her attributes are read; turned into a frozen Person at the end."""

    name: str
    role: list[str] = field(default_factory=list)
    party: str = ""
    organisation: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)

    def finish(self, default_role: str) -> Person:
        return Person(
            name=self.name,
            party=self.party,
            role=", ".join(self.role) or default_role,
            organisation=", ".join(self.organisation),
            note=", ".join(self.note),
        )


@dataclass(frozen=True, slots=True)
class ListStyle:
    """What is known of a list before it is read.

    ``role`` is what its label makes of those who have none of their own; ``politicians`` whether
    an unknown abbreviation may be a local party; ``known`` the names found in earlier lists,
    which tell where names without anything between them part.
    """

    role: str = ""
    politicians: bool = True
    known: Collection[str] = ()


def read_people(lines: Sequence[str], style: ListStyle) -> tuple[Person, ...]:
    """Return the people in the lines of one list, in order; words that name nobody are left out."""
    drafts: list[_Draft] = []
    run_together = len(lines) == 1
    for line in logical_lines(_with_absence(lines)):
        drafts += _read_line(line, style, run_together=run_together)
    return tuple(draft.finish(style.role) for draft in drafts)


def _with_absence(lines: Sequence[str]) -> Sequence[str]:
    """Write out the tick in a column ``Frånv.`` beside ``Närv.``, under whose heads the lines stand."""
    column = 0
    written = []
    for line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        heads = [cell.strip(".").lower()[:5] for cell in cells]
        if "närv" in (head[:4] for head in heads) and "frånv" in heads:
            column = max(heads.index("frånv") - [head[:4] for head in heads].index("närv"), 0) + 1
            continue
        if 0 < column < len(cells) and cells[column].lower() in _TICKED:
            cells[column] = ABSENT_NOTE
        written.append("\t".join(cells))
    return written


def logical_lines(lines: Sequence[str]) -> Iterator[str]:
    """Join lines that were wrapped in the middle of a person: an open parenthesis, a comma, half a name."""
    pending = ""
    for raw in lines:
        line = _LEADERS.sub(" ", _BULLET.sub("", raw)).strip(" \t|")
        if not line or len(line) > _LONGEST_LINE:
            continue
        if pending and _runs_on(pending, line):
            pending = f"{pending} {line}"
            continue
        if pending:
            yield pending
        pending = line
    if pending:
        yield pending


def _runs_on(line: str, following: str) -> bool:
    if line.rfind("(") > line.rfind(")") and re.match(r"[^()]*\)", following):
        return True
    if following[0].islower() or following[0] in "(§":
        return not leading_role(following.replace(",", " ").split()[:_LONG_RUN])
    tail = re.split(r"[,;)]", line)[-1].split()
    half_a_name = len(tail) == 1 and is_name_word(tail[0]) and not tail[0].isupper()
    return "," in line and half_a_name


def _read_line(line: str, style: ListStyle, *, run_together: bool) -> list[_Draft]:
    drafts: list[_Draft] = []
    line, group = _without_group(line)
    line = _SLASHED_PARTY.sub(r" (\1)", _AND.sub(", ", _COLUMN.sub("\t", line)))
    line = _NOT_THERE.sub(f", {ABSENT_NOTE}", line, count=1)
    for token in _TOKEN.finditer(line):
        if token["inside"] is not None:
            _add_parenthesis(drafts, token["inside"], style)
        elif token["text"] is not None and token["text"].strip(" .:").lower() not in _TICKS:
            _add_text(drafts, token["text"].strip(" .:"), style, run_together=run_together)
    for draft in drafts:
        if group and not (draft.party or draft.organisation):
            _add_attribute(draft, group, style)
    return drafts


def _without_group(line: str) -> tuple[str, str]:
    """Cut the party or organisation off that a line begins with, before a colon and its people."""
    match = _GROUP.match(line)
    if match is None or name_length(match["group"].split()):
        return line, ""
    kind = attribute_kind(match["group"], politician=True)
    return line[match.end() :], match["group"] if kind in {Kind.PARTY, Kind.ORGANISATION} else ""


def _add_parenthesis(drafts: list[_Draft], inside: str, style: ListStyle) -> None:
    if not drafts:
        return
    if drafts[-1].note and _OF_ANOTHER.search(drafts[-1].note[-1]):
        drafts[-1].note[-1] += f" ({inside})"
        return
    for part in inside.split(","):
        _add_attribute(drafts[-1], part.strip(), style)


def _add_text(drafts: list[_Draft], text: str, style: ListStyle, *, run_together: bool) -> None:
    """Read a stretch between separators: a person, an attribute of the last one, or one after the other."""
    while text:
        words = text.split()
        office = leading_role(words)
        length = name_length(words[office:])
        if length:
            names = _part_names(words[office : office + length], style.known, run_together=run_together)
            drafts += [_Draft(name) for name in names]
            if office:
                drafts[-1].role.append(_lowered(" ".join(words[:office])))
            text = " ".join(words[office + length :])
            continue
        attribute, text = split_remark(text)
        if drafts:
            _add_attribute(drafts[-1], attribute, style)


def _add_attribute(person: _Draft, text: str, style: ListStyle) -> None:
    if not text:
        return
    kind = attribute_kind(text, politician=style.politicians and not person.party)
    if kind is Kind.PARTY and not person.party:
        person.party = text
        return
    if kind is Kind.REMARK:
        person.note.append(text)
        return
    role, organisation, remark = split_role(text)
    if kind is Kind.ORGANISATION and not organisation:
        role, organisation = "", role
    person.role += [role] if role else []
    person.organisation += [organisation] if organisation else []
    person.note += [remark] if remark else []


def _lowered(office: str) -> str:
    """Return ``ordförande`` for ``Ordföranden``: as an attribute it stands without article and capital."""
    lowered = office if office[:2].isupper() else office[0].lower() + office[1:]
    return re.sub(r"(ordförande)n$", r"\1", lowered)


def _part_names(words: Sequence[str], known: Collection[str], *, run_together: bool) -> list[str]:
    """Part names that stand side by side, by names already known, else in pairs where it must be."""
    names: list[str] = []
    unknown: list[str] = []
    place = 0
    while place < len(words):
        length = _known_length(words, place, known) if len(unknown) != 1 else 0
        if length:
            names += [*_pairs(unknown, together=run_together), " ".join(words[place : place + length])]
            unknown = []
        else:
            unknown.append(words[place])
        place += length or 1
    return names + _pairs(unknown, together=run_together)


def _known_length(words: Sequence[str], place: int, known: Collection[str]) -> int:
    """Return how many words from ``place`` are a known name, the longest, if no single word is left over."""
    for length in range(_LONGEST_NAME, 1, -1):
        left = len(words) - place - length
        if left >= 0 and left != 1 and " ".join(words[place : place + length]) in known:
            return length
    return 0


def _pairs(words: Sequence[str], *, together: bool) -> list[str]:
    """Return words as one name, or in pairs where there are too many; the last takes an odd one."""
    if not words:
        return []
    if len(words) < (_TWO_NAMES if together else _LONG_RUN):
        return [" ".join(words)]
    starts = range(0, len(words) - 1, 2)
    ends = [*starts[1:], len(words)]
    return [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]
