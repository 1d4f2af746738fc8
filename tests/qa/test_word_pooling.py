import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.word_pooling import pool_words, unit_rows

# "ny simhall" in four tokens between an empty one at each end: "ny", "sim", "hall".
OFFSETS = np.array([(0, 0), (0, 2), (2, 6), (6, 10), (0, 0)])
STATES = np.array([(9, 9), (3, 0), (0, 2), (2, 0), (9, 9)], dtype=np.float32)


def test_a_word_is_the_mean_of_its_tokens_at_unit_length() -> None:
    simhall, ny = pool_words(STATES, OFFSETS, [(3, 10), (0, 2)])
    assert simhall == pytest.approx(np.array([1, 1]) / np.sqrt(2))
    assert ny == pytest.approx(np.array([1, 0]))


def test_a_token_that_begins_with_the_space_before_belongs_to_its_word_only() -> None:
    (sim,) = pool_words(STATES, OFFSETS, [(3, 6)])
    assert sim == pytest.approx(np.array([0, 1]))


def test_a_word_behind_the_end_of_what_was_read_is_zero() -> None:
    assert pool_words(STATES, OFFSETS, [(11, 15)]).tolist() == [[0, 0]]


def test_no_words_give_no_rows() -> None:
    assert pool_words(STATES, OFFSETS, []).shape == (0, 2)


def test_a_text_without_tokens_gives_zeros() -> None:
    assert pool_words(STATES[:1], OFFSETS[:1], [(0, 2)]).tolist() == [[0, 0]]


@given(st.lists(st.tuples(*[st.floats(-9, 9, width=32)] * 3), max_size=5))
def test_rows_are_of_unit_length_or_zero(rows: list[tuple[float, float, float]]) -> None:
    vectors = np.array(rows, dtype=np.float32).reshape(-1, 3)
    lengths = np.linalg.norm(unit_rows(vectors), axis=1)
    known = np.linalg.norm(vectors, axis=1) > 0
    assert lengths[known] == pytest.approx(np.ones(known.sum()), abs=1e-3)
    assert not lengths[~known].any()
