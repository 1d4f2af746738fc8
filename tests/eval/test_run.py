"""A run asks every question, and ranks what the set has judged."""

import pytest

from eval.judgements import JudgedQuestion, JudgedUnit, QuestionSet
from eval.run import run_retriever
from qa.errors import EvaluationError
from tests.eval.samples import ScriptedRetriever, asked, make_passage, minutes_set


def documents(*passages):
    return [
        (make_passage(f"faq/{place}", "x", file=f"faq/corpus.jsonl#{document}"), score)
        for place, (document, score) in enumerate(passages)
    ]


def document_set(*identifiers):
    questions = tuple(JudgedQuestion(name, name, documents={"d1": 1}) for name in identifiers)
    return QuestionSet("faq", "0", JudgedUnit.DOCUMENT, questions)


def test_every_question_is_asked_also_the_unanswerable_and_the_one_without_hits():
    question = asked("q1", "x")
    passage = make_passage("m/1/1", "x")
    retriever = ScriptedRetriever("prov", {question.text: [(passage, 0.5)]})
    run = run_retriever(retriever, minutes_set(question, asked("q2", "x"), JudgedQuestion("q3", "z")))
    assert list(run.rankings) == ["q1", "q2", "q3"]
    assert [document.id for document in run.rankings["q1"]] == ["m/1/1"]
    assert run.rankings["q2"] == []
    assert set(run.seconds) == {"q1", "q2", "q3"}


def test_a_document_is_ranked_by_its_best_passage():
    found = documents(("d2", 0.9), ("d1", 0.8), ("d2", 0.7))
    run = run_retriever(ScriptedRetriever("prov", {"q": found}), document_set("q"))
    assert [(document.id, document.score) for document in run.rankings["q"]] == [("d2", 0.9), ("d1", 0.8)]


def test_the_search_goes_deeper_until_there_are_enough_documents():
    found = documents(("d1", 0.9), ("d1", 0.8), ("d1", 0.7), ("d1", 0.6), ("d2", 0.5), ("d3", 0.4))
    retriever = ScriptedRetriever("prov", {"q": found})
    run = run_retriever(retriever, document_set("q"), depth=2)
    assert [document.id for document in run.rankings["q"]] == ["d1", "d2"]
    assert retriever.limits == [2, 4, 8]


def test_the_id_of_a_document_may_hold_anything():
    found = documents(("a#b/c d", 0.9))
    run = run_retriever(ScriptedRetriever("prov", {"q": found}), document_set("q"))
    assert run.rankings["q"][0].id == "a#b/c d"


def test_an_index_of_something_else_is_refused():
    found = [(make_passage("m/1/1", "x"), 0.5)]
    with pytest.raises(EvaluationError, match=r"indexet har namnd\.txt"):
        run_retriever(ScriptedRetriever("prov", {"q": found}), document_set("q"))
