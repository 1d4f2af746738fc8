from math import log
from pathlib import Path

import numpy as np
import pytest

from qa.errors import IndexFormatError
from qa.index.lexical import K1, B, LexicalIndex

DOCUMENTS = [["avgift", "höjs", "avgift"], ["avgift", "sänks"], ["simhall"], []]


def idf(rows_with_term: int, rows: int = 4) -> float:
    return log(1 + (rows - rows_with_term + 0.5) / (rows_with_term + 0.5))


def tf(count: int, length: int, mean_length: float = 6 / 4) -> float:
    return count / (count + K1 * (1 - B + B * length / mean_length))


def test_scores_are_bm25_as_a_share_of_the_sum_of_idf() -> None:
    scores = LexicalIndex.build(DOCUMENTS).scores([["avgift"], ["höjs"]])
    bound = idf(2) + idf(1)
    expected = [
        (idf(2) * tf(2, 3) + idf(1) * tf(1, 3)) / bound,
        idf(2) * tf(1, 2) / bound,
        0,
        0,
    ]
    assert scores == pytest.approx(expected, rel=1e-5)


def test_a_word_that_occurs_nowhere_lowers_the_share() -> None:
    index = LexicalIndex.build(DOCUMENTS)
    known = index.scores([["avgift"]])
    assert index.scores([["avgift"], ["okänt"]]) == pytest.approx(
        known * idf(2) / (idf(2) + idf(0)), rel=1e-5
    )


def test_a_word_of_n_terms_weighs_the_root_of_n() -> None:
    scores = LexicalIndex.build(DOCUMENTS).scores([["avgift", "sänks"], ["simhall"]])
    share = 2**-0.5
    bound = share * (idf(2) + idf(1)) + idf(1)
    expected = [
        share * idf(2) * tf(2, 3) / bound,
        share * (idf(2) * tf(1, 2) + idf(1) * tf(1, 2)) / bound,
        idf(1) * tf(1, 1) / bound,
        0,
    ]
    assert scores == pytest.approx(expected, rel=1e-5)


def test_a_question_without_known_words_scores_nothing() -> None:
    index = LexicalIndex.build(DOCUMENTS)
    assert (
        index.scores([["okänt"]]).tolist()
        == index.scores([]).tolist()
        == index.scores([[]]).tolist()
        == [0, 0, 0, 0]
    )


def test_an_index_without_any_word_can_be_asked_and_saved(tmp_path: Path) -> None:
    index = LexicalIndex.build([[], []])
    index.save(tmp_path / "words")
    assert LexicalIndex.load(tmp_path / "words").scores([["avgift"]]).tolist() == [0, 0]


def test_a_loaded_index_scores_as_the_saved_one(tmp_path: Path) -> None:
    index = LexicalIndex.build(DOCUMENTS)
    index.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words")
    assert np.array_equal(loaded.scores([["avgift"], ["okänt"]]), index.scores([["avgift"], ["okänt"]]))
    assert len(loaded) == 4


def test_document_frequency_counts_rows_not_occurrences() -> None:
    index = LexicalIndex.build(DOCUMENTS)
    assert [index.document_frequency(term) for term in ("avgift", "simhall", "okänt")] == [2, 1, 0]


def test_a_damaged_index_is_an_error(tmp_path: Path) -> None:
    LexicalIndex.build(DOCUMENTS).save(tmp_path / "words")
    (tmp_path / "words" / "row_count.npy").write_bytes(b"")
    with pytest.raises(IndexFormatError, match="Bygg om"):
        LexicalIndex.load(tmp_path / "words")
