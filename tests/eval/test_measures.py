"""Measures worked by hand, their invariants, and agreement with trec_eval on random runs."""

import math

import ir_measures
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures import (
    Measure,
    average_precision,
    judged,
    ndcg,
    parse_measure,
    parse_measures,
    precision,
    recall,
    reciprocal_rank,
    success,
)
from eval.relevance import Judgement
from qa.errors import EvaluationError

GRADES = {"a": 1, "b": 2, "c": 0, "d": -1, "e": 1}
FUNCTIONS = (ndcg, reciprocal_rank, average_precision, precision, recall, success, judged)


def test_ndcg_is_the_gain_over_that_of_the_ideal_ranking():
    gained = 1 / math.log2(3) + 2 / math.log2(5)
    ideal = 2 / math.log2(2) + 1 / math.log2(3) + 1 / math.log2(4)
    assert ndcg(["x", "a", "c", "b"], GRADES, 10) == pytest.approx(gained / ideal)


def test_the_ideal_ranking_of_ndcg_ends_at_the_cutoff():
    assert ndcg(["b"], GRADES, 1) == 1.0
    assert ndcg(["b", "a"], GRADES, 2) == 1.0


def test_a_negative_grade_takes_nothing_away():
    assert ndcg(["d", "b"], GRADES, 10) == ndcg(["x", "b"], GRADES, 10)


def test_reciprocal_rank_counts_the_first_relevant_document():
    assert reciprocal_rank(["x", "c", "a", "b"], GRADES, 10) == 1 / 3
    assert reciprocal_rank(["x", "c", "a"], GRADES, 2) == 0.0


def test_average_precision_divides_by_all_relevant_documents():
    assert average_precision(["a", "x", "b"], GRADES) == pytest.approx((1 / 1 + 2 / 3) / 3)
    assert average_precision(["a", "x", "b"], GRADES, 2) == pytest.approx(1 / 3)


def test_precision_divides_by_the_cutoff_also_when_fewer_are_ranked():
    assert precision(["a", "x", "b"], GRADES, 5) == 2 / 5
    assert precision(["a", "x"], GRADES) == 1 / 2


def test_recall_is_the_share_of_relevant_documents_found():
    assert recall(["a", "x", "b"], GRADES, 2) == 1 / 3
    assert recall(["a", "x", "b"], GRADES, 3) == 2 / 3


def test_success_asks_for_one_relevant_document():
    assert success(["x", "c", "a"], GRADES, 3) == 1.0
    assert success(["x", "c", "a"], GRADES, 2) == 0.0


def test_judged_counts_documents_of_grade_0_too():
    assert judged(["c", "x", "a"], GRADES, 10) == 2 / 3


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("ranking", "grades"), [([], GRADES), (["x"], {}), ([], {}), (["c"], {"x": 0})])
def test_nothing_ranked_or_nothing_relevant_scores_0(function, ranking, grades):
    assert function(ranking, grades, 10) == 0.0


rankings = st.lists(st.sampled_from("abcdefgh"), unique=True)
judgements = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-1, 3))


@given(rankings, judgements, st.integers(1, 10))
def test_every_measure_lies_between_0_and_1(ranking, grades, cutoff):
    for function in FUNCTIONS:
        assert 0.0 <= function(ranking, grades, cutoff) <= 1.0 + 1e-12


@given(rankings, judgements, st.integers(1, 9))
def test_looking_deeper_never_lowers_recall_or_success(ranking, grades, cutoff):
    for function in (recall, success, reciprocal_rank):
        assert function(ranking, grades, cutoff) <= function(ranking, grades, cutoff + 1)


@given(judgements)
def test_the_ideal_ranking_has_ndcg_1(grades):
    ideal = sorted(grades, key=lambda document: -grades[document])
    if any(grade > 0 for grade in grades.values()):
        assert ndcg(ideal, grades, 5) == pytest.approx(1.0)


ORACLE = (
    "nDCG@10",
    "nDCG",
    "RR@10",
    "RR",
    "AP",
    "AP@5",
    "P@5",
    "R@5",
    "R@100",
    "Success@1",
    "Success@5",
    "Judged@10",
)


@pytest.mark.parametrize("name", ORACLE)
def test_the_measures_agree_with_ir_measures_on_random_runs(name):
    rng = np.random.default_rng(7)
    documents = [f"d{number:02d}" for number in range(40)]
    qrels = {
        f"q{query}": {
            str(document): int(rng.choice((0, 0, 1, 2))) for document in rng.permutation(documents)[:15]
        }
        for query in range(30)
    }
    runs = {
        query: {
            str(document): float(rng.random())
            for document in rng.permutation(documents)[: rng.integers(1, 41)]
        }
        for query in list(qrels)[:-2]
    }
    theirs = {
        metric.query_id: metric.value
        for metric in ir_measures.iter_calc([ir_measures.parse_measure(name)], qrels, runs)
    }
    for query, grades in qrels.items():
        ranking = sorted(runs.get(query, {}), key=lambda document: -runs[query][document])
        ours = parse_measure(name).of(ranking, Judgement(grades, grades))
        assert ours == pytest.approx(theirs.get(query, 0.0), abs=1e-6), query


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("nDCG@10", Measure("nDCG", 10)),
        ("ndcg_cut_10", Measure("nDCG", 10)),
        ("recip_rank", Measure("RR")),
        ("RR@10", Measure("RR", 10)),
        ("map", Measure("AP")),
        ("recall_100", Measure("R", 100)),
        ("P_5", Measure("P", 5)),
        ("success@1", Measure("Success", 1)),
        (" Judged@10 ", Measure("Judged", 10)),
    ],
)
def test_a_measure_is_known_by_either_name(text, measure):
    assert parse_measure(text) == measure


@pytest.mark.parametrize("name", ORACLE)
def test_a_measure_is_read_back_from_its_text_form(name):
    assert str(parse_measure(name)) == name


@pytest.mark.parametrize("text", ["", "nDCG@0", "nDCG@ten", "F1@10", "P", "Success", "nDCG@10@10"])
def test_an_unknown_measure_is_refused(text):
    with pytest.raises(EvaluationError, match=r"mått|djup"):
        parse_measure(text)


def test_all_unknown_measures_are_named_together_and_repeats_are_dropped():
    with pytest.raises(EvaluationError, match=r"'F1'.*'G2'"):
        parse_measures(["F1", "nDCG@10", "G2"])
    assert parse_measures(["nDCG@10", "ndcg_cut_10"]) == (Measure("nDCG", 10),)
    with pytest.raises(EvaluationError, match="Inget mått"):
        parse_measures([])


def test_success_counts_right_places_and_ndcg_only_units():
    judgement = Judgement({"svar-1": 1}, {"svar-1": 1, "b": 1}, {"a": "svar-1"})
    assert Measure("Success", 1).of(["b", "a"], judgement) == 1.0
    assert Measure("RR").of(["b", "a"], judgement) == 1.0
    assert Measure("R", 1).of(["b", "a"], judgement) == 0.0
    assert Measure("nDCG", 10).of(["b", "a"], judgement) == pytest.approx(1 / np.log2(3))
