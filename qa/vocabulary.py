"""The words of a corpus with their counts, and how their forms hang together."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from qa.text import fold

WORD = re.compile(r"[^\W_]+")
SHORTEST_STEM = 4
"""Letters; shorter words have no stem and are themselves or nothing."""
ENDINGS = r"(?:arnas?|ernas?|ornas?|andet?|ades?|ats|[aeo]rs|[ae]n|[ae]ns|ets?|[aeo]r|na|as|[aens])"
"""A regular expression of what Swedish inflection adds."""
_STEM = re.compile(rf"([^\W\d_]{{4,}}?){ENDINGS}")
"""The shortest stem of at least four letters that leaves a Swedish ending."""
_POSSIBLE_STEM = re.compile(rf"([^\W\d_]{{3,}}?)(?:{ENDINGS}|at)")
"""A stem of three letters is too short to match by, but enough to doubt that a word is missing."""
_ENDING = re.compile(f"{ENDINGS}?")
_EDGE = 4
"""Letters at the beginning or end that a misspelled word has in common with the right one."""
_AFTER_ALL = "\U0010ffff"


def words_of(text: str) -> list[str]:
    """Return the words and numbers of NFC text in order, in lower case."""
    return WORD.findall(text.lower())


def stem(word: str) -> str:
    """Return a lower-case word without its Swedish ending, at least four letters of it."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word


def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two lower-case words are one with different Swedish endings: ``person``, ``personerna``."""
    return any(
        one.startswith(start)
        and other.startswith(start)
        and _ENDING.fullmatch(one, len(start)) is not None
        and _ENDING.fullmatch(other, len(start)) is not None
        for start in {stem(one), stem(other), one, other}
        if len(start) >= SHORTEST_STEM
    )


class Vocabulary:
    """The words of a corpus in lower case; read-only once made."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for text in texts:
            self._counts.update(words_of(text))
        self._stems = frozenset(map(stem, self._counts))
        self._folded: dict[str, list[str]] = defaultdict(list)
        for word in self._counts:
            if word.isalpha():
                self._folded[fold(word)].append(word)
        self._forwards = sorted(self._folded)
        self._backwards = sorted(word[::-1] for word in self._folded)

    def __len__(self) -> int:
        return len(self._counts)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def count(self, word: str) -> int:
        """Return how often the corpus has a word, 0 for one it does not have."""
        return self._counts[word]

    def has_form_of(self, word: str) -> bool:
        """Whether the corpus has the word in this form or with another ending."""
        return any(form in words for form in (word, stem(word)) for words in (self._counts, self._stems))

    def may_have_form_of(self, word: str) -> bool:
        """Whether the corpus has the word, or one that may be a form of it: of ``yrkade``, ``yrkar``.

        Stems of three letters and supines count too, so that what it says no to has no regular form there.
        """
        if self.has_form_of(word):
            return True
        match = _POSSIBLE_STEM.fullmatch(word)
        if not match:
            return False
        begin_alike = _beginning(self._forwards, fold(match[1]))
        others = (other for folded in begin_alike for other in self._folded[folded])
        return any(
            other.startswith(match[1]) and _ENDING.fullmatch(other, len(match[1])) is not None
            for other in others
        )

    def unfolded(self, folded: str) -> tuple[str, ...]:
        """Return the words that are written so without å, ä and ö."""
        return tuple(self._folded.get(folded, ()))

    def alike_at_an_edge(self, folded: str) -> set[str]:
        """Return the folded words that begin or end with the same four letters as a folded word."""
        start, end = folded[:_EDGE], folded[::-1][:_EDGE]
        ending = (word[::-1] for word in _beginning(self._backwards, end))
        return {*_beginning(self._forwards, start), *ending}


def _beginning(ordered: list[str], start: str) -> list[str]:
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + _AFTER_ALL)]
