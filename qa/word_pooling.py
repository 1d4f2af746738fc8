"""Words in the sense they have in their text: the mean of the states of their tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class EncodedWithWords:
    """Vectors of texts, and of words in the sense they have there.

    ``texts`` is float32 [texts, dimension] of unit length. ``words`` is float32 [spans, dimension], text by
    text and span by span; of unit length, or zero for a word that the model gives nothing for: behind the
    end of what it reads, or all words where it shows no states of tokens.
    """

    texts: NDArray[np.float32]
    words: NDArray[np.float32]


def pool_words(
    states: NDArray[np.float32], offsets: NDArray[np.int64], spans: Sequence[Span]
) -> NDArray[np.float32]:
    """Return a vector of unit length for each span of characters.

    Args:
        states: a model's last states of a text's tokens, float32 [tokens, dimension].
        offsets: first character of each token and the one after its last, [tokens, 2], counted as
            the spans are; tokens of no characters, as those at start and end, are empty.
        spans: words as first character and the one after the last, in any order.

    Returns:
        float32 [spans, dimension]: the mean state of the tokens that have a character of the span.
        Zero where there is none, as behind the end of what the model reads.
    """
    real = offsets[:, 1] > offsets[:, 0]
    first, last = offsets[real, 0], offsets[real, 1]
    sums = np.concatenate([np.zeros((1, states.shape[1])), np.cumsum(states[real], axis=0, dtype=np.float64)])
    wanted = np.array(spans, dtype=np.int64).reshape(-1, 2)
    begin = np.searchsorted(last, wanted[:, 0], side="right")
    end = np.maximum(begin, np.searchsorted(first, wanted[:, 1], side="left"))
    return unit_rows((sums[end] - sums[begin]).astype(np.float32))


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows at unit length; those of zero length stay zero. float32 [n, dimension]."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)
