import logging
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.errors import IndexFormatError, IndexMissingError, ModelError
from qa.index.generations import POINTER
from service.api.problems import NotReadyError
from service.live_index import LiveIndex
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import sample_meetings


def wait_for(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline, "waited ten seconds in vain"
        time.sleep(0.02)


def test_before_anything_is_loaded_it_says_so(index_folder: Path) -> None:
    with pytest.raises(NotReadyError, match="läses in"):
        LiveIndex(index_folder, FakeEncoder).current()


def test_without_an_index_it_says_how_to_build_one_and_takes_it_when_it_is_there(tmp_path: Path) -> None:
    live = LiveIndex(tmp_path, FakeEncoder)
    assert live.refresh()
    with pytest.raises(IndexMissingError, match="qa index"):
        live.current()
    report = build(tmp_path, sample_meetings())
    live.refresh()
    assert live.current().index.version == report.version


def test_a_moved_pointer_exchanges_the_generation(live: LiveIndex, index_folder: Path) -> None:
    before = live.current()
    report = build(index_folder, sample_meetings()[:1])
    assert live.current() is before
    live.refresh()
    assert live.current().index.version == report.version
    assert len(live.current().index.meetings) == 1


def test_an_unmoved_pointer_changes_nothing(live: LiveIndex) -> None:
    before = live.current()
    live.refresh()
    assert live.current() is before


def test_a_generation_that_cannot_be_opened_never_replaces_one_that_answers(
    live: LiveIndex, index_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = live.current()
    (index_folder / POINTER).write_text("no-such-generation\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert live.refresh()
        assert live.refresh()
    assert live.current() is before
    assert len(caplog.records) == 1, "the same failure is logged once"


def test_an_index_of_another_model_is_refused_by_name(index_folder: Path) -> None:
    live = LiveIndex(index_folder, lambda: FakeEncoder("other", "other-64"))
    live.refresh()
    with pytest.raises(IndexFormatError, match="other"):
        live.current()


def test_a_model_that_cannot_be_loaded_is_not_tried_again(index_folder: Path) -> None:
    def fail() -> FakeEncoder:
        raise ModelError("Modellen saknas.")

    live = LiveIndex(index_folder, fail)
    assert not live.refresh()
    with pytest.raises(ModelError, match="saknas"):
        live.current()


def test_it_loads_and_follows_in_the_background(index_folder: Path) -> None:
    live = LiveIndex(index_folder, FakeEncoder, poll_seconds=0.02)
    live.start()

    def version() -> str:
        try:
            return live.current().index.version
        except NotReadyError:
            return ""

    wait_for(lambda: version() != "")
    report = build(index_folder, sample_meetings()[:2])
    wait_for(lambda: version() == report.version)
    live.close()
