"""What somebody may be about to ask: titles, case numbers and recurring topics of the minutes.

Made once for an index generation, from the minutes alone; no question is ever kept.
"""

import heapq
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from qa.stopwords import STOP_WORDS
from qa.text import fold, normalise
from qa.types import AgendaItem, Meeting

SHORTEST_QUERY = 2
"""Characters; one letter begins too much to be of help."""
MEETINGS_OF_A_TOPIC = 3
"""A word or pair of words is a topic once the titles of so many meetings hold it."""

MOST_TOPICS = 3
"""Topics in one reply, so that they leave room for titles and case numbers."""

_SHORTEST_TOPIC_WORD = 5
_COMMONEST = 0.5
"""Words in the titles of a greater share of the meetings are routine, not topics."""
_FEW_MEETINGS = 8
"""Among fewer meetings no share says what is routine."""
_ROUTINE = frozenset(
    """
    angående anmälan avseende begäran beslut besvarande behandling delegationsbeslut enligt extra
    förslag föregående förslaget gällande information justering justerare mötet mötets möten nästa
    fortsatt kommun kommunens kommuns läget mars ordförande ordföranden protokoll protokollet punkt
    punkten rapport redovisning region regionens rörande samtliga sammanträde sammanträdet samt stad
    staden stadens stads svar utifrån yttrande ärende ärenden ärendet öppnande övriga övrigt
    """.split()
)
_NO_NOUN = re.compile(r"(?:ade|ande|era|erade?|sam|samma|l?iga?|iska?|.{4}ala?|.{3}ella?)$")
"""Endings of adjectives, participles and infinitives: such words name no topic by themselves."""
_WORD = re.compile(r"\w+")
_AFTER_ALL = "\U0010ffff"
_LETTERS_FIRST = re.compile(r"^[^\W\d_]+")


class SuggestionKind(StrEnum):
    """What a suggestion names."""

    TITLE = "title"
    CASE_NUMBER = "case_number"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to ask, as the minutes print it."""

    text: str
    kind: SuggestionKind


@dataclass(frozen=True, slots=True)
class _Entry:
    suggestion: Suggestion
    newest: date
    keys: tuple[str, ...]


class Suggester:
    """Finds what begins as somebody has begun to type.

    Every word typed must begin a word of a title or topic; a case number must begin as typed, its
    letters or its digits, whatever stands between them. Matches with å, ä and ö as typed come
    before those without regard to them; then what begins with the whole text; then the newest.
    """

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        dated = [(item, meeting) for meeting in meetings for item in meeting.items]
        titles = _titles(dated)
        taken = {_spaced(entry.suggestion.text) for entry in titles}
        names = {name for meeting in meetings for name in _names_of(meeting)}
        topics = [entry for entry in _topics(dated, names) if _spaced(entry.suggestion.text) not in taken]
        entries = [*topics, *titles, *_case_numbers(dated)]
        entries.sort(key=lambda entry: entry.newest, reverse=True)
        self._suggestions = [entry.suggestion for entry in entries]
        self._topics = {
            row for row, each in enumerate(self._suggestions) if each.kind is SuggestionKind.TOPIC
        }
        self._starts = [_spaced(entry.suggestion.text) for entry in entries]
        self._exact = _Prefixes((entry.keys for entry in entries), str)
        self._folded = _Prefixes((entry.keys for entry in entries), fold)

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return at most ``limit`` suggestions for what is typed so far, the likeliest first."""
        typed = normalise(typed).casefold().strip()
        if len(typed) < SHORTEST_QUERY:
            return ()
        whole = _spaced(typed)
        queries = [_WORD.findall(typed), [_letters_and_digits(typed)]]
        exact = set().union(*(self._exact.rows(words) for words in queries))
        found = self._best(exact, whole, limit)
        if len(found) < limit:
            folded = set().union(*(self._folded.rows([fold(word) for word in words]) for words in queries))
            found += self._best(folded - exact, whole, limit - len(found))
        return tuple(self._suggestions[row] for row in found)

    def _best(self, rows: set[int], whole: str, limit: int) -> list[int]:
        def place(row: int) -> tuple[bool, int]:
            return not self._starts[row].startswith(whole), row

        topics = heapq.nsmallest(MOST_TOPICS, rows & self._topics, key=place)
        return heapq.nsmallest(limit, [*topics, *(rows - self._topics)], key=place)


