from hypothesis import given
from hypothesis import strategies as st

from qa.alignment import join_aligned, slice_runs, source_span
from qa.types import Run

SOURCE = "Nämnden beslutar att avslå före-\nslaget om cykel."
JOINED = "Nämnden beslutar att avslå föreslaget om cykel."
RUNS = (Run(0, 0, 31), Run(31, 33, 16))


def holds(text: str, runs: tuple[Run, ...]) -> bool:
    return all(
        text[run.start : run.start + run.length] == SOURCE[run.source_start : run.source_start + run.length]
        for run in runs
    )


def test_the_example_itself_is_aligned() -> None:
    assert holds(JOINED, RUNS)


@given(st.integers(0, len(JOINED)), st.integers(0, len(JOINED)))
def test_every_slice_stays_aligned_and_covered(one: int, other: int) -> None:
    start, end = sorted((one, other))
    runs = slice_runs(RUNS, start, end)
    assert holds(JOINED[start:end], runs)
    assert sum(run.length for run in runs) == end - start


def test_joining_shifts_the_runs_past_the_glue() -> None:
    text, runs = join_aligned([("Nämnden", (Run(0, 0, 7),)), ("beslutar", (Run(0, 8, 8),))], "\n")
    assert text == "Nämnden\nbeslutar"
    assert runs == (Run(0, 0, 7), Run(8, 8, 8))


def test_the_source_span_reaches_from_the_first_to_the_last_run() -> None:
    assert source_span(RUNS) == (0, 49)
