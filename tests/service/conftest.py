"""The service over a small index, with the fake encoder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.service.running import MINUTES


@pytest.fixture
def index_folder(built_index: Path, tmp_path: Path) -> Path:
    """An index of the sample meetings, to change at will."""
    return shutil.copytree(built_index, tmp_path / "index")


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


@pytest.fixture
def fake_encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands use the fake encoder, and an index of their own."""
    monkeypatch.setattr("qa.encoder.load_encoder", lambda *_, **__: FakeEncoder())
    monkeypatch.setenv("QA_INDEX", str(tmp_path / "index"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two minutes."""
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "a.txt").write_text(MINUTES.format(number=12, amount="14,5"), encoding="utf-8")
    (folder / "b.txt").write_text(MINUTES.format(number=31, amount="15"), encoding="utf-8")
    return folder
