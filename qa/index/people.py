"""The people whom the minutes of an index name, and which passages name them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from qa.index.selection import Mask
from qa.types import Meeting, Passage

_CAPITALISED = r"[A-ZÅÄÖÉÜ][\w’'-]+"
_WITH_PARTY = re.compile(
    rf"({_CAPITALISED}(?: (?:[a-z]{{2,3}} )?{_CAPITALISED}){{1,2}}) \(([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{0,3}})\)"
)
"""Name and party as minutes print them: ``Anna Ek (S)``."""
_PARTY_SAID = re.compile(r"\s*\(([A-ZÅÄÖa-zåäö]{1,4})\)")
_WORD = re.compile(r"[\w’'-]+")
_LONGEST_NAME = 4
_FEWEST_OF_PARTY = 3
"""Names that stand before a party; behind fewer may stand what abbreviates them: ``Råd Sund (RS)``."""
_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody by name, as the minutes print it, and party where the question says it, else empty."""

    name: str
    party: str = ""


class People:
    """Everybody in the attendance lists and all printed with a party; safe to share between threads."""

    def __init__(self, meetings: Sequence[Meeting], passages: Sequence[Passage]) -> None:
        self._texts = [passage.text for passage in passages]
        self._printed: dict[str, str] = {}
        self._of_party: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for meeting in meetings:
            for person in (*meeting.attendees, *meeting.absent):
                self._add(person.name, person.party)
        for name, party in _with_party(self._texts):
            self._add(name, party)
        self.rows_of = lru_cache(_REMEMBERED)(self._rows_of)

    def named_in(self, question: str) -> tuple[NamedPerson, ...]:
        """Return the people whom a question names in full, or by last name and party if that is but one.

        Case does not matter, and a name may stand in the genitive.
        """
        return tuple(dict.fromkeys(self._find(question)))

    def _find(self, question: str) -> Iterator[NamedPerson]:
        words = list(_WORD.finditer(question))
        place = 0
        while place < len(words):
            length, person = self._person_at(question, words[place : place + _LONGEST_NAME])
            if person:
                yield person
            place += length

    def _person_at(self, question: str, words: Sequence[re.Match[str]]) -> tuple[int, NamedPerson | None]:
        """Return the person whose name begins with the first of these words, and how many words it has."""
        for length in range(len(words), 0, -1):
            said = question[words[0].start() : words[length - 1].end()].casefold()
            party = _PARTY_SAID.match(question, words[length - 1].end())
            for name in (said, said.removesuffix("s")):
                printed = self._known(name, party[1].casefold() if party else "")
                if printed:
                    return length, NamedPerson(printed, party[1].upper() if party else "")
        return 1, None

    def _known(self, name: str, party: str) -> str | None:
        if " " in name:
            return self._printed.get(name)
        bearers = self._of_party.get((name, party), set()) if party else set()
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _rows_of(self, name: str) -> Mask:
        """Return which rows name a person in full, as printed: bool of shape [n]."""
        rows: Mask = np.fromiter((name in text for text in self._texts), np.bool_, len(self._texts))
        return rows

    def _add(self, name: str, party: str) -> None:
        words = name.split()
        if len(words) > 1:
            self._printed.setdefault(" ".join(words).casefold(), name)
            if party:
                self._of_party[words[-1].casefold(), party.casefold()].add(name)


def _with_party(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return names with the party behind them, as often as they are printed."""
    found = [pair for text in texts for pair in _WITH_PARTY.findall(text)]
    names: defaultdict[str, set[str]] = defaultdict(set)
    for name, party in found:
        names[party].add(name)
    return (pair for pair in found if len(names[pair[1]]) >= _FEWEST_OF_PARTY)
