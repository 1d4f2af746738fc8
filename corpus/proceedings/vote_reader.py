"""The sections of an item read in order, vote by vote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.proceedings.ballot_rows import choice_of
from corpus.proceedings.counts import Counts, read_counts
from corpus.proceedings.meanings import Meaning, meaning_of_two, meanings_in
from corpus.proceedings.members import Roster, listed_members, members_in
from corpus.proceedings.roll_calls import RollCall, roll_calls
from corpus.proceedings.statements import Statement, lines_of, statements_of
from qa.proceedings import Ballot, Choice, Member
from qa.types import Paragraph, Section

_ANSWERS = re.compile(
    r"\bröst(?:ar|ade)\s+[\"”“]?(?P<side>ja|nej)\b|\b(?P<abstains>avst(?:år|od))\b"
    r"|\b(?:är|var)\s+(?P<absent>frånvarande)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|(?<=[.;)\s]))(?:följande(?: ledamöter)? )?(?:röstar |röstade )?"
    r"(?P<side>ja|nej|avstår|avstod|avstående|frånvarande)(?:-?\s?röst(?:er|ar|ade)?)?"
    r"(?:\s*\(?\d{1,3}(?:\s*(?:st|röster))?\)?)?\s*(?::|(?:avges|avgavs|lämnas|lämnades)\s+av:?)\s*"
    r"(?=(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"\b(?:den|de|var och en) som\b|\bhur (?:var och en|ledamöterna)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"\bbilaga\s+(?:nr\s+)?(?P<label>\w{1,3})\b", re.IGNORECASE)
_BY_MINORITY = re.compile(r"minoritets(?:återremi|bordlägg)", re.IGNORECASE)


@dataclass(slots=True)
class VoteDraft:
    """A vote while it is read.

    ``counts`` are those of the text, ``printed`` those of the list; ``labels`` are the attachments the text
    refers to; ``told`` are the sentences that tell the result.
    """

    meaning: Meaning = field(default_factory=lambda: Meaning("", "", 0, 0))
    counts: Counts = field(default_factory=Counts)
    ballots: list[Ballot] = field(default_factory=list)
    printed: Counts = field(default_factory=Counts)
    labels: list[str] = field(default_factory=list)
    told: list[Statement] = field(default_factory=list)
    page: int | None = None
    by_minority: bool = False

    @property
    def has_result(self) -> bool:
        """Whether it is known how the vote went."""
        return self.counts.is_result or bool(self.ballots) or self.printed.is_result

    @property
    def has_both_sides(self) -> bool:
        """Whether somebody is known to have voted yes, and somebody no."""
        return {Choice.YES, Choice.NO} <= {ballot.choice for ballot in self.ballots}

    @property
    def text(self) -> str:
        """The sentences that tell the result; of each paragraph one stretch."""
        stretches: list[Statement] = []
        for statement in self.told:
            last = stretches[-1] if stretches else None
            if last is not None and last.paragraph is statement.paragraph:
                stretches[-1] = Statement(last.paragraph, last.place, last.start, statement.end)
            else:
                stretches.append(statement)
        return lines_of([stretch.text for stretch in stretches])

    def tell(self, statement: Statement, counts: Counts) -> None:
        """Add a sentence that tells the result, and the counts in it."""
        self.counts = self.counts.then(counts)
        self.told.append(statement)
        self.page = statement.page if self.page is None else self.page

    def add(self, call: RollCall) -> None:
        """Add a list of votes, or only the counts printed with it."""
        self.ballots += call.ballots
        self.printed = call.printed if call.printed.is_result else self.printed
        self.page = call.page if self.page is None else self.page


class VoteReader:
    """Reads sections in order; another vote begins where the one before has what is told next."""

    def __init__(self, roster: Roster) -> None:
        """Begin with no vote; ``roster`` tells who may be named."""
        self._roster = roster
        self._drafts = [VoteDraft()]

    @property
    def votes(self) -> list[VoteDraft]:
        """The votes whose result is known."""
        return [draft for draft in self._drafts if draft.has_result]

    def read(self, section: Section) -> None:
        """Read a section; another one never goes on with a vote that has its result."""
        self._draft(is_taken=self._drafts[-1].has_result)
        calls = roll_calls(section.paragraphs, self._roster)
        listed = {place: number for number, call in enumerate(calls) for place in call.places}
        statements: dict[int, list[Statement]] = {}
        for statement in statements_of(section):
            statements.setdefault(statement.place, []).append(statement)
        added: set[int] = set()
        for place, paragraph in enumerate(section.paragraphs):
            number = listed.get(place)
            if number is None:
                self._read_paragraph(paragraph, statements.get(place, ()))
                after = section.paragraphs[place + 1 : place + 2]
                meaning = meaning_of_two(paragraph.text, after[0].text) if after else None
                if meaning is not None:
                    self._add_meaning(meaning)
            elif number not in added:
                added.add(number)
                self._draft(is_taken=bool(self._drafts[-1].ballots and calls[number].ballots)).add(
                    calls[number]
                )

    def _draft(self, *, is_taken: bool = False) -> VoteDraft:
        """Return the last vote, another one if that has already what is to be added."""
        if is_taken:
            self._drafts.append(VoteDraft())
        return self._drafts[-1]

    def _read_paragraph(self, paragraph: Paragraph, statements: Sequence[Statement]) -> None:
        meanings = list(meanings_in(paragraph.text))
        for statement in statements:
            start = statement.start
            while meanings and meanings[0].start < statement.end:
                meaning = meanings.pop(0)
                self._add_meaning(meaning)
                start = max(start, min(meaning.end, statement.end))
            self._read_statement(statement, start)

    def _add_meaning(self, meaning: Meaning) -> None:
        last = self._drafts[-1]
        self._draft(is_taken=bool(last.meaning.yes) or last.has_result).meaning = meaning

    def _read_statement(self, statement: Statement, said_from: int) -> None:
        """Read a sentence; what it says before ``said_from`` is what Ja and Nej mean, and names no voter."""
        draft = self._draft()
        draft.labels += [match["label"].lower() for match in _REFERENCE.finditer(statement.text)]
        draft.by_minority = draft.by_minority or _BY_MINORITY.search(statement.text) is not None
        answers = list(_answers_in(statement.paragraph.text[said_from : statement.end], self._roster))
        for choice, members in answers:
            answered = any(ballot.choice is choice for ballot in draft.ballots)
            draft = self._draft(is_taken=answered and draft.has_both_sides)
            draft.ballots += [Ballot(member, choice) for member in members]
        counts = read_counts(statement.text)
        if answers:
            draft.tell(statement, counts)
        elif counts.is_result:
            self._draft(is_taken=draft.counts.is_result and draft.counts != counts).tell(statement, counts)
        elif draft.counts.is_result and (counts.abstained is not None or counts.absent is not None):
            draft.tell(statement, Counts(None, None, counts.abstained, counts.absent))


def _answers_in(text: str, roster: Roster) -> Iterator[tuple[Choice, tuple[Member, ...]]]:
    """Yield who answered what, where a sentence says so by name or party."""
    labels = list(_LABEL.finditer(text))
    for place, label in enumerate(labels):
        end = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        choice = choice_of(label["side"])
        members = listed_members(text[label.end() : end], roster)
        if choice is not None and members:
            yield choice, members
    if labels or _GENERAL.search(text):
        return
    start = 0
    for match in _ANSWERS.finditer(text):
        choice = choice_of(match["side"] or match["abstains"] or match["absent"])
        members = members_in(text[start : match.start()], roster)
        start = match.end()
        if choice is not None and members:
            yield choice, members
