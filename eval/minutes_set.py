"""Question sets on minutes, one JSON object per line.

``{"id": "q1", "question": "…", "kind": "who", "answers": [{"file": "…", "item": "§ 12", "quote": "…"}]}``

An empty list of answers marks a question that the minutes do not answer; ``"near_miss": true`` then says
that they have the matter, but not the fact that is asked for. Other fields are left for the owner's own
notes and are not read.
"""

import json
import unicodedata
from pathlib import Path

from eval.judgements import UNANSWERABLE, JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet, digest_of
from eval.problems import Problems, read_lines
from qa.errors import EvaluationError

_ANSWER_FIELDS = ("file", "item", "quote")


def read_minutes_set(path: Path) -> QuestionSet:
    """Read a question set on minutes.

    Args:
        path: the JSONL file; the set has its name, or the folder's for ``questions.jsonl``.

    Raises:
        EvaluationError: the file cannot be used; every problem is named with its line.
    """
    problems = Problems(path)
    questions: dict[str, JudgedQuestion] = {}
    for number, line in read_lines(path):
        question = _question(number, line, problems)
        if question is None:
            continue
        if question.id in questions:
            problems.add(number, f"id {question.id!r} används redan; ge frågan ett eget id")
        questions[question.id] = question
    problems.check()
    if not questions:
        raise EvaluationError(f"{path.name} har inga frågor. Den ska ha en fråga per rad.")
    name = path.resolve().parent.name if path.name == "questions.jsonl" else path.stem
    return QuestionSet(name, digest_of(path.read_bytes()), JudgedUnit.PASSAGE, tuple(questions.values()))


def _question(number: int, line: str, problems: Problems) -> JudgedQuestion | None:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        problems.add(number, f"inte giltig JSON ({error.msg}, tecken {error.colno}); rätta raden")
        return None
    if not isinstance(record, dict):
        problems.add(number, "ska vara ett JSON-objekt inom { och }")
        return None
    texts = [_text(record, name, number, problems) for name in ("id", "question")]
    kind = record.get("kind", "")
    if not isinstance(kind, str):
        problems.add(number, f"kind ska vara en text, är {kind!r}")
    answers = _answers(record, number, problems)
    is_near_miss = record.get("near_miss", False)
    if not isinstance(is_near_miss, bool):
        problems.add(number, f"near_miss ska vara true eller false, är {is_near_miss!r}")
    if is_near_miss and answers:
        problems.add(number, "near_miss gäller frågor utan svar men svar finns; ta bort det ena")
    if kind == UNANSWERABLE and answers:
        problems.add(number, "kind är unanswerable men svar finns; ändra kind eller ta bort svaren")
    if None in texts or not isinstance(kind, str) or answers is None:
        return None
    identifier, text = (str(value) for value in texts)
    kind = kind or ("" if answers else UNANSWERABLE)
    return JudgedQuestion(identifier, text, kind, answers, is_near_miss=is_near_miss is True)


def _answers(record: dict[str, object], number: int, problems: Problems) -> tuple[JudgedAnswer, ...] | None:
    """Return the judged answers, None where something was wrong and has been noted."""
    value = record.get("answers")
    if not isinstance(value, list):
        problems.add(number, "fältet answers saknas eller är ingen lista; skriv [] om frågan inte har svar")
        return None
    answers = []
    for place, answer in enumerate(value, 1):
        if not isinstance(answer, dict):
            problems.add(number, f"svar {place} ska vara ett objekt med file, item och quote")
            continue
        texts = [_text(answer, name, number, problems, f"svar {place}: ") for name in _ANSWER_FIELDS]
        if None not in texts:
            answers.append(JudgedAnswer(*(str(text) for text in texts)))
    return tuple(answers) if len(answers) == len(value) else None


def _text(
    record: dict[str, object], name: str, number: int, problems: Problems, where: str = ""
) -> str | None:
    """Return a text field after NFC and trimming, or note that it is missing."""
    value = record.get(name)
    if not isinstance(value, str) or not value.strip():
        problems.add(number, f"{where}fältet {name} saknas, är tomt eller är inte en text")
        return None
    return unicodedata.normalize("NFC", value.strip())
