"""Lists that tell how each member voted, with the counts printed above or below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.proceedings.ballot_rows import MIN_BALLOTS, Columns, ballots_of, cells_of, columns_of
from corpus.proceedings.counts import Counts, read_counts
from corpus.proceedings.members import Roster
from qa.proceedings import Ballot, Choice, Member
from qa.types import Paragraph

_SUM = re.compile(r"(?:summa|totalt|antal röster|resultat|s:a)\b", re.IGNORECASE)
_COUNT_WORDS = re.compile(
    r"\b(?:antal|resultat|summa|totalt|ja|nej|avstår|avstod|avstående|frånv(?:arande)?|kvittade|namn|parti"
    r"|plats|funktion|st|och|röst(?:er)?)\b|\d{1,3}|[\s:;,.=|()–-]",
    re.IGNORECASE,
)
_LONGEST_LINE = 110


@dataclass(slots=True)
class RollCall:
    """A list of ballots and the counts printed with it; ``places`` are those of its paragraphs."""

    ballots: list[Ballot] = field(default_factory=list)
    printed: Counts = field(default_factory=Counts)
    places: set[int] = field(default_factory=set)
    page: int | None = None
    columns: Columns | None = None
    voted: set[Member] = field(default_factory=set)

    def add(self, ballot: Ballot) -> None:
        """Add the ballot of a member who has not voted yet."""
        self.ballots.append(ballot)
        self.voted.add(ballot.member)


def roll_calls(paragraphs: Sequence[Paragraph], roster: Roster) -> list[RollCall]:
    """Return the lists of votes among paragraphs, in order.

    A list ends where another begins: with its own head, or with a member who voted already.
    """
    calls = [RollCall()]
    for place, paragraph in enumerate(paragraphs):
        for line in paragraph.text.split("\n"):
            _read_line(calls, line, paragraph.page, place, roster)
    return [call for call in calls if len(call.ballots) >= MIN_BALLOTS or call.printed.is_result]


def counted(ballots: Sequence[Ballot]) -> Counts:
    """Return how many ballots there are of each kind."""
    return _counts({choice: sum(ballot.choice is choice for ballot in ballots) for choice in Choice})


def _read_line(calls: list[RollCall], line: str, page: int | None, place: int, roster: Roster) -> None:
    """Add what a line tells to the last list, or begin another one with it."""
    columns = columns_of(cells_of(line))
    counts = None if columns else _printed(line, calls[-1].columns)
    ballots = [] if columns else list(ballots_of(line, calls[-1].columns, roster))
    is_sum = _SUM.match(line.strip(" |*")) is not None
    begins = columns is not None or (counts is not None and _is_head(counts, calls[-1], is_sum=is_sum))
    if calls[-1].ballots and begins:
        calls.append(RollCall())
    if columns is not None:
        calls[-1].columns = columns
    if counts is not None:
        calls[-1].printed = calls[-1].printed.then(counts)
    for ballot in ballots:
        if ballot.member in calls[-1].voted:
            calls.append(RollCall(columns=calls[-1].columns))
        calls[-1].add(ballot)
    if columns is not None or counts is not None or ballots:
        calls[-1].places.add(place)
        calls[-1].page = page if calls[-1].page is None else calls[-1].page


def _is_head(counts: Counts, call: RollCall, *, is_sum: bool) -> bool:
    """Tell whether counts after ballots are the head of another list, not the foot of this one."""
    if counts.yes is None and counts.no is None:
        return False
    if call.printed.yes is not None and call.printed.no is not None:
        return True
    listed = counted(call.ballots)
    return not is_sum and (counts.yes not in {None, listed.yes} or counts.no not in {None, listed.no})


def _printed(line: str, columns: Columns | None) -> Counts | None:
    """Return the counts of a line that is the head or the foot of a list, None for any other."""
    words = line.strip(" |*")
    if columns is not None and _SUM.match(words):
        values = {
            choice: int(cell)
            for choice, cell in zip(columns.choices, cells_of(line), strict=False)
            if choice is not None and cell.isdecimal() and len(cell) <= len("999")
        }
        return _counts(values) if {Choice.YES, Choice.NO} <= set(values) else None
    is_counts = len(words) <= _LONGEST_LINE and any(char.isdecimal() for char in words)
    if not is_counts or _COUNT_WORDS.sub("", words):
        return None
    counts = read_counts(words)
    return None if counts == Counts() else counts


def _counts(values: dict[Choice, int]) -> Counts:
    return Counts(
        values.get(Choice.YES), values.get(Choice.NO), values.get(Choice.ABSTAINED), values.get(Choice.ABSENT)
    )
