"""What several wings' tests share."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.indexes import build
from tests.meetings import sample_meetings

ROOT = Path(__file__).resolve().parents[1]
QA = str(Path(sys.executable).with_name("qa"))


@pytest.fixture(scope="session")
def example_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example minutes indexed with the real model by the command a user types; built once a session."""
    folder = tmp_path_factory.mktemp("example") / "index"
    subprocess.run(
        [QA, "index", "corpus/examples", "--index", str(folder)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    return folder


@pytest.fixture(scope="session")
def built_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample meetings indexed with the fake encoder; not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "index"
    build(folder, sample_meetings())
    return folder
