"""The words of a text that carry its matter: not numbers, not stop words."""

import re
from dataclasses import dataclass

from qa.stopwords import STOP_WORDS

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word in lower case, and the characters where it stands: ``text[start:end]``."""

    word: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """First character, and the one after the last."""
        return self.start, self.end


def content_words(text: str) -> list[ContentWord]:
    """Return the content words of NFC text in order, with repetitions.

    What holds a digit is left out: a year is near every other year in meaning, and only the same
    one is meant.
    """
    found = ((match[0].lower(), match) for match in _WORD.finditer(text))
    return [
        ContentWord(word, match.start(), match.end())
        for word, match in found
        if word.isalpha() and word not in STOP_WORDS
    ]
