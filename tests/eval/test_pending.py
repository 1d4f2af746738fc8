"""Questions to judge are read from text or JSONL, or typed in."""

import pytest

from eval.pending import PendingQuestion, questions_from, typed_question
from qa.errors import EvaluationError
from tests.eval.samples import write_lines


def test_a_text_file_has_a_question_a_line(tmp_path):
    path = write_lines(tmp_path / "lista.txt", "Vad kostar det?", "", " Vem sa a\u030a? ")
    assert questions_from(path) == (
        PendingQuestion("lista-001", "Vad kostar det?"),
        PendingQuestion("lista-003", "Vem sa å?"),
    )


def test_a_jsonl_file_may_give_ids_and_kinds(tmp_path):
    path = write_lines(
        tmp_path / "a.jsonl", {"question": "Vad?", "id": "q7", "kind": "short"}, {"question": "Var?"}
    )
    assert questions_from(path) == (PendingQuestion("q7", "Vad?", "short"), PendingQuestion("a-002", "Var?"))


@pytest.mark.parametrize("line", ["{", "[]", {"question": ""}, {"question": "x", "id": 7}, {"id": "q"}])
def test_a_line_that_is_no_question_is_named(tmp_path, line):
    with pytest.raises(EvaluationError, match="rad 1: ska vara"):
        questions_from(write_lines(tmp_path / "a.jsonl", line))


def test_an_id_used_twice_is_named(tmp_path):
    question = {"question": "Vad?", "id": "q7"}
    with pytest.raises(EvaluationError, match="rad 2: id 'q7' används redan"):
        questions_from(write_lines(tmp_path / "a.jsonl", question, question))


def test_a_typed_question_gets_a_free_id_and_a_known_one_keeps_its_own():
    known = [PendingQuestion("fraga-002", "Vad?")]
    assert typed_question("Var?", known) == PendingQuestion("fraga-003", "Var?")
    assert typed_question(" Vad? ", known) == known[0]
