"""Swedish compounds, split with nothing but the words of the corpus.

Of all ways to cut a word into words that the corpus knows, the one whose parts are commonest wins, by
the geometric mean of their counts (Koehn and Knight, Empirical methods for compound splitting, 2003);
forms of one word are counted together. A first part may end in a linking letter, or have lost or changed
its last vowel: arbete and arbets-, gata and gatu-, kyrka and kyrko-, skola and skol-. Particles, which
take no linking letter, and endings are no parts: undersökning is not unders-ökning, nor justering juste-ring.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import exp, log

from qa.stopwords import STOP_WORDS
from qa.vocabulary import ENDINGS, Vocabulary, stem

_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 7
_LONGEST_COMPOUND = 60
_MOST_PARTS = 4
_FEWEST = 2
"""Times that the corpus must have a part: what stands there once may be a slip."""
_FEWEST_OF_SHORT = 4
"""Times that it must have a part of three letters, which many an ending looks like."""
_SHORTEST_NEVER_ALONE = 5
"""Letters of a first part that the corpus has in compounds only, and of what follows it."""
_LINKING_VOWELS = "eou"
_NO_PARTS = STOP_WORDS | frozenset(
    """
    ade ande andes anden are aren arens arna arnas bar bara dom else elsen elser ende ens era erna ers ett
    het heten heter hets ing ingar ingen ingens ings lig liga ligt ling mål ning ningar ningen nings orna
    ras sam samma samt ser sion skap skapet tar tes tet tion tionen tiv
    """.split()
) - {"mål", "ras"}
"""Endings that also occur as words by themselves."""
_CONSONANT = r"[^\W\d_aeiouyåäö]"
_LONG_ENDING = re.compile(rf"{_CONSONANT}(?:ade[st]?|ande[ts]?|are(?:ns?|s)?|arna|els(?:en?|er)s?|erna|orna)")
_SHORT_ENDING = re.compile(rf"({_CONSONANT})(?:{ENDINGS})")
"""Told from a word (far, ren) by the consonant before it, which is there twice."""
_REMEMBERED = 4096


class CompoundSplitter:
    """Splits words into the words of one corpus; safe to share between threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = [word for word in vocabulary if word.isalpha()]
        self._counts: Counter[str] = Counter()
        for word in words:
            if word not in _NO_PARTS:
                self._counts[stem(word)] += vocabulary.count(word)
        self._counts += self._never_alone(words)
        self.split = lru_cache(_REMEMBERED)(self._split)

    def _never_alone(self, words: Sequence[str]) -> Counter[str]:
        """Count the first parts that never stand alone but that several known words follow, by those."""
        followers: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            for end in range(_SHORTEST_NEVER_ALONE, len(word) - _SHORTEST_NEVER_ALONE + 1):
                first, last = word[:end], word[end:]
                knows_last = self._is_part(last, self._count_of_last(last)) and not is_ending(first, last)
                if knows_last and not self._is_part(first, self._count_of_first(first)):
                    followers[stem(first)].add(stem(last))
        return Counter({first: len(known) for first, known in followers.items() if len(known) >= _FEWEST})

    def knows(self, word: str) -> bool:
        """Whether the corpus has a lower-case word, in some form, and it may be a part."""
        return len(word) >= _SHORTEST_PART and word not in _NO_PARTS and self._counts[stem(word)] > 0

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a lower-case compound, linking letters with the part before them.

        The parts joined are the word. A word that is no compound of known words has no parts.
        """
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND or not word.isalpha():
            return ()
        ways = [parts for parts in self._ways(word, _MOST_PARTS) if len(parts) > 1]
        return max(ways, key=lambda parts: (self._commonness(parts), parts), default=())

    def _ways(self, word: str, most: int) -> Iterator[tuple[str, ...]]:
        """Yield the ways to cut a word into known parts, the word itself among them if it is known."""
        if self._is_part(word, self._count_of_last(word)):
            yield (word,)
        if most == 1:
            return
        for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first = word[:end]
            if self._is_part(first, self._count_of_first(first)):
                for rest in self._ways(word[end:], most - 1):
                    if len(rest) > 1 or not is_ending(first, rest[0]):
                        yield (first, *rest)

    def _commonness(self, parts: tuple[str, ...]) -> float:
        counts = [*map(self._count_of_first, parts[:-1]), self._count_of_last(parts[-1])]
        return exp(sum(map(log, counts)) / len(parts))

    def _is_part(self, part: str, count: int) -> bool:
        if len(part) < _SHORTEST_PART or part in _NO_PARTS:
            return False
        return count >= (_FEWEST_OF_SHORT if len(part) == _SHORTEST_PART else _FEWEST)

    def _count_of_last(self, part: str) -> int:
        return self._counts[stem(part)]

    def _count_of_first(self, part: str) -> int:
        if part.endswith("s") and part[:-1] in STOP_WORDS:
            return 0
        return max(self._counts[stem(base)] for base in bases_of(part))


def bases_of(first_part: str) -> tuple[str, ...]:
    """Return the words that may stand so as the first part of a compound, itself first."""
    found = [first_part, first_part + "a", first_part + "e"]
    if first_part.endswith("s"):
        found += [first_part[:-1], first_part[:-1] + "e"]
    if first_part[-1] in _LINKING_VOWELS:
        found += [first_part[:-1], first_part[:-1] + "a"]
    return tuple(found)


def is_ending(first: str, last: str) -> bool:
    """Whether what follows the beginning of a word is an ending of it that only looks like a word.

    So in ``juste-ring``, ``hand-lade``, ``förbin-delsen`` and ``flyt-tar``.
    """
    if last in _NO_PARTS or (last.startswith("ring") and first.endswith("e")):
        return True
    short = _SHORT_ENDING.fullmatch(last)
    return _LONG_ENDING.fullmatch(last) is not None or (short is not None and first.endswith(short[1]))
