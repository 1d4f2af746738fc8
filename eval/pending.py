"""Questions that wait to be judged, typed in or from a file."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.problems import Problems, read_lines


@dataclass(frozen=True, slots=True)
class PendingQuestion:
    """A question to judge."""

    id: str
    text: str
    kind: str = ""


def questions_from(path: Path) -> tuple[PendingQuestion, ...]:
    """Read questions to judge: plain text, one a line, or JSONL with question and perhaps id and kind.

    Raises:
        EvaluationError: the file cannot be read, or lines of it cannot be used.
    """
    problems = Problems(path)
    questions: dict[str, PendingQuestion] = {}
    for number, line in read_lines(path):
        text, identifier, kind = line.strip(), f"{path.stem}-{number:03d}", ""
        if path.suffix == ".jsonl":
            fields = _question_fields(line)
            if fields is None:
                problems.add(number, 'ska vara {"question": "…"}, gärna även "id" och "kind"')
                continue
            text, identifier, kind = fields[0], fields[1] or identifier, fields[2]
        if identifier in questions:
            problems.add(number, f"id {identifier!r} används redan; ge frågan ett eget id")
        questions[identifier] = PendingQuestion(identifier, unicodedata.normalize("NFC", text), kind)
    problems.check()
    return tuple(questions.values())


def typed_question(text: str, known: Sequence[PendingQuestion]) -> PendingQuestion:
    """Give a question that was typed in a free id, or its own when it is known."""
    text = unicodedata.normalize("NFC", text.strip())
    same = next((question for question in known if question.text == text), None)
    if same is not None:
        return same
    ids = {question.id for question in known}
    number = len(ids) + 1
    while f"fraga-{number:03d}" in ids:
        number += 1
    return PendingQuestion(f"fraga-{number:03d}", text)


def _question_fields(line: str) -> tuple[str, str, str] | None:
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        return None
    if not isinstance(record, dict):
        return None
    text, identifier, kind = (record.get(name, "") for name in ("question", "id", "kind"))
    if not (isinstance(text, str) and isinstance(identifier, str) and isinstance(kind, str)):
        return None
    return (text.strip(), identifier, kind) if text.strip() else None
