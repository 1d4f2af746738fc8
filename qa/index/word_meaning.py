"""How near the words of a passage are in meaning to those of a question."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from qa.errors import IndexFormatError
from qa.index.vectors import Vectors
from qa.word_pooling import unit_rows

_HALF = np.float32(0.5)
_DECIMALS = 5


@dataclass(frozen=True, slots=True)
class WordData:
    """What is stored of the words of a corpus.

    Attributes:
        size: how many words there are; they are numbered from 0, and each has a place.
        rows: the passage of each place where a word is, a word once a passage, ascending; int32 [places].
        words: the word of each place, int32 [places].
        examples: words in the sense they have in some of their passages, float16 [examples, dimension],
            of unit length or zero.
        example_rows: the passage of each example, int32 [examples].
        example_words: the word of each example, int32 [examples].
        common_word: what the words of all questions share, float32 [dimension].
    """

    size: int
    rows: NDArray[np.int32]
    words: NDArray[np.int32]
    examples: NDArray[np.float16]
    example_rows: NDArray[np.int32]
    example_words: NDArray[np.int32]
    common_word: Vectors

    def save(self, path: Path) -> None:
        """Write to a file."""
        np.savez(
            path,
            size=np.int32(self.size),
            rows=self.rows,
            words=self.words,
            examples=self.examples,
            example_rows=self.example_rows,
            example_words=self.example_words,
            common_word=self.common_word,
        )

    @classmethod
    def load(cls, path: Path, passages: int) -> Self:
        """Read the words of ``passages`` passages from a file.

        Raises:
            IndexFormatError: the file is damaged, or its parts do not fit together.
        """
        try:
            with path.open("rb") as file, np.load(file) as stored:
                data = cls(
                    size=int(stored["size"]),
                    rows=stored["rows"],
                    words=stored["words"],
                    examples=stored["examples"],
                    example_rows=stored["example_rows"],
                    example_words=stored["example_words"],
                    common_word=stored["common_word"],
                )
        except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
            raise IndexFormatError(f"{path} går inte att läsa. Bygg om indexet med: qa index MAPP") from error
        if not data._fits(passages):
            raise IndexFormatError(f"{path} är skadad. Bygg om indexet med: qa index MAPP")
        return data

    def _fits(self, passages: int) -> bool:
        return (
            len(self.rows) == len(self.words)
            and len(self.examples) == len(self.example_rows) == len(self.example_words)
            and self.examples.shape[1:] == self.common_word.shape
            and max(self.words.max(initial=-1), self.example_words.max(initial=-1)) < self.size
            and max(self.rows.max(initial=-1), self.example_rows.max(initial=-1)) < passages
        )


class WordMeaning:
    """The words of a corpus by their meaning, and the passages that have them.

    A word's vector is the mean of its examples. What all words share is taken away from it, as e5's
    vectors all lie in a narrow cone; half of that, and half of what the words of all questions
    share, is taken away from a question's.
    """

    def __init__(self, data: WordData, passages: int) -> None:
        """Take the words of ``passages`` passages."""
        self.data = data
        self._passages = passages
        means = _means(data)
        present = means[means.any(axis=1)]
        shared = present.mean(axis=0) if len(present) else np.zeros_like(data.common_word)
        self._vectors = unit_rows(np.where(means.any(axis=1, keepdims=True), means - shared, 0))
        self._question_centre = _HALF * (shared + data.common_word)
        self._places_of_word = np.bincount(data.words, minlength=data.size)
        self._starts = np.flatnonzero(np.diff(data.rows, prepend=-1))
        self._rows = data.rows[self._starts]
        lengths = np.diff(self._starts, append=len(data.rows)).astype(np.float32)
        # By chance a passage of n words has one as near as one word in n is; the root stands between
        # that and no regard to length, as b does in BM25.
        self._by_chance = np.log(np.sqrt(lengths * lengths.mean())) if len(lengths) else lengths

    def matches(self, words: Vectors) -> Vectors:
        """Return how well each passage meets each of a question's words.

        A word is met by the nearest word of the passage, and the better, the rarer it is to be met as
        nearly: by ln(places / places as near) less the ln of how many words the passage has to meet it
        with, but not below 0. For the very same word that is its idf, but for the length; for a word in
        the same sense it is what the idf of all words as near would be.

        Args:
            words: float32 [words, dimension], of unit length as the encoder gives them; one of zero
                length is met nowhere.

        Returns:
            float32 [words, passages]; 0 where not met (tables among them), and about 1 for a passage that
            alone has a word so near.
        """
        matches = np.zeros((len(words), self._passages), dtype=np.float32)
        if not len(self._rows):
            return matches
        most = np.log(np.float32(max(len(self._rows), np.e)))
        known = words.any(axis=1, keepdims=True)
        centred = unit_rows(np.where(known, words - self._question_centre, 0))
        for place, word in enumerate(centred):
            rarity = self._rarity(self._vectors @ word).take(self.data.words)  # twice as fast as indexing
            met = np.maximum.reduceat(rarity, self._starts) - self._by_chance
            matches[place, self._rows] = np.maximum(met, 0) / most
        return matches

    def _rarity(self, nearness: Vectors) -> Vectors:
        """Return for each word -ln of the share of places with a word at least as near; float32 [size].

        Words too far to be met in any passage, however short, get 0.
        """
        places = len(self.data.rows)
        enough = int(places * np.exp(-self._by_chance.min())) + 1  # each word has a place at least
        nearness = nearness.round(_DECIMALS)  # so that words that are equally near count as that
        order = np.argsort(nearness)[::-1][:enough]
        reached = np.cumsum(self._places_of_word[order])
        # Words equally near are equally rare: each counts to the last of them.
        last = np.flatnonzero(np.diff(nearness[order], append=-np.inf))
        reached = np.repeat(reached[last], np.diff(last, prepend=-1))
        rarity = np.zeros(len(nearness), dtype=np.float32)
        rarity[order] = np.log(places / reached)
        return rarity


def _means(data: WordData) -> Vectors:
    """Return the mean of each word's examples, float32 [size, dimension]; zero for a word of none."""
    sums = np.zeros((data.size, len(data.common_word)), dtype=np.float32)
    np.add.at(sums, data.example_words, data.examples.astype(np.float32))
    counts = np.bincount(data.example_words, minlength=data.size).astype(np.float32)
    return np.asarray(sums / np.maximum(counts, 1)[:, None], dtype=np.float32)
