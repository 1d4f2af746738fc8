"""Which content words each passage has, and in which passages a word's sense is looked at."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.content_words import ContentWord, content_words

EXAMPLES = 6
"""Passages in which a word's sense is looked at. Measured: 4, 6, 8 and all do equally well, 1 does worse."""


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The content words of a corpus, and the passages that have them.

    ``vocabulary`` is sorted. ``rows`` and ``words`` (int32 [places]) are passage and word of each
    place, a word once a passage; rows ascend, and so do the words of a row.
    """

    vocabulary: tuple[str, ...]
    rows: NDArray[np.int32]
    words: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Example:
    """A word where it first stands in the text of the passage in ``row``."""

    row: int
    word: ContentWord


@dataclass(frozen=True, slots=True)
class FirstWords:
    """For each passage with text that can be embedded, by its row: its words where they first stand."""

    of_row: Mapping[int, Mapping[str, ContentWord]]

    @classmethod
    def of_texts(cls, texts: Mapping[int, str]) -> "FirstWords":
        """Find the words of the texts, which are given by row."""
        return cls({row: dict(_first_words(text)) for row, text in texts.items()})

    def places(self) -> WordPlaces:
        """Return all words and their passages."""
        vocabulary = tuple(sorted({word for words in self.of_row.values() for word in words}))
        number = {word: place for place, word in enumerate(vocabulary)}
        places = [(row, number[word]) for row in sorted(self.of_row) for word in sorted(self.of_row[row])]
        rows, words = np.array(places, dtype=np.int32).reshape(-1, 2).T.copy()
        return WordPlaces(vocabulary, rows, words)

    def examples(self, digests: Mapping[int, bytes]) -> list[Example]:
        """Choose in which passages each word's sense is looked at: the ``EXAMPLES`` of the least digest.

        So the choice is as good as random, and the same in whatever order and in however many steps
        the passages came. Of passages with the same digest, as those of the same text, the first counts.

        Args:
            digests: of the text of each row.

        Returns:
            Examples by word and digest.
        """
        having: dict[str, list[tuple[bytes, int]]] = defaultdict(list)
        row_of = {digests[row]: row for row in sorted(self.of_row, reverse=True)}
        for digest, row in row_of.items():
            for word in self.of_row[row]:
                having[word].append((digest, row))
        return [
            Example(row, self.of_row[row][word])
            for word in sorted(having)
            for _, row in heapq.nsmallest(EXAMPLES, having[word])
        ]


def _first_words(text: str) -> Iterator[tuple[str, ContentWord]]:
    """Yield the words of a text, last first, so that a mapping keeps where each first stands."""
    for word in reversed(content_words(text)):
        yield word.word, word


def numbers_of(words: Sequence[str], vocabulary: Sequence[str]) -> NDArray[np.int32]:
    """Return the place of each word in the vocabulary, which has them all; int32 [words]."""
    number = {word: place for place, word in enumerate(vocabulary)}
    return np.array([number[word] for word in words], dtype=np.int32)
