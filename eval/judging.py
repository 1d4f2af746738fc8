"""Judging by hand: every verdict is on disk before the next is asked for, and a set comes out.

Two files lie side by side. ``<name>.bedomningar.jsonl`` is the journal, one line a verdict, only ever
added to. ``<name>.jsonl`` is the question set made from it, valid for ``qa eval``.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.judgements import UNANSWERABLE, JudgedAnswer
from eval.pending import PendingQuestion
from eval.problems import Problems, read_lines
from eval.relevance import PARAGRAPH
from qa.errors import EvaluationError
from qa.sentences import sentence_spans
from qa.types import Passage

LONGEST_QUOTE = 200
"""Characters quoted from a passage when no sentence of it is chosen."""
JOURNAL_ENDING = ".bedomningar.jsonl"


class Verdict(StrEnum):
    """What the judge said of a passage, or of the whole question."""

    YES = "yes"
    NO = "no"
    SKIPPED = "skipped"
    """Not sure; neither right nor wrong."""
    FINISHED = "finished"
    """The question is done; its judged answers count."""
    UNANSWERABLE = "unanswerable"
    """The question is done, and the minutes have nothing on its matter."""
    NEAR_MISS = "near_miss"
    """The question is done; the minutes have its matter, but not the fact that is asked for."""
    DROPPED = "dropped"
    """The question is done and not part of the set."""


_WITHOUT_ANSWER = (Verdict.UNANSWERABLE, Verdict.NEAR_MISS)
_CLOSING = (Verdict.FINISHED, *_WITHOUT_ANSWER, Verdict.DROPPED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal; ``passage_id`` is empty and ``answer`` None where a question is closed."""

    question: PendingQuestion
    verdict: Verdict
    passage_id: str = ""
    answer: JudgedAnswer | None = None


@dataclass(slots=True)
class _Progress:
    """What was said of one question so far."""

    question: PendingQuestion
    passages: set[str] = field(default_factory=set)
    answers: list[JudgedAnswer] = field(default_factory=list)
    closed: Verdict | None = None


_ENTRY = TypeAdapter(Entry)


class Journal:
    """The verdicts of one question set, old and new."""

    def __init__(self, set_file: Path) -> None:
        """Open the journal beside a set file, which need not exist yet.

        Raises:
            EvaluationError: the journal cannot be read, or a set is there that it did not write.
        """
        if set_file.suffix != ".jsonl":
            raise EvaluationError(f"Frågesamlingen {set_file.name} ska sluta på .jsonl.")
        self.set_file = set_file
        self.path = set_file.with_name(set_file.stem + JOURNAL_ENDING)
        self._questions: dict[str, _Progress] = {}
        if self.path.exists():
            _drop_torn_line(self.path)
            for entry in _read(self.path):
                self._take(entry)
        elif set_file.exists():
            raise EvaluationError(
                f"{set_file} finns redan men saknar sin {self.path.name}. "
                "Välj ett annat filnamn, så skrivs inget över."
            )

    @property
    def questions(self) -> tuple[PendingQuestion, ...]:
        """All questions of the journal, in the order they were first met."""
        return tuple(progress.question for progress in self._questions.values())

    def is_closed(self, question: PendingQuestion) -> bool:
        """Whether nothing is left to judge of a question."""
        return question.id in self._questions and self._questions[question.id].closed is not None

    def unjudged(self, question: PendingQuestion, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return the passages of a pool that have no verdict yet."""
        progress = self._questions.get(question.id)
        seen = progress.passages if progress else set()
        return tuple(passage for passage in passages if passage.id not in seen)

    def has_answer(self, question: PendingQuestion) -> bool:
        """Whether some passage was judged to answer a question."""
        return question.id in self._questions and bool(self._questions[question.id].answers)

    def add(self, entry: Entry) -> None:
        """Write a verdict through to the disk; a closed question also rewrites the set.

        Raises:
            EvaluationError: the journal cannot be written, or the question's id stands for another text.
        """
        self._check(entry.question)
        line = json.dumps(asdict(entry), ensure_ascii=False) + "\n"
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise EvaluationError(f"Bedömningen kan inte sparas i {self.path}: {error.strerror}.") from error
        self._take(entry)
        if entry.verdict in _CLOSING:
            self._write_set()

    def _check(self, question: PendingQuestion) -> None:
        known = self._questions.get(question.id)
        if known is not None and known.question.text != question.text:
            raise EvaluationError(
                f"Id {question.id!r} hör redan till frågan {known.question.text!r}. Ge frågan ett eget id."
            )

    def _take(self, entry: Entry) -> None:
        progress = self._questions.setdefault(entry.question.id, _Progress(entry.question))
        if entry.passage_id:
            progress.passages.add(entry.passage_id)
        if entry.answer is not None:
            progress.answers.append(entry.answer)
        if entry.verdict in _CLOSING:
            progress.closed = entry.verdict

    def _write_set(self) -> None:
        """Write the set of all closed questions, whole or not at all."""
        lines = []
        for progress in self._questions.values():
            if progress.closed is None or progress.closed is Verdict.DROPPED:
                continue
            question = progress.question
            is_unanswerable = progress.closed in _WITHOUT_ANSWER
            record: dict[str, object] = {
                "id": question.id,
                "question": question.text,
                "kind": UNANSWERABLE if is_unanswerable else question.kind,
                "answers": [] if is_unanswerable else [asdict(answer) for answer in progress.answers],
            }
            if progress.closed is Verdict.NEAR_MISS:
                record["near_miss"] = True
            lines.append(json.dumps(record, ensure_ascii=False) + "\n")
        part = self.set_file.with_name(self.set_file.name + ".part")
        part.write_text("".join(lines), encoding="utf-8")
        part.replace(self.set_file)


def sentences_of(passage: Passage) -> tuple[str, ...]:
    """Return the sentences of a passage, of which the judge may choose one to quote."""
    return tuple(
        sentence
        for start, end in sentence_spans(passage.text)
        if (sentence := " ".join(passage.text[start:end].split()))
    )


def answer_from(passage: Passage, sentence: str = "") -> JudgedAnswer:
    """Make the judged answer of a passage: a sentence of it, or its beginning, as the quote."""
    quote = sentence or " ".join(passage.text[:LONGEST_QUOTE].split())
    citation = passage.citation
    paragraph = PARAGRAPH.search(citation.item_number)
    item = (
        f"§ {paragraph[1]}" if paragraph else citation.item_title or citation.item_number or citation.item_id
    )
    return JudgedAnswer(citation.source_file, item, quote)


def _read(path: Path) -> list[Entry]:
    problems = Problems(path)
    entries = []
    for number, line in read_lines(path):
        try:
            entries.append(_ENTRY.validate_json(line))
        except ValidationError:
            problems.add(number, "är ingen bedömning; ta bort raden eller återställ filen från en kopia")
    problems.check()
    return entries


def _drop_torn_line(path: Path) -> None:
    """Cut off a last line that a crash left unfinished; it was never confirmed to the judge."""
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        os.truncate(path, content.rfind(b"\n") + 1)
