"""Question sets: questions with the places that answer them, and what kind of place was judged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

UNANSWERABLE = "unanswerable"
"""The kind of a question that the minutes do not answer."""
NO_KIND = "alla"
"""The kind shown for questions of a set that has no kinds."""


class Answerability(StrEnum):
    """Whether a question has an answer, and if not, how near the minutes come."""

    ANSWERABLE = "answerable"
    OFF_CORPUS = "off_corpus"
    """The minutes have nothing on the matter."""
    NEAR_MISS = "near_miss"
    """The matter is in the minutes but not the fact that is asked for."""


class JudgedUnit(StrEnum):
    """What the judgements of a set point at, and so what a run ranks."""

    PASSAGE = "passage"
    """Quotes in minutes; a run ranks passages by their id."""
    DOCUMENT = "document"
    """Documents of a BEIR corpus; a run ranks documents, each by its best passage."""


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """A place that answers: the file, its agenda item as printed, and words quoted from it.

    Of a BEIR set only the quote is known; it counts in the documents that are judged relevant.
    """

    file: str
    item: str
    quote: str


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question and its judgements: ``answers`` in minutes, or ``documents`` (id to grade), or both.

    Neither means that the question cannot be answered; ``is_near_miss`` then tells that the minutes have
    the matter but not the fact. ``kind`` groups the questions in reports.
    """

    id: str
    text: str
    kind: str = ""
    answers: tuple[JudgedAnswer, ...] = ()
    documents: Mapping[str, int] = field(default_factory=dict)
    is_near_miss: bool = False

    @property
    def answerability(self) -> Answerability:
        """Whether the question has an answer, and if not, how near the minutes come."""
        if self.is_answerable:
            return Answerability.ANSWERABLE
        return Answerability.NEAR_MISS if self.is_near_miss else Answerability.OFF_CORPUS

    @property
    def is_answerable(self) -> bool:
        """Whether anything was judged to answer the question."""
        return bool(self.answers) or any(grade > 0 for grade in self.documents.values())


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A judged question set. ``digest`` is the SHA-256 of its files, so that figures can name it."""

    name: str
    digest: str
    unit: JudgedUnit
    questions: tuple[JudgedQuestion, ...]

    @property
    def answerable(self) -> tuple[JudgedQuestion, ...]:
        """The questions that the measures are averaged over."""
        return tuple(question for question in self.questions if question.is_answerable)

    @property
    def unanswerable(self) -> tuple[JudgedQuestion, ...]:
        """The questions that should get no answer."""
        return tuple(question for question in self.questions if not question.is_answerable)


def digest_of(*contents: bytes) -> str:
    """Return the hexadecimal SHA-256 over contents, with their lengths so that borders count."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(f"{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
