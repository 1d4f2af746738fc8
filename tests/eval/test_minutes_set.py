"""Question sets on minutes are read whole or refused with every problem named."""

import pytest

from eval.judgements import Answerability, JudgedAnswer, JudgedUnit
from eval.minutes_set import read_minutes_set
from qa.errors import EvaluationError
from tests.eval.samples import write_lines

ANSWER = {"file": "a.txt", "item": "§ 1", "quote": "Avgiften höjs."}
GOOD = {"id": "q1", "question": "Vad kostar det?", "kind": "number", "answers": [ANSWER]}


def test_a_set_is_read_with_its_answers_and_its_unanswerable_questions(tmp_path):
    empty = {"id": "q2", "question": "Vem vann?", "kind": "unanswerable", "answers": [], "near_miss": True}
    found = read_minutes_set(write_lines(tmp_path / "prov.jsonl", GOOD, "", empty))
    assert (found.name, found.unit) == ("prov", JudgedUnit.PASSAGE)
    assert [question.id for question in found.answerable] == ["q1"]
    assert [question.id for question in found.unanswerable] == ["q2"]
    assert found.questions[0].answers == (JudgedAnswer("a.txt", "§ 1", "Avgiften höjs."),)


def test_near_misses_are_told_from_questions_on_what_the_minutes_do_not_have(tmp_path):
    near = {"id": "q2", "question": "x", "kind": "unanswerable", "answers": [], "near_miss": True}
    far = {"id": "q3", "question": "x", "kind": "unanswerable", "answers": []}
    found = read_minutes_set(write_lines(tmp_path / "prov.jsonl", GOOD, near, far))
    assert [question.answerability for question in found.questions] == [
        Answerability.ANSWERABLE,
        Answerability.NEAR_MISS,
        Answerability.OFF_CORPUS,
    ]


def test_a_questions_file_in_a_folder_has_the_name_of_the_folder(tmp_path):
    assert read_minutes_set(write_lines(tmp_path / "exempel" / "questions.jsonl", GOOD)).name == "exempel"


def test_a_question_without_answers_is_unanswerable_whatever_its_kind_field_left_out(tmp_path):
    found = read_minutes_set(write_lines(tmp_path / "a.jsonl", {"id": "q", "question": "x", "answers": []}))
    assert found.questions[0].kind == "unanswerable"


def test_the_digest_follows_the_content(tmp_path):
    one = read_minutes_set(write_lines(tmp_path / "a.jsonl", GOOD))
    same = read_minutes_set(write_lines(tmp_path / "b.jsonl", GOOD))
    other = read_minutes_set(write_lines(tmp_path / "c.jsonl", {**GOOD, "kind": "who"}))
    assert one.digest == same.digest != other.digest


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "rad 2: inte giltig JSON"),
        ("7", "rad 2: ska vara ett JSON-objekt"),
        ({**GOOD, "id": " "}, "rad 2: fältet id saknas"),
        ({**GOOD, "id": "q2", "question": 3}, "rad 2: fältet question saknas"),
        ({**GOOD, "id": "q2", "kind": 3}, "rad 2: kind ska vara en text"),
        ({"id": "q2", "question": "x"}, "rad 2: fältet answers saknas"),
        ({**GOOD, "id": "q2", "answers": ["x"]}, "rad 2: svar 1 ska vara ett objekt"),
        ({**GOOD, "id": "q2", "answers": [ANSWER, {**ANSWER, "quote": ""}]}, "svar 2: fältet quote saknas"),
        ({**GOOD, "id": "q2", "kind": "unanswerable"}, "kind är unanswerable men svar finns"),
        ({**GOOD, "id": "q2", "near_miss": True}, "rad 2: near_miss gäller frågor utan svar"),
        (
            {"id": "q2", "question": "x", "answers": [], "near_miss": "ja"},
            "near_miss ska vara true eller false",
        ),
        (GOOD, "rad 2: id 'q1' används redan"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_what_to_do(tmp_path, line, message):
    with pytest.raises(EvaluationError, match=message):
        read_minutes_set(write_lines(tmp_path / "a.jsonl", GOOD, line))


def test_all_problems_are_told_at_once(tmp_path):
    with pytest.raises(EvaluationError, match=r"(?s)25 fel.*rad 1:.*rad 20:.*och 5 till"):
        read_minutes_set(write_lines(tmp_path / "a.jsonl", *["{"] * 25))


def test_a_file_that_is_empty_missing_or_not_utf8_is_refused(tmp_path):
    with pytest.raises(EvaluationError, match="inga frågor"):
        read_minutes_set(write_lines(tmp_path / "a.jsonl"))
    with pytest.raises(EvaluationError, match="finns inte"):
        read_minutes_set(tmp_path / "b.jsonl")
    (tmp_path / "c.jsonl").write_bytes(b"\xe5")
    with pytest.raises(EvaluationError, match="inte UTF-8"):
        read_minutes_set(tmp_path / "c.jsonl")
