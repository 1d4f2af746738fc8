from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import IndexFormatError
from qa.index.vectors import VectorIndex


def unit_vectors(count: int, dimension: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@given(st.integers(0, 40), st.integers(1, 24), st.integers(0, 1000))
def test_scores_are_the_inner_products_in_row_order(count: int, dimension: int, seed: int) -> None:
    vectors = unit_vectors(count, dimension, seed)
    query = unit_vectors(1, dimension, seed + 1)[0]
    index = VectorIndex.build(vectors, dimension)
    assert index.scores(query) == pytest.approx(vectors @ query, abs=1e-5)
    assert np.array_equal(index.vectors(), vectors)


def test_an_index_without_vectors_can_be_saved_and_asked(tmp_path: Path) -> None:
    VectorIndex.build(np.empty((0, 3), np.float32), 3).save(tmp_path / "v")
    index = VectorIndex.load(tmp_path / "v")
    assert (len(index), index.dimension, index.scores(np.ones(3, np.float32)).shape) == (0, 3, (0,))


def test_a_loaded_index_scores_as_the_saved_one(tmp_path: Path) -> None:
    vectors = unit_vectors(5, 8, 1)
    VectorIndex.build(vectors, 8).save(tmp_path / "v")
    assert np.array_equal(VectorIndex.load(tmp_path / "v").vectors(), vectors)


def test_an_index_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    faiss.write_index(faiss.IndexFlatL2(4), str(tmp_path / "v"))
    with pytest.raises(IndexFormatError, match="IndexFlatL2"):
        VectorIndex.load(tmp_path / "v")
