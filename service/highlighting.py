"""The words of a question, found again in a passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.stopwords import STOP_WORDS
from service.marking import Stretch

_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(
    r"([^\W\d_]{4,}?)"
    r"(?:arnas?|ernas?|ornas?|andet?|ades?|ats|[aeo]rs|[ae]n|[ae]ns|ets?|[aeo]r|na|as|[aens])"
)
"""The shortest stem of at least four letters that leaves a Swedish ending; the search box marks alike."""
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text cut at the words of the question, and these words as the text has them, in lower case."""

    stretches: tuple[Stretch, ...]
    found: tuple[str, ...]


class Highlighter:
    """Marks the words of one question in texts.

    Numbers and words of up to three letters must be equal; longer ones may differ in ending or be
    part of a compound. å, ä and ö are letters of their own.
    """

    def __init__(self, question: str) -> None:
        words = set(_WORD.findall(question.lower())) - STOP_WORDS
        self._exact = {word for word in words if len(word) < _SHORTEST_STEM or not word.isalpha()}
        self._stems = [_stem(word) for word in words - self._exact]

    def mark(self, text: str) -> Highlighted:
        """Return the text with the words marked."""
        found = dict.fromkeys(match[0].lower() for match in self._matches(text))
        return Highlighted(tuple(self._cut(text)), tuple(found))

    def _cut(self, text: str) -> Iterator[Stretch]:
        position = 0
        for match in self._matches(text):
            if position < match.start():
                yield Stretch(text[position : match.start()], is_marked=False)
            yield Stretch(match[0], is_marked=True)
            position = match.end()
        if position < len(text):
            yield Stretch(text[position:], is_marked=False)

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        return (match for match in _WORD.finditer(text) if self._is_wanted(match[0].lower()))

    def _is_wanted(self, word: str) -> bool:
        return word in self._exact or any(
            stem in word if len(stem) > _SHORTEST_STEM else word.startswith(stem) for stem in self._stems
        )


def _stem(word: str) -> str:
    match = _STEM.fullmatch(word)
    return match[1] if match else word
