"""Texts tied to their source by runs: cut them, join them, and find their place again."""

from collections.abc import Iterable, Sequence

from qa.types import Run


def slice_runs(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of ``text[start:end]``, their ``start`` counted from the slice."""
    cut = []
    for run in runs:
        low, high = max(run.start, start), min(run.start + run.length, end)
        if low < high:
            cut.append(Run(low - start, run.source_start + low - run.start, high - low))
    return tuple(cut)


def join_aligned(parts: Iterable[tuple[str, Sequence[Run]]], glue: str) -> tuple[str, tuple[Run, ...]]:
    """Join texts with ``glue`` between them, and shift their runs along."""
    texts: list[str] = []
    joined: list[Run] = []
    position = 0
    for text, runs in parts:
        if texts:
            position += len(glue)
        texts.append(text)
        joined += [Run(run.start + position, run.source_start, run.length) for run in runs]
        position += len(text)
    return glue.join(texts), tuple(joined)


def source_span(runs: Sequence[Run]) -> tuple[int, int]:
    """Return the first and the last source offset (end exclusive) that the runs touch.

    Raises:
        ValueError: there are no runs.
    """
    return (
        min(run.source_start for run in runs),
        max(run.source_start + run.length for run in runs),
    )
