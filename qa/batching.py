"""Texts parted into batches."""

from collections.abc import Callable, Sequence

OnProgress = Callable[[int], None]
"""Called with the number of texts just finished."""


def batches_of_like_length(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """Part indices into batches whose longest length times their number is at most ``tokens``.

    The longest come first, so that no thread is left with a long batch at the end. A text longer
    than ``tokens`` is a batch of its own.
    """
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batches and lengths[batches[-1][0]] * (len(batches[-1]) + 1) <= tokens:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches
