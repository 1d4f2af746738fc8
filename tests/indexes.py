"""Small indexes for tests, built with the fake encoder."""

from collections.abc import Sequence
from pathlib import Path

from qa.index.build import BuildReport, Source, build_index
from qa.index.generation import Index, open_index
from qa.types import Meeting
from tests.fakes import FakeEncoder
from tests.meetings import sample_meetings


def sources_of(meetings: Sequence[Meeting], version: str = "1") -> list[Source]:
    return [Source(meeting.source_file, version, lambda meeting=meeting: meeting) for meeting in meetings]


def build(folder: Path, meetings: Sequence[Meeting]) -> BuildReport:
    return build_index(folder, sources_of(meetings), FakeEncoder())


def sample_index(folder: Path, meetings: Sequence[Meeting] | None = None) -> Index:
    build(folder, sample_meetings() if meetings is None else meetings)
    return open_index(folder)
