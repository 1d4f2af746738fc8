import numpy as np
import pytest

from qa.retrieval.base import NOT_RANKED
from qa.retrieval.fusion import fuse, sentence_share


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_scores_add_up_on_an_absolute_scale() -> None:
    fused = fuse(array(0.8, 0.9), array(0.7, 0.6), array(0.3, 0.5), array(0.5, 0.0), array(0.0, 0.25))
    expected = [0.7 * 0.8 + 0.3 * 0.7 + 0.12 * 0.5, 0.5 * 0.9 + 0.5 * 0.6 + 0.06 * 0.25]
    assert fused == pytest.approx(expected, abs=1e-6)


def test_a_passage_without_sentences_gets_the_lowest_of_a_best_sentence_there_is() -> None:
    fused = fuse(
        array(0.8, 0.7, 0.6),
        array(NOT_RANKED, 0.5, 0.9),
        array(0.3, 0.3, 0.3),
        array(0, 0, 0),
        array(0, 0, 0),
    )
    expected = [0.7 * 0.8 + 0.3 * 0.5, 0.7 * 0.7 + 0.3 * 0.5, 0.7 * 0.6 + 0.3 * 0.9]
    assert fused == pytest.approx(expected, abs=1e-6)


def test_where_no_passage_has_sentences_nearness_counts_for_both() -> None:
    assert fuse(array(0.8), array(NOT_RANKED), array(0.3), array(0.0), array(0.0)) == pytest.approx([0.8])


def test_a_table_gets_the_lowest_nearness_there_is() -> None:
    fused = fuse(
        array(0.8, 0.7, NOT_RANKED),
        array(0.8, 0.7, NOT_RANKED),
        array(0.3, 0.3, 0.3),
        array(0.0, 0.0, 0.4),
        array(0.0, 0.0, 0.0),
    )
    assert fused == pytest.approx([0.8, 0.7, 0.7 + 0.12 * 0.4])


def test_only_tables_are_ranked_by_words_alone() -> None:
    assert fuse(array(NOT_RANKED), array(NOT_RANKED), array(0.3), array(0.4), array(0.0)) == pytest.approx(
        [0.12 * 0.4]
    )


def test_the_best_sentence_counts_the_more_the_longer_the_passage() -> None:
    share = sentence_share(np.array([0, 40, 120, 500], dtype=np.int32))
    assert share == pytest.approx([0.2, 0.2 + 0.3 / 3, 0.5, 0.5])
    assert share.dtype == np.float32
