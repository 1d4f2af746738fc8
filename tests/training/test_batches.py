"""Items are trained on once a pass, like ones together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.batches import batches_of_items


def unit(vectors: np.ndarray) -> np.ndarray:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@given(st.integers(1, 60), st.integers(1, 9), st.integers(0, 99))
def test_every_item_comes_once(count: int, size: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = unit(random.normal(size=(count * 2, 4)))
    batches = list(batches_of_items(vectors, np.repeat(np.arange(count), 2), size, random))
    assert sorted(np.concatenate(batches).tolist()) == list(range(count))
    assert all(len(batch) == size for batch in batches[:-1])


def test_like_items_come_together() -> None:
    random = np.random.default_rng(0)
    directions = np.repeat(np.eye(8), 5, axis=0)  # eight matters of five items each
    vectors = unit(directions + random.normal(scale=0.01, size=directions.shape))
    order = random.permutation(40)
    matters = np.arange(40)[order] // 5
    for batch in batches_of_items(vectors[order], np.arange(40), 5, random):
        assert len(set(matters[batch])) == 1
