"""Why a passage was found, as types: what the doors put into words."""

from dataclasses import dataclass
from enum import StrEnum


class MatchKind(StrEnum):
    """How a word of a question and one of a passage hang together."""

    EXACT = "exact"
    """They are spelled alike."""
    INFLECTED = "inflected"
    """They are forms of one word: avgift, avgiften."""
    COMPOUND = "compound"
    """The word is part of a longer one: avgift, serviceavgiften."""
    CORRECTED = "corrected"
    """The question has it misspelled: servicavgift, serviceavgiften."""


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of a question, as asked, and the word it was found as; both in lower case.

    ``parts`` are those of the word found where it is a compound whose parts the corpus knows; joined, they
    are the word. ``in_heading`` tells that only the heading above the passage has it.
    """

    asked: str
    found: str
    kind: MatchKind
    parts: tuple[str, ...] = ()
    in_heading: bool = False


class Nearness(StrEnum):
    """How much nearer to the question a passage lies than anything lies to questions of other fields."""

    SURE = "sure"
    LIKELY = "likely"
    WEAK = "weak"


class Aspect(StrEnum):
    """What a condition is about."""

    PERIOD = "period"
    BODY = "body"
    CASE_NUMBER = "case_number"
    ITEM_NUMBER = "item_number"
    PERSON = "person"
    SECTION = "section"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a passage was asked to be, in words for a reader: ``mars 2024``, ``§ 96``."""

    aspect: Aspect
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a passage is among the hits.

    ``preferred`` is what the question says of meeting, item, person or section and the passage meets, which
    lifted it; ``filters`` is what all hits had to meet.
    """

    words: tuple[WordMatch, ...]
    nearness: Nearness
    preferred: tuple[Condition, ...] = ()
    filters: tuple[Condition, ...] = ()