class _Prefixes:
    """Which rows hold a key that begins with a given text."""

    def __init__(self, keys_of_rows: Iterable[Sequence[str]], change: Callable[[str], str]) -> None:
        rows: dict[str, list[int]] = defaultdict(list)
        for row, keys in enumerate(keys_of_rows):
            for key in {change(key) for key in keys}:
                rows[key].append(row)
        self._keys = sorted(rows)
        self._rows = [rows[key] for key in self._keys]

    def rows(self, starts: Sequence[str]) -> set[int]:
        """Return the rows with a key for each of ``starts``; none for no starts."""
        found: set[int] | None = None
        for start in sorted(starts, key=len, reverse=True):
            first, end = (bisect_left(self._keys, text) for text in (start, start + _AFTER_ALL))
            rows = {row for place in range(first, end) for row in self._rows[place]} if start else set()
            found = rows if found is None else found & rows
        return found or set()


def _titles(dated: Sequence[tuple[AgendaItem, Meeting]]) -> list[_Entry]:
    """Return one entry for titles that differ in case alone, printed as the newest has it."""
    newest: dict[str, tuple[date, str]] = {}
    for item, meeting in dated:
        title = " ".join(item.title.split())
        key = _spaced(title)
        if key and (key not in newest or newest[key][0] < _day(meeting)):
            newest[key] = (_day(meeting), title)
    return [
        _Entry(Suggestion(title, SuggestionKind.TITLE), day, tuple(key.split()))
        for key, (day, title) in newest.items()
    ]


def _case_numbers(dated: Sequence[tuple[AgendaItem, Meeting]]) -> list[_Entry]:
    newest: dict[str, date] = {}
    for item, meeting in dated:
        for number in item.case_numbers:
            newest[number] = max(newest.get(number, date.min), _day(meeting))
    entries = []
    for number, day in newest.items():
        key = _letters_and_digits(number.casefold())
        keys = (key, _LETTERS_FIRST.sub("", key))
        entries.append(_Entry(Suggestion(number, SuggestionKind.CASE_NUMBER), day, keys))
    return entries


def _topics(dated: Sequence[tuple[AgendaItem, Meeting]], names: Set[str]) -> list[_Entry]:
    """Return the words and pairs of words that recur in titles, names of those present left out."""
    meetings: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    newest: dict[str, date] = {}
    for item, meeting in dated:
        for form in _candidates(item.title, names):
            key = form.casefold()
            meetings[key].add(meeting.id)
            forms[key][form] += 1
            newest[key] = max(newest.get(key, date.min), _day(meeting))
    count = len({meeting.id for _, meeting in dated})
    most = count if count < _FEW_MEETINGS else count * _COMMONEST
    topics = {key: len(ids) for key, ids in meetings.items() if MEETINGS_OF_A_TOPIC <= len(ids) <= most}
    # a word that never comes without its neighbour says less than the pair
    pairs = [key for key in topics if " " in key]
    halves = {half for pair in pairs for half in pair.split() if topics.get(half) == topics[pair]}
    return [
        _Entry(Suggestion(_printed(forms[key]), SuggestionKind.TOPIC), newest[key], tuple(key.split()))
        for key in topics
        if key not in halves
    ]


def _names_of(meeting: Meeting) -> Iterator[str]:
    """Yield the parts of the names of those present and absent, in lower case."""
    for person in (*meeting.attendees, *meeting.absent):
        yield from _WORD.findall(person.name.casefold())


def _candidates(title: str, names: Set[str]) -> Iterator[str]:
    words = _WORD.findall(title)
    for word in words:
        if len(word) >= _SHORTEST_TOPIC_WORD and _is_telling(word, names) and _may_be_noun(word):
            yield word
    for first, second in pairwise(words):
        are_telling = _is_telling(first, names) and _is_telling(second, names)
        if are_telling and _may_be_noun(second) and f"{first} {second}" in title:
            yield f"{first} {second}"


def _is_telling(word: str, names: Set[str]) -> bool:
    plain = word.casefold()
    return (
        word.isalpha()
        and len(word) > 1
        and not any(plain in words for words in (STOP_WORDS, _ROUTINE, names))
    )


def _may_be_noun(word: str) -> bool:
    return not _NO_NOUN.search(word.casefold())


def _printed(forms: Counter[str]) -> str:
    """Return a topic as it is mostly printed, in lower case where it ever is: titles begin with a capital."""
    lower = next((form for form in sorted(forms) if form.islower()), None)
    return lower or max(sorted(forms), key=forms.__getitem__)


def _day(meeting: Meeting) -> date:
    return meeting.start_date or date.min


def _spaced(text: str) -> str:
    """Return the words of a text in lower case with one space between them."""
    return " ".join(_WORD.findall(text.casefold()))


def _letters_and_digits(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
