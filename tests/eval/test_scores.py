"""Runs are measured over every judged question, and the unanswerable ones are kept apart."""

import pytest

from eval.judgements import JudgedQuestion
from eval.measures import Measure
from eval.relevance import Judgement, Relevance
from eval.run import RankedDocument, Run
from eval.scores import Missing, measure_run, separation
from qa.errors import EvaluationError
from tests.eval.samples import asked, minutes_set

MEASURE = Measure("Success", 1)
RELEVANCE = Relevance({name: Judgement({"a": 1}, {"a": 1}) for name in ("q1", "q2")})


def ranked(**scores):
    return {question: [RankedDocument("a", score)] for question, score in scores.items()}


def test_a_question_without_hits_scores_0_and_is_not_dropped():
    scores = measure_run(Run("prov", {**ranked(q1=1.0), "q2": []}), RELEVANCE, [MEASURE])
    assert scores.question_ids == ("q1", "q2")
    assert scores.values[MEASURE].tolist() == [1.0, 0.0]
    assert scores.missing == 0


def test_a_run_that_lacks_questions_is_refused_unless_they_are_to_count_as_0():
    run = Run("prov", ranked(q1=1.0))
    with pytest.raises(EvaluationError, match="prov saknar 1 av 2 frågor, bland dem q2"):
        measure_run(run, RELEVANCE, [MEASURE])
    scores = measure_run(run, RELEVANCE, [MEASURE], Missing.ZERO)
    assert scores.values[MEASURE].tolist() == [1.0, 0.0]
    assert scores.missing == 1


def test_a_run_of_quite_other_questions_is_always_refused():
    with pytest.raises(EvaluationError, match="saknar 2 av 2"):
        measure_run(Run("prov", ranked(x=1.0)), RELEVANCE, [MEASURE], Missing.ZERO)


def test_the_order_of_the_run_counts_and_not_its_scores():
    run = Run("prov", {"q1": [RankedDocument("b", 0.1), RankedDocument("a", 0.9)], "q2": []})
    assert measure_run(run, RELEVANCE, [MEASURE]).values[MEASURE].tolist() == [0.0, 0.0]


def test_the_first_score_is_judged_on_questions_without_answer():
    question_set = minutes_set(
        asked("q1", "x"), asked("q2", "x"), JudgedQuestion("q3", "z"), JudgedQuestion("q4", "w")
    )
    found = separation(Run("prov", ranked(q1=0.9, q2=0.5, q3=0.7)), question_set, RELEVANCE)
    assert found is not None
    # q1 is above both, q2 only above q4, which has no hits
    assert (found.auroc.mean, found.rejected) == ((2 + 1) / 4, 0.5)
    assert (found.answerable, found.unanswerable) == (2, 2)


def test_a_set_without_such_questions_says_nothing_of_them():
    run = Run("prov", ranked(q1=0.9, q2=0.7))
    assert separation(run, minutes_set(asked("q1", "x"), asked("q2", "x")), RELEVANCE) is None
