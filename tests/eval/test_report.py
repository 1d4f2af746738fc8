"""A report says what was measured, on what, and for every question."""

import json

import pytest

from eval.judgements import JudgedQuestion
from eval.relevance import find_relevant
from eval.report import make_report, report_as_json
from eval.run import Run
from qa.errors import EvaluationError
from tests.eval.reports import FACTS, OPTIONS, QUESTIONS, small_outcome
from tests.eval.samples import minutes_set


def test_the_means_are_over_all_questions_with_an_answer():
    poor, good = small_outcome().report.systems
    assert poor.overall["Success@1"].mean == pytest.approx(1 / 3)
    assert good.overall["Success@1"].mean == pytest.approx(2 / 3)


def test_kinds_are_apart_and_unanswerable_is_none_of_them():
    good = small_outcome().report.systems[1]
    assert list(good.kinds) == ["number", "paraphrase"]
    assert (good.kinds["paraphrase"].questions, good.kinds["paraphrase"].means["Success@1"]) == (2, 0.5)


def test_questions_without_answer_have_their_own_figures():
    poor, good = small_outcome().report.systems
    # one answerable question has no hits at all, so it is below the unanswerable one
    assert good.separation is not None
    assert good.separation.auroc.mean == pytest.approx(2 / 3)
    assert poor.separation is not None
    assert poor.separation.unanswerable == 1


def test_the_json_holds_the_manifest_every_question_and_the_lost_quotes():
    document = json.loads(report_as_json(small_outcome().report))
    manifest = document["manifest"]
    assert (manifest["set_name"], manifest["set_digest"]) == (QUESTIONS.name, QUESTIONS.digest)
    assert (manifest["answerable"], manifest["unanswerable"], manifest["depth"]) == (3, 1, 100)
    assert manifest["index"]["version"] == FACTS.version
    assert {"seed", "program_version", "machine", "created"} <= manifest.keys()
    questions = {question["id"]: question for question in document["questions"]}
    assert questions["bad"]["values"]["hybrid"]["nDCG@10"] == 1.0
    assert questions["bad"]["first_hits"] == {"bm25": "m/1/1", "hybrid": "m/2/1"}
    assert questions["borta"]["first_hits"]["hybrid"] is None
    assert questions["obesvarbar"]["values"] == {}
    assert [lost["question_id"] for lost in document["lost"]] == ["borta"]


def test_two_runs_of_one_name_are_refused():
    relevance = find_relevant(QUESTIONS, [])
    with pytest.raises(EvaluationError, match="heter lika"):
        make_report(QUESTIONS, relevance, [Run("a", {}), Run("a", {})], OPTIONS, None)


def test_a_set_with_nothing_to_find_is_refused():
    question_set = minutes_set(JudgedQuestion("q", "x"))
    with pytest.raises(EvaluationError, match="ingen fråga med svar"):
        make_report(question_set, find_relevant(question_set, []), [Run("a", {})], OPTIONS, None)
