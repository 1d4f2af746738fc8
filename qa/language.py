"""Which language a question or a passage is in.

Questions are short, and langdetect is slow and often wrong on them (measured: 0.49 right on one
word, 7-25 ms), so function words and the letters å, ä, ö vote first, and lingua decides a tie.
Norwegian and Danish count as Swedish: in minutes they are nearly always misread Swedish.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.text import tokenize

if TYPE_CHECKING:
    from lingua import LanguageDetector

SWEDISH = "sv"
ENGLISH = "en"
ENGLISH_CERTAINTY = 0.8
"""How sure lingua must be, in [0, 1], to call a text without function words English."""

_SWEDISH_WORDS = frozenset(
    """
    att av beslutades blir de den det efter eller enligt ett finns från för har hur inte kan man med
    men mot när och om på sades sig ska som till under vad var vem vi vid vilka vilken vilket är
    över
    """.split()
)
_ENGLISH_WORDS = frozenset(
    """
    about and any are at be been by can did do does for from has have how is it its not of on or
    should that the there this to was were what when where which who why will with would
    """.split()
)
_SWEDISH_LETTERS = frozenset("åäö")
_NORDIC = frozenset({"no", "nb", "nn", "da", "sv"})


def language_of_question(text: str) -> str:
    """Return the language of a question: ``sv`` or ``en``."""
    tokens = tokenize(text)
    with_letters = sum(not _SWEDISH_LETTERS.isdisjoint(token) for token in tokens)
    return _vote(tokens, with_letters) or _ask_lingua(text)


def language_of_passage(text: str) -> str:
    """Return the language of a passage as ISO 639-1; ``sv`` where nothing speaks against it.

    Only a text whose function words leave it open is given to langdetect, which is slow.
    """
    if _vote(tokenize(text), 0) == SWEDISH:
        return SWEDISH
    return _ask_langdetect(text)


def _vote(tokens: Sequence[str], head_start: int) -> str | None:
    """Count function words of either language; ``head_start`` are votes that Swedish has already."""
    swedish = head_start + sum(token in _SWEDISH_WORDS for token in tokens)
    english = sum(token in _ENGLISH_WORDS for token in tokens)
    if swedish == english:
        return None
    return SWEDISH if swedish > english else ENGLISH


@lru_cache(maxsize=1024)
def _ask_lingua(text: str) -> str:
    from lingua import Language

    certainty = _lingua().compute_language_confidence(text, Language.ENGLISH)
    return ENGLISH if certainty >= ENGLISH_CERTAINTY else SWEDISH


@lru_cache(maxsize=1)
def _lingua() -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(Language.SWEDISH, Language.ENGLISH).build()


def _ask_langdetect(text: str) -> str:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        language = str(detect(text))
    except LangDetectException:  # no letters to judge by
        return SWEDISH
    return SWEDISH if language in _NORDIC else language
