"""Pools hold what every retriever finds, and give away nothing of who found it."""

from hypothesis import given
from hypothesis import strategies as st

from eval.pool import pool
from tests.eval.samples import ScriptedRetriever, make_passage

PASSAGES = [make_passage(f"m/{number}/1", "x") for number in range(20)]


def retriever(name, rows):
    return ScriptedRetriever(name, {"fråga": [(PASSAGES[row], 1.0 - row / 100) for row in rows]})


def test_each_passage_is_in_the_pool_once():
    found = pool([retriever("a", [0, 1, 2]), retriever("b", [2, 3])], "fråga")
    assert {passage.id for passage in found} == {"m/0/1", "m/1/1", "m/2/1", "m/3/1"}
    assert len(found) == 4


def test_only_the_best_of_each_retriever_are_taken():
    found = pool([retriever("a", range(20)), retriever("b", range(10, 20))], "fråga", depth=2)
    assert {passage.id for passage in found} == {"m/0/1", "m/1/1", "m/10/1", "m/11/1"}


@given(st.lists(st.integers(0, 19), unique=True), st.lists(st.integers(0, 19), unique=True))
def test_the_order_does_not_depend_on_who_found_what(first, second):
    one = pool([retriever("a", first), retriever("b", second)], "fråga", depth=20)
    other = pool([retriever("b", second[::-1]), retriever("a", first[::-1])], "fråga", depth=20)
    assert one == other


def test_the_order_is_not_that_of_a_ranking():
    found = pool([retriever("a", range(20))], "fråga", depth=20)
    assert [passage.id for passage in found] != [passage.id for passage in PASSAGES]
