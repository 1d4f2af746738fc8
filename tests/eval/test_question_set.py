"""A set is found by its path, whatever its form."""

import pytest

from eval.judgements import JudgedUnit
from eval.question_set import read_question_set
from qa.errors import EvaluationError
from tests.eval.samples import write_lines

QUESTION = {"id": "q", "question": "x", "answers": []}


def test_a_file_a_folder_with_questions_and_a_beir_folder_are_sets(tmp_path):
    file = write_lines(tmp_path / "a.jsonl", QUESTION)
    assert read_question_set(file).name == "a"
    write_lines(tmp_path / "exempel" / "questions.jsonl", QUESTION)
    assert read_question_set(tmp_path / "exempel").name == "exempel"
    write_lines(tmp_path / "faq" / "queries.jsonl", {"_id": "1", "text": "x"})
    write_lines(tmp_path / "faq" / "qrels" / "dev.tsv", "1\td\t1")
    assert read_question_set(tmp_path / "faq").unit is JudgedUnit.DOCUMENT


def test_anything_else_is_refused(tmp_path):
    with pytest.raises(EvaluationError, match="har ingen frågesamling"):
        read_question_set(tmp_path)
    with pytest.raises(EvaluationError, match="finns inte"):
        read_question_set(tmp_path / "saknas")
