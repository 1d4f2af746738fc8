"""One analyser of Swedish text, the same for index and question.

A text becomes tokens (words, numbers, dates, case numbers, §§), and tokens become terms:
character n-grams for words, so that inflections, compounds and typos still meet
(McNamee and Mayfield, Character N-Gram Tokenization for European Language Text Retrieval, 2004),
and the whole token, with and without leading letters, for everything with a digit in it.
"""

import re
import unicodedata
from collections.abc import Iterator

from qa.stopwords import STOP_WORDS

NGRAM_LENGTHS = (3, 4, 5)
_EDGE_START, _EDGE_END = "\x02", "\x03"

_TOKEN = re.compile(
    r"""
    (?P<date>\b(?:19|20)\d\d-\d\d-\d\d\b)
    | (?P<case>\b[^\W\d_]{1,8}[/-]?(?:19|20)\d\d[-/:]\d{1,6}(?::\d+)?\b | \b[^\W\d_]{2,5}\d{4,}\b
        | \b\d{4}/\d{2,6}\b | \b(?:19|20)\d\d-\d{3,6}\b)
    | §+\s*(?P<paragraph>\d+)
    | (?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?!\d) | \d+(?:[.,:/]\d+)*)
    | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE,
)
_LETTERS_BEFORE_NUMBER = "abcdefghijklmnopqrstuvwxyzåäö§/-"
_GROUPING = re.compile(r"[ \u00a0\u202f.](?=\d{3})")
_FOLD = str.maketrans("åäöéüèáàæø", "aaoeueaaao")


def normalise(text: str) -> str:
    """Return ``text`` in NFC; done once, at the door."""
    return unicodedata.normalize("NFC", text)


def tokenize(text: str) -> list[str]:
    """Split NFC text into lower-case tokens, stop words included.

    ``§ 96`` becomes ``§96``, ``126 211 500`` becomes ``126211500``, ``14,5`` stays; case numbers
    and ISO dates are one token each.
    """
    return [_token_of(match) for match in _TOKEN.finditer(text.lower())]


def _token_of(match: re.Match[str]) -> str:
    if match["paragraph"]:
        return "§" + match["paragraph"]
    if match["number"]:
        return _GROUPING.sub("", match["number"])
    return match[0]


def fold(text: str) -> str:
    """Return ``text`` as somebody without å, ä and ö on the keyboard would write it."""
    return text.translate(_FOLD)


def words_as_terms(text: str) -> list[list[str]]:
    """Return the words of NFC text in order, each as its index terms, stop words left out."""
    return [list(_terms_of(token)) for token in tokenize(text) if token not in STOP_WORDS]


def terms(text: str) -> list[str]:
    """Return the index terms of NFC text, in order, with repetitions, stop words left out."""
    return [term for word in words_as_terms(text) for term in word]


def text_of_terms(text: str) -> str:
    """Return a text in which every term of ``text``, and little else, occurs as a substring.

    It tells whether a short text holds a term without making all its terms. A number is found inside
    a longer one, which retrieval by whole tokens would not.
    """
    return _EDGE_START + (_EDGE_END + _EDGE_START).join(tokenize(text)) + _EDGE_END


def _terms_of(token: str) -> Iterator[str]:
    if any(character.isdigit() for character in token):
        yield token
        number = token.lstrip(_LETTERS_BEFORE_NUMBER)
        if number != token:  # a case number is also asked for without its letters
            yield number
        return
    marked = _EDGE_START + token + _EDGE_END
    for length in NGRAM_LENGTHS:
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]
