"""Words of a question that look misspelled, and what the corpus spells nearly so.

There is no dictionary: a word is known if the corpus has it, has it with another ending, or has the
words it is composed of. An unknown word is read as a word of the corpus only where that is so near that
little else can be meant; most unknown words are good Swedish of which the minutes do not speak.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.compounds import CompoundSplitter
from qa.stopwords import STOP_WORDS
from qa.text import fold
from qa.vocabulary import WORD, Vocabulary

_SHORTEST = 5
"""Letters; shorter words are left as they are, and where å, ä or ö is written at all those below seven."""
_SHORTEST_SLIP = 7
"""Letters; the neighbours of shorter words are other words more often than not: yrkade and yrkande."""
_TWO_SLIPS_FROM = 11
"""Letters from which on two slips are believed."""
_ENDING = 2
"""Last letters in which the forms of a word differ."""
_SOUND_ALIKE = frozenset(map(frozenset, ("ck", "cs", "sz", "vw", "iy", "kq")))
"""Letters that are taken for each other. To have hit any other letter counts as two slips, since short
words one letter apart are mostly two words: rasten and resten, tjänar and tränar."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word, or a case number, as the question has it, and as it was read."""

    said: str
    read_as: str


def corrections_of(
    question: str, vocabulary: Vocabulary, splitter: CompoundSplitter
) -> tuple[Correction, ...]:
    """Return the words of a question that were read as other words than they are spelled, in order.

    Names, that is capitalised words but the first, are only given back their å, ä and ö.
    """
    shouts = question.isupper()
    shortest = _SHORTEST if fold(question.lower()) == question.lower() else _SHORTEST_SLIP
    found = []
    for place, said in enumerate(dict.fromkeys(WORD.findall(question))):
        word = said.lower()
        if len(word) < shortest or not word.isalpha() or word in STOP_WORDS or vocabulary.has_form_of(word):
            continue
        is_name = place > 0 and said[0].isupper() and not shouts
        read_as = _unfolded(word, vocabulary)
        if read_as is None and not is_name and not splitter.split(word):
            read_as = _nearest(word, vocabulary)
        if read_as is not None:
            found.append(Correction(said, read_as))
    return tuple(found)


def corrected(question: str, corrections: Sequence[Correction]) -> str:
    """Return the question with its words as they were read."""
    if not corrections:
        return question
    read = {correction.said: correction.read_as for correction in corrections}
    longest_first = sorted(map(re.escape, read), key=len, reverse=True)
    words = re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])")
    return words.sub(lambda match: read[match[0]], question)


def slips_between(said: str, meant: str, most: int) -> int:
    """Count the slips that turn one word into another: a letter left out, put in or swapped with the next.

    A letter taken for one that sounds alike is one slip, for any other two. This is the optimal string
    alignment distance (Damerau 1964) with these weights; counting ends above ``most``, and more than that
    is returned as ``most + 1``.
    """
    if abs(len(said) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(said, start=1):
        line = [row]
        for column, other in enumerate(meant, start=1):
            least = min(last[column] + 1, line[-1] + 1, last[column - 1] + _weight(letter, other))
            is_swap = row > 1 and column > 1 and letter == meant[column - 2] and said[row - 2] == other
            line.append(min(least, before[column - 2] + 1) if is_swap else least)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)


def _weight(letter: str, other: str) -> int:
    if letter == other:
        return 0
    return 1 if frozenset((letter, other)) in _SOUND_ALIKE else 2


def _unfolded(word: str, vocabulary: Vocabulary) -> str | None:
    """Return the one word, or the commonest, that is written so where å, ä and ö are left out."""
    if fold(word) != word:
        return None
    words = vocabulary.unfolded(word)
    return max(words, key=lambda one: (vocabulary.count(one), one)) if words else None


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """Return the nearest word of the corpus if it is near enough and no other is as near."""
    if len(word) < _SHORTEST_SLIP:
        return None
    most = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    found = sorted(_neighbours(word, most, vocabulary))
    if not found:
        return None
    slips, _, best = found[0]
    rivals = [other for other_slips, _, other in found[1:] if other_slips == slips]
    is_clear = all(_is_form_of_same(best, rival) for rival in rivals)
    return best if is_clear else None


def _neighbours(word: str, most: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Yield (slips, minus count, word) of those at most so many slips away that begin alike.

    Where å, ä or ö is written at all, the other vowels are meant as they stand.
    """
    folded = fold(word)
    letters = set(folded)
    for candidate in vocabulary.alike_at_an_edge(folded):
        if candidate[0] != folded[0] or len(letters ^ set(candidate)) > 2 * most:
            continue
        for original in vocabulary.unfolded(candidate):
            slips = slips_between(word, candidate if word == folded else original, most)
            if slips <= most and not _differs_in_ending(folded, candidate):
                yield slips, -vocabulary.count(original), original


def _differs_in_ending(one: str, other: str) -> bool:
    """Whether two words are alike but for their last letters, as inflections are."""
    alike = max(len(one), len(other)) - _ENDING
    return one[:alike] == other[:alike]


def _is_form_of_same(one: str, other: str) -> bool:
    return _differs_in_ending(fold(one), fold(other))
