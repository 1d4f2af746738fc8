"""Question sets: questions with the places that answer them, and what kind of place was judged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

UNANSWERABLE = "unanswerable"
"""The kind of a question that the minutes do not answer."""


class JudgedUnit(StrEnum):
    """What the judgements of a set point at, and so what a run ranks."""

    PASSAGE = "passage"
    """Quotes in minutes; a run ranks passages by their id."""
    DOCUMENT = "document"
    """Documents of a BEIR corpus; a run ranks documents, each by its best passage."""


@dataclass(frozen=True, slots=True)
class JudgedAnswer:
    """A place that answers: the file, its agenda item as printed, and words quoted from it."""

    file: str
    item: str
    quote: str


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question and its judgements: ``answers`` in minutes, or ``documents`` (id to grade).

    Neither means that the question cannot be answered. ``kind`` groups the questions in reports.
    """

    id: str
    text: str
    kind: str = ""
    answers: tuple[JudgedAnswer, ...] = ()
    documents: Mapping[str, int] = field(default_factory=dict)

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
