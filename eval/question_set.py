"""Any question set by its path: minutes as JSONL, or a BEIR folder."""

from pathlib import Path

from eval.beir_set import is_beir_set, read_beir_set
from eval.judgements import QuestionSet
from eval.minutes_set import read_minutes_set
from qa.errors import EvaluationError

QUESTIONS = "questions.jsonl"


def read_question_set(path: Path) -> QuestionSet:
    """Read a question set.

    Args:
        path: a JSONL file, a folder with ``questions.jsonl``, or a BEIR folder.

    Raises:
        EvaluationError: there is no set at the path, or it cannot be used.
    """
    if path.is_file():
        return read_minutes_set(path)
    if (path / QUESTIONS).is_file():
        return read_minutes_set(path / QUESTIONS)
    if is_beir_set(path):
        return read_beir_set(path)
    if path.is_dir():
        raise EvaluationError(
            f"Mappen {path} har ingen frågesamling: varken {QUESTIONS} eller queries.jsonl med qrels/."
        )
    raise EvaluationError(f"{path} finns inte. Ange en JSONL-fil eller en mapp med en frågesamling.")
