"""BEIR folders are read as question sets."""

import gzip

import pytest

from eval.beir_set import is_beir_set, read_beir_qrels, read_beir_set
from eval.judgements import Answerability, JudgedUnit
from qa.errors import EvaluationError
from tests.eval.samples import write_lines

HEADER = "query-id\tcorpus-id\tscore"


def write_set(folder, queries, rows, split="test"):
    write_lines(folder / "queries.jsonl", *queries)
    write_lines(folder / "qrels" / f"{split}.tsv", HEADER, *rows)
    return folder


def test_the_queries_of_the_qrels_are_the_set(tmp_path):
    queries = [{"_id": "1", "text": "Vad?"}, {"_id": "2", "text": "Var?"}]
    found = read_beir_set(write_set(tmp_path / "faq", queries, ["1\td1\t2", "1\td2\t0"]))
    assert (found.name, found.unit) == ("faq", JudgedUnit.DOCUMENT)
    (question,) = found.questions
    assert question.documents == {"d1": 2, "d2": 0}


def test_queries_marked_as_unanswerable_are_kept_apart(tmp_path):
    queries = [
        {"_id": "1", "text": "Vad?"},
        {"_id": "2", "text": "Var?", "metadata": {"answerable": False}},
        {"_id": "3", "text": "Vem?"},
    ]
    found = read_beir_set(write_set(tmp_path, queries, ["1\td1\t1", "3\td1\t0"]))
    assert [question.id for question in found.answerable] == ["1"]
    assert [question.id for question in found.unanswerable] == ["2", "3"]


def test_metadata_tells_the_words_that_answer_and_how_near_a_question_without_answer_is(tmp_path):
    queries = [
        {"_id": "1", "text": "Vad?", "metadata": {"answers": [" Bygglov krävs. ", "Ja"], "url": "x"}},
        {"_id": "2", "text": "Var?", "metadata": {"answerable": False, "near_miss": True}},
        {"_id": "3", "text": "Vem?", "metadata": {"answers": ["ingen ser detta"]}},
    ]
    found = read_beir_set(write_set(tmp_path, queries, ["1\td1\t1", "3\td1\t0"])).questions
    assert [answer.quote for answer in found[0].answers] == ["Bygglov krävs.", "Ja"]
    assert found[1].answerability is Answerability.NEAR_MISS
    # no document is relevant, so no words can answer
    assert (found[2].answers, found[2].answerability) == ((), Answerability.OFF_CORPUS)


def test_test_qrels_go_before_dev_and_packed_queries_are_read(tmp_path):
    write_set(tmp_path, [{"_id": "1", "text": "Vad?"}], ["1\tdev\t1"], split="dev")
    write_lines(tmp_path / "qrels" / "test.tsv", HEADER, "1\ttest\t1")
    packed = gzip.compress((tmp_path / "queries.jsonl").read_bytes())
    (tmp_path / "queries.jsonl").unlink()
    (tmp_path / "queries.jsonl.gz").write_bytes(packed)
    assert is_beir_set(tmp_path)
    assert read_beir_set(tmp_path).questions[0].documents == {"test": 1}


def test_document_ids_may_have_spaces_in_them(tmp_path):
    path = write_lines(tmp_path / "test.tsv", HEADER, "q 1\td 1\t1")
    assert read_beir_qrels(path) == {"q 1": {"d 1": 1}}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1 d1 1", "rad 2: 1 kolumner"),
        ("1\td1\tja", "graden 'ja' är inget heltal"),
        ("1\td1\t1\n1\td1\t1", "rad 3: d1 är redan bedömt för 1"),
        ("9\td1\t1", "1 frågor som saknas i queries.jsonl, bland dem 9"),
        ("", "inga bedömningar"),
    ],
)
def test_qrels_that_cannot_be_used_are_refused(tmp_path, row, message):
    folder = write_set(tmp_path, [{"_id": "1", "text": "Vad?"}], [row])
    with pytest.raises(EvaluationError, match=message):
        read_beir_set(folder)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "rad 2: inte giltig JSON"),
        ({"_id": "2"}, "rad 2: ska vara"),
        ({"_id": "1", "text": "x"}, "redan"),
        (
            {"_id": "2", "text": "x", "metadata": {"answers": "ja"}},
            "rad 2: metadata.answers ska vara en lista",
        ),
        (
            {"_id": "2", "text": "x", "metadata": {"answers": [" "]}},
            "rad 2: metadata.answers ska vara en lista",
        ),
    ],
)
def test_queries_that_cannot_be_used_are_refused(tmp_path, line, message):
    folder = write_set(tmp_path, [{"_id": "1", "text": "Vad?"}, line], ["1\td1\t1"])
    with pytest.raises(EvaluationError, match=message):
        read_beir_set(folder)


def test_a_folder_without_qrels_is_no_set(tmp_path):
    write_lines(tmp_path / "queries.jsonl", {"_id": "1", "text": "x"})
    assert not is_beir_set(tmp_path)
    with pytest.raises(EvaluationError, match="ingen BEIR-mapp"):
        read_beir_set(tmp_path)
