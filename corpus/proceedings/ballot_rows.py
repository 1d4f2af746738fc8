"""One row of a list of votes, in the forms that the rows of a table take when they become lines of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts.naming import is_party, name_length
from corpus.proceedings.members import Roster
from qa.proceedings import Ballot, Choice, Member

_CHOICES = {
    "ja": Choice.YES,
    "nej": Choice.NO,
    **dict.fromkeys(("avstår", "avstod", "avst", "avstående"), Choice.ABSTAINED),
    **dict.fromkeys(("frånvarande", "frånv"), Choice.ABSENT),
}
_MARKS = frozenset({"x", "1", "✓", "√", "✔", "•", "*"})
_NAME_COLUMNS = frozenset({"namn", "ledamot", "ledamöter", "beslutande", "tjänstgörande", "förtroendevald"})
_CELLS = re.compile(r"[\t|]")
_NUMBERED = re.compile(r"^\d{1,3}[.)]?\s+")
_ROW = re.compile(
    r"(?P<who>[^\W\d].{3,70}?)[\s:,–-]+(?:röstar |röstade )?"
    r"(?P<choice>ja|nej|avstår|avstod|frånvarande|frånv\.?)\.?",
    re.IGNORECASE,
)
_OFFICE = r"ledamot|(?:tj\.? ?|tjänstgörande )?ersättare|(?:\d:[ae] )?(?:v(?:ice)?\.? )?ordf(?:örande)?\.?"
_SEAT = re.compile(rf"(?:\s+\d{{1,3}})?\s+(?:{_OFFICE}|\d{{1,3}})$", re.IGNORECASE)
_PARTY_AT_END = re.compile(
    r"\s*\((?P<inside>[^()]{1,20}?)(?:,[^()]*)?\)$|[\s,]+(?P<bare>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3})$"
)
_RUN_TOGETHER = re.compile(
    r"(?P<who>[^\W\d][^()\d:;]{3,60}?\([^()]{1,12}\))\s*[:,–-]?\s*(?P<choice>Ja|Nej|Avstår|Frånvarande)\b(?![-:])"
)
_SURNAME_FIRST = re.compile(r"(?P<last>[^,]+), (?P<first>[^,]+)")
_LONGEST_ROW = 110
_LONGEST_CODE = 3
MIN_BALLOTS = 2
"""Rows that make a list; one row alone is a sentence more often than not."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a list hold: a vote, or None for names, parties and the like."""

    choices: tuple[Choice | None, ...]
    name: int = 0


def choice_of(word: str) -> Choice | None:
    """Return what a word of a roll call says, None where it says nothing of the kind."""
    return _CHOICES.get(word.strip(' .*"”').lower())


def cells_of(line: str) -> list[str]:
    """Return the cells of a row with tabs or strokes between them, nothing for a line of words."""
    if not _CELLS.search(line):
        return []
    inner = line.strip()
    inner = inner.removeprefix("|").removesuffix("|") if "|" in inner else inner
    return [cell.strip(" *_") for cell in _CELLS.split(inner)]


def columns_of(cells: Sequence[str]) -> Columns | None:
    """Return what the columns hold, where the cells are the head of a list with a column for each vote."""
    choices = tuple(choice_of(cell) for cell in cells)
    if {Choice.YES, Choice.NO} - set(choices):
        return None
    names = [place for place, cell in enumerate(cells) if cell.lower() in _NAME_COLUMNS]
    if not names and choices[0] is not None:
        return Columns((None, *choices))  # the head of the first column is blank and went with the margin
    return Columns(choices, names[0] if names else 0)


def ballots_of(line: str, columns: Columns | None, roster: Roster) -> Iterator[Ballot]:
    """Yield the ballots of a line: one of a row, several where rows were run together.

    A mark in a row of words tells nothing, for its column is lost; such rows are left out.
    """
    cells = cells_of(line)
    if cells:
        yield from _from_cells(cells, columns, roster)
        return
    words = _NUMBERED.sub("", line.strip(" -–•*"))
    row = _ROW.fullmatch(words) if len(words) <= _LONGEST_ROW else None
    member = member_of(row["who"], roster) if row is not None else None
    if row is not None and member is not None:
        yield Ballot(member, _CHOICES[row["choice"].lower().rstrip(".")])
        return
    rows = list(_RUN_TOGETHER.finditer(line))
    is_all = not any(char.isalpha() for char in _RUN_TOGETHER.sub("", line))
    if len(rows) >= MIN_BALLOTS and is_all:
        for one in rows:
            member = member_of(one["who"].strip(" ,.;–-"), roster)
            if member is not None:
                yield Ballot(member, _CHOICES[one["choice"].lower()])


def member_of(text: str, roster: Roster) -> Member | None:
    """Return who stands in a row: a name, with party, seat and office perhaps; None where no name stands."""
    words = text.strip(" ,:")
    while (seat := _SEAT.search(words)) is not None:
        words = words[: seat.start()]
    party = ""
    match = _PARTY_AT_END.search(words)
    if match is not None and _is_party_mark(match, words, roster):
        party = (match["inside"] or match["bare"]).strip()
        words = words[: match.start()]
    name = _name(words.strip(" ,:"), roster)
    return Member(name, party or roster.parties.get(name, "")) if name else None


def _name(words: str, roster: Roster) -> str:
    """Return words that are a name, as the attendance list has it where surnames come first; else nothing."""
    if words in roster.parties:
        return words
    turned = _SURNAME_FIRST.fullmatch(words)
    natural = f"{turned['first']} {turned['last']}" if turned else words
    parts = natural.split()
    if not parts or name_length(parts) != len(parts):
        return ""
    return natural if natural in roster.parties else words


def _is_party_mark(match: re.Match[str], words: str, roster: Roster) -> bool:
    """Tell whether a row's last word is a party; without parentheses it must look it and follow a name."""
    if match["inside"]:
        return True
    code = match["bare"]
    is_code = (code.isupper() and len(code) <= _LONGEST_CODE) or is_party(code) or code in roster.codes
    return is_code and len(words[: match.start()].split()) > 1


def _from_cells(cells: Sequence[str], columns: Columns | None, roster: Roster) -> Iterator[Ballot]:
    member = _member_of_cells(cells, columns.name if columns else 0, roster)
    said = [choice for cell in cells if (choice := choice_of(cell)) is not None]
    if member is None or len(said) > 1 or (not said and columns is None):
        return
    if not said and columns is not None:
        votes = [
            (choice, cell.lower())
            for choice, cell in zip(columns.choices, cells, strict=False)
            if choice is not None and cell
        ]
        if any(mark not in _MARKS for _, mark in votes):
            return  # the cells are not under the heads they seem to be under
        said = [choice for choice, _ in votes]
    if len(said) == 1:
        yield Ballot(member, said[0])


def _member_of_cells(cells: Sequence[str], name_column: int, roster: Roster) -> Member | None:
    if len(cells) <= name_column:
        return None
    member = member_of(cells[name_column], roster)
    if member is None or member.party:
        return member
    parties = [cell for cell in cells if _is_party_cell(cell, roster)]
    return Member(member.name, parties[0]) if len(parties) == 1 else member


def _is_party_cell(cell: str, roster: Roster) -> bool:
    return cell in roster.codes or (cell.isalpha() and is_party(cell) and cell.isupper())
