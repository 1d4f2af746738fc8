"""What the corpus knows of the words of a question: the tell-tale of a matter it does not hold."""

from dataclasses import dataclass

from qa.index.generation import Index
from qa.index.lexical import LexicalIndex
from qa.stopwords import STOP_WORDS
from qa.text import fold, terms, tokenize
from qa.vocabulary import Vocabulary, stem

FEWEST_WORDS, MOST_WORDS = 3, 8
"""Fewer words count as three, and more as eight: a name alone is asked for as earnestly as a sentence."""
KNOWN_FROM = 0.7
"""The share of its n-grams from which on a word is known: in another form, or in a compound."""
_NGRAM = 5
_EDGE_START, _EDGE_END = "\x02", "\x03"
_SHORTEST_NAMED = 4
"""Letters; it helps nobody to hear that a shorter word is not in the minutes."""
_SHORTEST_PART = 3
_DIACRITICS = frozenset("åäö")


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of a question but stop words.

    count: how many there are, between ``FEWEST_WORDS`` and ``MOST_WORDS``. The more, the lower are all
        scores, answered or not.
    known: the share in [0, 1] that the corpus knows, each word weighed by its rarity; 1 without words.
    absent: words that no passage holds, in no form and in no compound, as the question has them.
    """

    count: int
    known: float
    absent: tuple[str, ...]


def words_of_question(index: Index, question: str) -> QuestionWords:
    """Look up the words of a question in the index by their letters."""
    words = [word for word in dict.fromkeys(tokenize(question)) if word not in STOP_WORDS]
    is_plain = _DIACRITICS.isdisjoint(question.lower())
    weights = [_rarity(index.lexical, word) for word in words]
    known = sum(
        weight
        for word, weight in zip(words, weights, strict=True)
        if _is_known(index.lexical, word) or (is_plain and _is_known(index.lexical_folded, fold(word)))
    )
    absent = [word for word in words if _is_absent(index, word, is_plain=is_plain)]
    return QuestionWords(
        count=min(max(len(words), FEWEST_WORDS), MOST_WORDS),
        known=known / sum(weights) if words else 1.0,
        absent=tuple(absent),
    )


def _rarity(lexical: LexicalIndex, word: str) -> float:
    found = terms(word)
    return sum(map(lexical.idf, found)) / len(found)


def _is_known(lexical: LexicalIndex, word: str) -> bool:
    if not word.isalpha():
        return any(lexical.document_frequency(term) for term in terms(word))
    return _share_known(lexical, f"{_EDGE_START}{word}{_EDGE_END}") >= KNOWN_FROM


def _share_known(lexical: LexicalIndex, letters: str) -> float:
    """Return the share of the n-grams of some letters, all of one length, that any passage holds."""
    length = min(_NGRAM, len(letters))
    ngrams = [letters[start : start + length] for start in range(len(letters) - length + 1)]
    return sum(lexical.document_frequency(ngram) > 0 for ngram in ngrams) / len(ngrams)


def _unfolds_as_compound(vocabulary: Vocabulary, word: str) -> bool:
    """Whether two words of the corpus make a word without å, ä and ö: äldre and omsorg aldreomsorg.

    The minutes lack it, but not as it is spelled; somebody who reads so would think that this is why.
    """
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first, last = word[:end], word[end:]
        both = [{*vocabulary.unfolded(part)} for part in (first, last)]
        if all(both) and (first not in both[0] or last not in both[1]):
            return True
    return False


def _is_absent(index: Index, word: str, *, is_plain: bool) -> bool:
    """Whether certainly no passage holds the stem of a word, were it inside another word."""
    if not word.isalpha() or len(word) < _SHORTEST_NAMED or index.vocabulary.may_have_form_of(word):
        return False
    if is_plain and (index.vocabulary.unfolded(word) or _unfolds_as_compound(index.vocabulary, word)):
        return False
    return _share_known(index.lexical, stem(word)) < 1
