"""Which words of a text are words of a question: the one rule that marks and explains them.

Numbers and words of up to three letters must be equal. Longer ones may differ in ending, or be part of a
compound; a stem of four letters, which much begins with, must begin the word. å, ä and ö are letters
of their own. A misspelled word counts as what it was read as.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NewType

from qa.question.spelling import Correction
from qa.reasons import MatchKind, WordMatch
from qa.stopwords import STOP_WORDS
from qa.vocabulary import SHORTEST_STEM, WORD, are_forms_of_one, stem, words_of


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word as asked and as read; ``stem`` is empty where nothing but the word itself will do."""

    asked: str
    word: str
    stem: str

    @property
    def held(self) -> str:
        """What every word that matches holds."""
        return self.stem or self.word


WordLines = NewType("WordLines", str)
"""The words of a text in lower case, each once and between two line ends."""


def lines_of_words(text: str) -> WordLines:
    """Return the words of a text as lines."""
    return WordLines("\n".join(("", *dict.fromkeys(words_of(text)), "")))


class WordMatcher:
    """Finds the words of one question in texts; to be used by one thread."""

    def __init__(self, question: str, corrections: Sequence[Correction] = ()) -> None:
        read = {correction.said.lower(): correction.read_as for correction in corrections}
        asked = dict.fromkeys(word for word in words_of(question) if word not in STOP_WORDS)
        self._asked = [_asked(word, read.get(word, word)) for word in asked]
        self._known: dict[str, WordMatch | None] = {}

    def match(self, word: str) -> WordMatch | None:
        """Return how a lower-case word of a text matches, the nearest kind of match first."""
        if word not in self._known:
            self._known[word] = self._best(word)
        return self._known[word]

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], WordMatch]]:
        """Yield the words of a text that match, with their place in it."""
        for place in WORD.finditer(text):
            match = self.match(place[0].lower())
            if match:
                yield place, match

    def words_in(self, lines: WordLines) -> list[WordMatch]:
        """Return the words that match, each once, in the order of the text.

        Args:
            lines: the words of the text, as ``lines_of_words`` gives them. Only the lines that hold
                what a match must hold are looked at, since there are many for each question.
        """
        places = set()
        for asked in self._asked:
            at = lines.find(asked.held)
            while at >= 0:
                end = lines.index("\n", at)
                places.add((lines.rindex("\n", 0, at) + 1, end))
                at = lines.find(asked.held, end)
        found = (self.match(lines[start:end]) for start, end in sorted(places))
        return [match for match in found if match]

    def _best(self, word: str) -> WordMatch | None:
        found = [(asked, kind) for asked in self._asked if (kind := _kind(asked, word))]
        if not found:
            return None
        asked, kind = min(found, key=lambda pair: _NEAREST.index(pair[1]))
        return WordMatch(asked.asked, word, kind if asked.asked == asked.word else MatchKind.CORRECTED)


_NEAREST = (MatchKind.EXACT, MatchKind.INFLECTED, MatchKind.COMPOUND)


def _asked(asked: str, word: str) -> _Asked:
    return _Asked(asked, word, stem(word) if len(word) >= SHORTEST_STEM and word.isalpha() else "")


def _kind(asked: _Asked, word: str) -> MatchKind | None:
    if word == asked.word:
        return MatchKind.EXACT
    if not asked.stem or asked.stem not in word:
        return None
    if are_forms_of_one(asked.word, word):
        return MatchKind.INFLECTED
    if len(asked.stem) > SHORTEST_STEM or word.startswith(asked.stem):
        return MatchKind.COMPOUND
    return None
