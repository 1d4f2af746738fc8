"""The journey of a case: its agenda items through the meetings, and those that refer to each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.case_numbers import CaseNumbers, case_key, nearest_case_numbers
from qa.cases.mentions import Place, Tie, case_mentions, item_mentions
from qa.cases.resolving import Directory, Located
from qa.citation import cite
from qa.errors import NotFoundError, UsageError
from qa.types import AgendaItem, Citation, Meeting, Role

_HOW_TO_WRITE = "Skriv det som det står i protokollet, till exempel RS-2023-00123."


class Belonging(StrEnum):
    """Why an item is part of a case. The values are shown to users."""

    HAS_NUMBER = "diarienummer"
    """It carries the case number."""
    REFERRED_TO = "hänvisad"
    """An item of the case refers to it."""
    REFERS = "hänvisar"
    """It refers to an item of the case, or names the case number in its text."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an item says of another item, or of a case.

    ``text`` is verbatim, of ``place``, and ``body`` the body that the minutes name beside it, empty where
    they name none. ``item_id`` is the item that is meant; None where the index does
    not have it, where it cannot be told from others, and where ``case_number`` (as printed on the items
    of that case) is what is named.
    """

    tie: Tie
    text: str
    place: Place
    item_id: str | None = None
    case_number: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An agenda item on the journey of a case.

    ``references`` are what it says of others: all of it for an item that carries the number, else what
    leads into the case. ``referred_by`` are the ids of the items of the case that speak of it, oldest first.
    """

    meeting: Meeting
    item: AgendaItem
    citation: Citation
    belonging: Belonging
    references: tuple[Reference, ...]
    referred_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its number as printed, the title it last had, and its steps, oldest first.

    ``related_numbers`` are those of other cases that its items carry too or name.
    """

    number: str
    title: str
    steps: tuple[Step, ...]
    related_numbers: tuple[str, ...]


class CaseBook:
    """All cases of the minutes and what the items say of each other; made once for an index generation."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        """Read all references.

        Args:
            meetings: in order of time, as the index has them.
        """
        everything = [Located(meeting, item) for meeting in meetings for item in meeting.items]
        self._places = {each.item.id: place for place, each in enumerate(everything)}
        self._items = everything
        self._members: dict[str, list[str]] = defaultdict(list)
        for each in everything:
            for number in each.item.case_numbers:
                key = case_key(number)
                if each.item.id not in self._members[key]:
                    self._members[key].append(each.item.id)
        # as the newest item has them
        self._numbers = CaseNumbers(number for each in everything for number in each.item.case_numbers)
        self._references = _read_references(everything, Directory(meetings), self._numbers)
        self._speakers: dict[str, list[str]] = defaultdict(list)
        self._namers: dict[str, list[str]] = defaultdict(list)
        for item_id, references in self._references.items():
            for reference in references:
                if reference.item_id:
                    self._speakers[reference.item_id].append(item_id)
                elif reference.case_number:
                    self._namers[case_key(reference.case_number)].append(item_id)

    def journey(self, case_number: str) -> Case:
        """Return a case.

        Its items are those that carry the number, and those of the same matter without a number: chains of
        "bordlagt" and "återremitterat" are followed to their ends. Of other references only one
        step is taken, since an item that speaks of many (a list of assignments, say) would draw in what has
        nothing to do with the case; for the same reason a chain stops at an item that carries another number.

        Args:
            case_number: however it is typed; see ``CaseNumbers.find``.

        Raises:
            UsageError: it has no letters and digits.
            NotFoundError: no item carries the number; names those that are nearest.
        """
        if not case_key(case_number):
            raise UsageError(_no_number(case_number))
        printed = self._numbers.find(case_number)
        if printed is None:
            raise NotFoundError(self._not_found(case_number))
        key = case_key(printed)
        core = self._same_matter(key)
        steps = dict.fromkeys(self._members[key], Belonging.HAS_NUMBER)
        for item_id in core:
            for reference in self._references.get(item_id, ()):
                if reference.item_id:
                    steps.setdefault(reference.item_id, Belonging.REFERRED_TO)
        for speaker in (*self._namers.get(key, ()), *self._speakers_of(core)):
            steps.setdefault(speaker, Belonging.REFERS)
        members = self._members[key]
        return Case(
            number=printed,
            title=self._located(max(members, key=self._places.__getitem__)).item.title,
            steps=tuple(
                self._step(item_id, steps[item_id], key, steps)
                for item_id in sorted(steps, key=self._places.__getitem__)
            ),
            related_numbers=self._related_numbers(key, members),
        )

    def _same_matter(self, key: str) -> tuple[str, ...]:
        """Return the items that are this matter: those with the number, and what they were put off from."""
        core = dict.fromkeys(self._members[key])
        unread = list(core)
        while unread:
            item_id = unread.pop()
            for other in (*self._put_off_from(item_id), *self._speakers_putting_off(item_id)):
                if other not in core and self._may_be(other, key):
                    core[other] = None
                    unread.append(other)
        return tuple(core)

    def _put_off_from(self, item_id: str) -> Iterator[str]:
        for reference in self._references.get(item_id, ()):
            if reference.item_id and reference.tie is not Tie.MENTIONED:
                yield reference.item_id

    def _speakers_putting_off(self, item_id: str) -> Iterator[str]:
        for speaker in self._speakers.get(item_id, ()):
            if item_id in self._put_off_from(speaker):
                yield speaker

    def _may_be(self, item_id: str, key: str) -> bool:
        """Say whether an item may be of the case: it carries no number, or this one."""
        keys = {case_key(number) for number in self._located(item_id).item.case_numbers}
        return not keys or key in keys

    def _speakers_of(self, item_ids: Iterable[str]) -> Iterator[str]:
        for item_id in item_ids:
            yield from self._speakers.get(item_id, ())

    def _step(self, item_id: str, belonging: Belonging, key: str, in_case: Mapping[str, Belonging]) -> Step:
        located = self._located(item_id)
        references = self._references.get(item_id, ())
        if belonging is not Belonging.HAS_NUMBER:
            references = tuple(
                each for each in references if each.item_id in in_case or case_key(each.case_number) == key
            )
        pages = located.item.pages
        return Step(
            meeting=located.meeting,
            item=located.item,
            citation=cite(located.meeting, located.item, Role.TEXT, pages[0] if pages else None),
            belonging=belonging,
            references=references,
            referred_by=tuple(each for each in self._speakers.get(item_id, ()) if each in in_case),
        )

    def _related_numbers(self, key: str, members: Iterable[str]) -> tuple[str, ...]:
        numbers: dict[str, None] = {}
        for item_id in members:
            named = (each.case_number for each in self._references.get(item_id, ()) if each.case_number)
            for number in (*self._located(item_id).item.case_numbers, *named):
                printed = self._numbers.find(number)
                if printed is not None and case_key(printed) != key:
                    numbers[printed] = None
        return tuple(numbers)

    def _located(self, item_id: str) -> Located:
        return self._items[self._places[item_id]]

    def _not_found(self, case_number: str) -> str:
        message = f"Det finns inget ärende med diarienumret ”{case_number}” i indexet."
        nearest = nearest_case_numbers(case_number, self._numbers)
        if nearest:
            return f"{message} Närmast är: {', '.join(nearest)}."
        return f"{message} {_HOW_TO_WRITE}"


def _no_number(text: str) -> str:
    stripped = text.strip()
    return f"{f'”{stripped}” är inget diarienummer' if stripped else 'Diarienumret är tomt'}. {_HOW_TO_WRITE}"


def _read_references(
    items: Sequence[Located], directory: Directory, numbers: CaseNumbers
) -> dict[str, tuple[Reference, ...]]:
    """Return what each item says of others, by its id; items that say nothing are left out.

    Args:
        items: all items.
        directory: finds the item that is meant.
        numbers: those of all cases.
    """
    found = {}
    for speaker in items:
        references = (*_to_items(speaker, directory), *_to_cases(speaker.item, numbers))
        if references:
            order = sorted(
                references, key=lambda each: (each.place.section, each.place.paragraph, each.place.start)
            )
            found[speaker.item.id] = tuple(order)
    return found


def _to_items(speaker: Located, directory: Directory) -> Iterator[Reference]:
    for mention in item_mentions(speaker.item):
        meant = directory.resolve(speaker, mention)
        if meant is not None or mention.number:
            item_id = meant.item.id if meant else None
            yield Reference(mention.tie, mention.text, mention.place, item_id, body=mention.body)


def _to_cases(item: AgendaItem, numbers: CaseNumbers) -> Iterator[Reference]:
    own = {case_key(number) for number in item.case_numbers}
    for mention in case_mentions(item):
        printed = numbers.find(mention.text)
        if printed is not None and case_key(printed) not in own:
            yield Reference(Tie.MENTIONED, mention.text, mention.place, case_number=printed)
