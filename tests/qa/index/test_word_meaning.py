from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import IndexFormatError
from qa.index.word_meaning import WordData, WordMeaning


def words_of(*rows: tuple[int, ...], vectors: np.ndarray | None = None) -> WordData:
    """Passages of numbered words; each word has one example, by default a direction of its own."""
    size = max((word for row in rows for word in row), default=-1) + 1
    places = [(row, word) for row, words in enumerate(rows) for word in sorted(words)]
    numbers = np.array(places, dtype=np.int32).reshape(-1, 2)
    examples = np.eye(size) if vectors is None else vectors
    return WordData(
        size=size,
        rows=numbers[:, 0],
        words=numbers[:, 1],
        examples=examples.astype(np.float16),
        example_rows=np.zeros(size, np.int32),
        example_words=np.arange(size, dtype=np.int32),
        common_word=np.zeros(examples.shape[1], np.float32),
    )


def direction(word: int, size: int) -> np.ndarray:
    return np.eye(size, dtype=np.float32)[[word]]


def test_a_word_is_met_by_itself_as_rarely_as_it_occurs() -> None:
    # 6 places in 3 passages of 2 words: word 0 stands at one place, word 1 at three.
    meaning = WordMeaning(words_of((0, 1), (1, 2), (1, 3)), 3)
    rare = meaning.matches(direction(0, 4))[0]
    common = meaning.matches(direction(1, 4))[0]
    by_chance = np.log(np.sqrt(2 * 2))
    assert rare[0] == pytest.approx((np.log(6 / 1) - by_chance) / np.log(3))
    assert common == pytest.approx(max(0, np.log(6 / 3) - by_chance) / np.log(3))


def test_a_word_near_in_meaning_is_met_as_rarely_as_all_that_are_as_near() -> None:
    vectors = np.array([(1, 0, 0), (0.8, 0.6, 0), (0, 1, 0), (0, 0, 1)])
    meaning = WordMeaning(words_of((0, 2), (1, 3), (2, 3), vectors=vectors), 3)
    met = meaning.matches(np.array([(1, 0, 0)], np.float32))[0]
    by_chance = np.log(2)
    assert met[0] == pytest.approx((np.log(6 / 1) - by_chance) / np.log(3))
    assert met[1] == pytest.approx((np.log(6 / 2) - by_chance) / np.log(3))
    assert met[2] == 0


def test_a_longer_passage_must_meet_a_word_more_nearly() -> None:
    meaning = WordMeaning(words_of((0, 1), (0, 2, 3, 4, 5, 6, 7, 8)), 2)
    short, long = meaning.matches(direction(0, 9))[0]
    assert short > long


def test_words_equally_near_are_equally_rare() -> None:
    vectors = np.array([(1, 0), (1, 0), (0, 1)])
    meaning = WordMeaning(words_of((0, 2), (1, 2), vectors=vectors), 2)
    first, second = meaning.matches(np.array([(1, 0)], np.float32))[0]
    assert first == second


def test_what_the_model_gives_nothing_for_is_met_nowhere() -> None:
    meaning = WordMeaning(words_of((0, 1), (2, 3)), 2)
    assert not meaning.matches(np.zeros((2, 4), np.float32)).any()
    silent = WordMeaning(words_of((0, 1), (2, 3), vectors=np.zeros((4, 3))), 2)
    assert not silent.matches(np.ones((1, 3), np.float32)).any()


def test_passages_without_words_meet_nothing() -> None:
    matches = WordMeaning(words_of((), (0, 1), ()), 3).matches(direction(0, 2))
    assert matches.shape == (1, 3)
    assert matches[0, [0, 2]].tolist() == [0, 0]


def test_an_index_without_words_and_a_question_without_words_are_no_error() -> None:
    none = replace(words_of(), common_word=np.zeros(4, np.float32), examples=np.empty((0, 4), np.float16))
    assert WordMeaning(none, 2).matches(np.ones((1, 4), np.float32)).tolist() == [[0, 0]]
    assert WordMeaning(words_of((0,)), 1).matches(np.empty((0, 1), np.float32)).shape == (0, 1)


@given(st.lists(st.sets(st.integers(0, 6), max_size=5), max_size=6), st.integers(0, 6), st.integers(0, 6))
def test_how_a_word_is_met_does_not_depend_on_what_else_is_asked(
    rows: list[set[int]], word: int, other: int
) -> None:
    passages = [*(tuple(row) for row in rows), tuple(range(7))]
    meaning = WordMeaning(words_of(*passages), len(passages))
    both = meaning.matches(np.concatenate([direction(word, 7), direction(other, 7)]))
    assert both[0] == pytest.approx(meaning.matches(direction(word, 7))[0])
    assert (both >= 0).all()


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    stored = words_of((0, 1), (1, 2))
    stored.save(tmp_path / "words.npz")
    read = WordData.load(tmp_path / "words.npz", 2)
    assert read.size == 3
    assert (read.rows.tolist(), read.words.tolist()) == (stored.rows.tolist(), stored.words.tolist())
    assert np.array_equal(read.examples, stored.examples)


@pytest.mark.parametrize(
    "damaged",
    [
        {"size": 2},
        {"rows": np.array([0, 0, 1, 9], np.int32)},
        {"words": np.array([0, 1, 1], np.int32)},
        {"example_rows": np.array([0, 0, 9], np.int32)},
        {"example_words": np.array([0], np.int32)},
        {"common_word": np.zeros(5, np.float32)},
    ],
    ids=lambda damaged: next(iter(damaged)),
)
def test_parts_that_do_not_fit_together_are_an_error(tmp_path: Path, damaged: dict[str, object]) -> None:
    replace(words_of((0, 1), (1, 2)), **damaged).save(tmp_path / "words.npz")
    with pytest.raises(IndexFormatError, match="skadad"):
        WordData.load(tmp_path / "words.npz", 2)
