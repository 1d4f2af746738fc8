"""Which items are trained on together: such as are hard to tell apart, as those of one council are."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_LIKE_ITEMS = 5
_NEAREST = 40
"""How far down the list of like items one is looked for that is still left."""


def batches_of_items(
    vectors: NDArray[np.float32], items: NDArray[np.int64], size: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yield every item once, in batches of groups of like items.

    The other passages of a batch are what a question's own is told from, so like ones teach most.

    Args:
        vectors: of the passages, float32 [passages, dimension], unit length.
        items: the number of each passage's item, int64 [passages], from 0 without gaps.
        size: items in a batch, 1 or more; the last may have fewer.
        random: what decides the order.

    Yields:
        Numbers of items, int64 [at most size].
    """
    count = int(items.max()) + 1
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, items, vectors)
    means = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    nearest = np.argsort(-(means @ means.T), axis=1, kind="stable")[:, :_NEAREST]
    left = np.ones(count, dtype=np.bool_)
    groups = []
    for item in random.permutation(count):
        if left[item]:
            group = nearest[item][left[nearest[item]]][:_LIKE_ITEMS]
            left[group] = False
            groups.append(group)
    order = np.concatenate([groups[place] for place in random.permutation(len(groups))])
    for start in range(0, count, size):
        yield order[start : start + size].astype(np.int64)
