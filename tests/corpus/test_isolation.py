"""Each file is read in a process of its own, with limits; a bad one harms no other."""

import io
import pickle
import re
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.isolation import Limits, Outcome, _TrustedUnpickler, read_meetings
from corpus.source import SourceFile
from qa.types import Meeting, Role
from tests.corpus.hostile import behave_as_named

TIGHT = Limits(cpu_seconds=1, wall_seconds=60.0, memory_bytes=1_000_000_000, result_bytes=1_000_000)


def outcomes(*names: str, workers: int = 1, limits: Limits = TIGHT) -> list[Outcome]:
    sources = [SourceFile(Path(f"{name}.pdf"), f"{name}.pdf", name, "") for name in names]
    return list(read_meetings(sources, workers, limits, behave_as_named))


@pytest.mark.parametrize(
    ("deed", "problem"),
    [
        ("compute", "tog mer än 1 sekunder"),
        ("crash", rf"avbrytas \(kod -{signal.SIGABRT.value}\)"),
        ("fail", r"avbrytas \(kod 1\)"),
        ("refuse", r"refuse\.pdf är ingen hel fil"),
        ("recurse", "för djupt nästlad"),
        ("swallow", "krävde mer än 1000 MB minne"),
        ("flood", "mer text än programmet tar emot"),
    ],
)
def test_a_file_that_harms_its_reader_is_reported_and_the_next_one_read(deed, problem):
    bad, good = outcomes(deed, "good")
    assert bad.meeting is None
    assert good.meeting is not None
    assert re.search(problem, bad.problem)


def test_a_file_that_hangs_is_given_up_and_the_next_one_read():
    bad, good = outcomes("hang", "good", limits=replace(TIGHT, wall_seconds=5.0))
    assert "hang.pdf tog mer än 5 sekunder" in bad.problem
    assert good.meeting is not None


def test_meetings_come_in_the_order_of_the_files_whatever_takes_longest():
    names = ["slow-1", "a", "b", "slow-2", "c"]
    read = outcomes(*names, workers=2)
    assert [outcome.source.meeting_id for outcome in read] == names
    assert [outcome.meeting.id for outcome in read if outcome.meeting] == names


def test_one_process_reads_many_files():
    titles = {outcome.meeting.title for outcome in outcomes("a", "b", "c") if outcome.meeting}
    assert len(titles) == 1


def test_no_files_need_no_process():
    assert outcomes() == []


def test_a_reading_that_is_broken_off_leaves_no_process_behind():
    sources = [SourceFile(Path(f"{name}.pdf"), name, name, "") for name in ("a", "hang", "b")]
    reading = read_meetings(sources, 1, TIGHT, behave_as_named)
    first = next(reading)
    assert first.meeting is not None
    pid = int(first.meeting.title.rpartition(" ")[2])
    reading.close()
    assert not Path(f"/proc/{pid}").exists()


def test_what_a_worker_sends_can_name_nothing_but_parts_of_a_meeting():
    with pytest.raises(pickle.UnpicklingError, match="no part of a meeting"):
        _TrustedUnpickler(io.BytesIO(pickle.dumps(signal.raise_signal))).load()


class _Attribute:
    """Is sent as the first releases of Python 3.11 send members of enumerations."""

    def __init__(self, owner: object, name: str) -> None:
        self.asked = (owner, name)

    def __reduce__(self) -> tuple[object, tuple[object, str]]:
        return getattr, self.asked


def test_members_of_enumerations_are_taken_as_any_python_sends_them() -> None:
    sent = pickle.dumps(_Attribute(Role, "DECISION"))
    assert _TrustedUnpickler(io.BytesIO(sent)).load() is Role.DECISION


@pytest.mark.parametrize(("owner", "name"), [(Role, "__class__"), (Meeting, "__init__"), ("text", "upper")])
def test_no_other_attribute_is_taken(owner: object, name: str) -> None:
    with pytest.raises(pickle.UnpicklingError, match="no part of a meeting"):
        _TrustedUnpickler(io.BytesIO(pickle.dumps(_Attribute(owner, name)))).load()
