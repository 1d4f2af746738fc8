"""The service over a small index, with the fake encoder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import sample_meetings


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    build(folder, sample_meetings())
    return folder


@pytest.fixture
def live(index_folder: Path) -> LiveIndex:
    live = LiveIndex(index_folder, FakeEncoder, poll_seconds=0.05)
    live.refresh()
    return live


@pytest.fixture
def client(live: LiveIndex) -> Iterator[TestClient]:
    with TestClient(create_app(ServiceSettings(), live)) as client:
        yield client


@pytest.fixture
def empty_client(tmp_path: Path) -> TestClient:
    """A service that has not begun to load."""
    return TestClient(create_app(ServiceSettings(), LiveIndex(tmp_path / "none", FakeEncoder)))
