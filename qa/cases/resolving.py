"""Which item of the index the words of another item mean; never guessed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.bodies import names_body
from qa.case_numbers import case_key
from qa.cases.mentions import ItemMention
from qa.cases.named_body import kind_alone
from qa.types import AgendaItem, Meeting

_LONGEST_MEETING = 7
"""Days; a longer one is a slip of the minutes, and its days are not walked."""


@dataclass(frozen=True, slots=True)
class Located:
    """An agenda item and its meeting."""

    meeting: Meeting
    item: AgendaItem


class Directory:
    """Finds items by body, day and number.

    Items with the number on that day (or in that year) are candidates. The body as the text names it must
    be that of the candidate. Where the text names none, the minutes mean their own body; an item of
    another, or of a body named by its kind alone ("nämnden"), counts only if it shares a case number or
    the title with the item that speaks. Of several candidates none is taken, unless one alone shares them.
    """

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._by_day: dict[tuple[date, str], list[Located]] = defaultdict(list)
        self._by_year: dict[tuple[int, str], list[Located]] = defaultdict(list)
        for meeting in meetings:
            days = tuple(_days_of(meeting))
            for item in meeting.items:
                number = _number_key(item.number)
                located = Located(meeting, item)
                for day in days:
                    self._by_day[day, number].append(located)
                    self._by_day[day, ""].append(located)
                if days and number:
                    self._by_year[days[0].year, number].append(located)

    def resolve(self, speaker: Located, mention: ItemMention) -> Located | None:
        """Return the item that is meant, None where the index does not have it or there may be several."""
        others = [
            candidate
            for candidate in self._candidates(speaker, mention)
            if candidate.item.id != speaker.item.id
            and _same_place(speaker.meeting.body, candidate.meeting.body)
        ]
        of_body = [
            candidate for candidate in others if _is_of_body(speaker.meeting, mention, candidate.meeting)
        ]
        pool = of_body or [each for each in others if _may_be_of_body(mention, each.meeting)]
        related = [candidate for candidate in pool if _is_related(speaker.item, candidate.item)]
        # a day alone is not enough to tell an item, even where only one is left
        return _only(of_body if mention.number else ()) or _only(related)

    def _candidates(self, speaker: Located, mention: ItemMention) -> Sequence[Located]:
        number = _number_key(mention.number)
        if mention.day is not None:
            return self._by_day.get((mention.day, number), ())
        if mention.year is not None:
            return self._by_year.get((mention.year, number), ())
        return [
            Located(speaker.meeting, item)
            for item in speaker.meeting.items
            if _number_key(item.number) == number
        ]


def _is_of_body(own: Meeting, mention: ItemMention, candidate: Meeting) -> bool:
    """Say whether a meeting is of the body that is named, or of the speaker's own where that is meant."""
    kind = kind_alone(mention.body)
    if not mention.body or kind:
        return bool(own.body) and own.body == candidate.body and kind in own.body.casefold()
    return names_body(mention.body, candidate.body)


def _may_be_of_body(mention: ItemMention, candidate: Meeting) -> bool:
    kind = kind_alone(mention.body)
    return (not mention.body or bool(kind)) and kind in candidate.body.casefold()


def _is_related(one: AgendaItem, other: AgendaItem) -> bool:
    shared = {case_key(number) for number in one.case_numbers} & {
        case_key(number) for number in other.case_numbers
    }
    return bool(shared) or (bool(one.title) and one.title.casefold() == other.title.casefold())


def _same_place(one: str, other: str) -> bool:
    """Say whether two bodies may be of one authority: "... i Sundköping" and "... i Skärvik" are not."""
    places = {body.casefold().partition(" i ")[2] for body in (one, other)} - {""}
    return len(places) <= 1


def _only(candidates: Sequence[Located]) -> Located | None:
    return candidates[0] if len(candidates) == 1 else None


def _days_of(meeting: Meeting) -> Iterator[date]:
    if meeting.start_date is None:
        return
    last = meeting.end_date or meeting.start_date
    yield meeting.start_date
    for day in range(1, min((last - meeting.start_date).days + 1, _LONGEST_MEETING)):
        yield meeting.start_date + timedelta(days=day)


def _number_key(number: str) -> str:
    """Return "§ 105" and "105" alike, "§ 12 a" as "12a"."""
    return "".join(number.replace("§", "").split()).casefold()
