"""TREC files are read as trec_eval reads them, and written so that it reads the same."""

import math
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.run import RankedDocument, Run
from eval.trec import read_qrels, read_run, strictly_decreasing, write_qrels, write_run
from qa.errors import EvaluationError
from tests.eval.samples import write_lines

identifiers = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)
finite = st.floats(min_value=-1e300, max_value=1e300)


def test_qrels_come_back_as_they_were_written(tmp_path):
    qrels = {"q1": {"d1": 2, "d2": 0}, "q2": {"å/1": 1}}
    write_qrels(tmp_path / "a.qrels", qrels)
    assert (tmp_path / "a.qrels").read_text(encoding="utf-8").splitlines()[0] == "q1 0 d1 2"
    assert read_qrels(tmp_path / "a.qrels") == qrels


def test_equal_scores_are_ordered_by_id_descending_and_the_printed_rank_is_not_believed(tmp_path):
    path = write_lines(tmp_path / "a.run", "q Q0 b 1 0.5 x", "q Q0 c 2 0.5 x", "q Q0 a 3 0.9 x")
    run = read_run(path)
    assert run.name == "x"
    assert [document.id for document in run.rankings["q"]] == ["a", "c", "b"]


@given(st.dictionaries(identifiers, st.lists(finite, max_size=6), max_size=4))
def test_a_run_keeps_its_order_through_a_file(scores):
    rankings = {
        query: [
            RankedDocument(f"d{place}", score) for place, score in enumerate(sorted(values, reverse=True))
        ]
        for query, values in scores.items()
    }
    with TemporaryDirectory() as folder:
        write_run(Path(folder) / "a.run", Run("a", rankings))
        found = read_run(Path(folder) / "a.run")
    for query, ranking in rankings.items():
        read = found.rankings.get(query, ())
        assert [document.id for document in read] == [document.id for document in ranking]


@given(st.lists(finite))
def test_written_scores_fall_strictly_and_never_rise_above_the_true_ones(scores):
    lowered = strictly_decreasing(scores)
    assert all(later < earlier for earlier, later in pairwise(lowered))
    assert all(low <= score for low, score in zip(lowered, scores, strict=True))


def test_scores_that_already_fall_are_left_alone():
    assert strictly_decreasing([3.0, 2.0, 2.0]) == [3.0, 2.0, math.nextafter(2.0, -math.inf)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("q Q0 d 1 0.5", "rad 1: 5 kolumner"),
        ("q Q0 d 1 nan x", "poängen 'nan' är inget tal"),
        ("q Q0 d 1 hög x", "poängen 'hög' är inget tal"),
        ("q Q0 d 1 1 x\nq Q0 d 2 0 x", "rad 2: d finns redan för q"),
    ],
)
def test_a_run_that_cannot_be_used_is_refused(tmp_path, line, message):
    with pytest.raises(EvaluationError, match=message):
        read_run(write_lines(tmp_path / "a.run", line))


@pytest.mark.parametrize(
    ("line", "message"),
    [("q d 1", "3 kolumner"), ("q 0 d x", "inget heltal"), ("q 0 d 1\nq 0 d 0", "redan bedömt")],
)
def test_qrels_that_cannot_be_used_are_refused(tmp_path, line, message):
    with pytest.raises(EvaluationError, match=message):
        read_qrels(write_lines(tmp_path / "a.qrels", line))


def test_an_id_with_a_space_cannot_be_written(tmp_path):
    with pytest.raises(EvaluationError, match="'d 1' kan inte skrivas"):
        write_qrels(tmp_path / "a.qrels", {"q": {"d 1": 1}})
