"""Finding a model's folder without a network, and saying what is missing."""

import json
import socket
from pathlib import Path

import pytest

from qa.embedded_model import EMBEDDED_NAME
from qa.errors import ModelError
from qa.model_folder import write_model_folder
from qa.model_location import ADAPTED_NAME, find_model
from qa.q4 import read_packed_model
from tests.packed import install_tiny_wheel, packed_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "min-modell"
    made.mkdir()
    write_model_folder(read_packed_model(packed_model()), made)
    return made


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("model", ["", "embedded"])
def test_the_embedded_model_is_the_default(
    model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install_tiny_wheel(monkeypatch, tmp_path / "wheel")
    found = find_model(model, tmp_path / "cache")
    assert found.is_embedded
    assert found.adaptation is not None
    assert found.name == ADAPTED_NAME
    assert found.folder.parent == tmp_path / "cache"


def test_the_embedded_model_can_be_had_without_its_adaptation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install_tiny_wheel(monkeypatch, tmp_path / "wheel")
    adapted, plain = (find_model(model, tmp_path / "cache") for model in ("embedded", "embedded-plain"))
    assert (plain.name, plain.is_embedded, plain.adaptation) == (EMBEDDED_NAME, True, None)
    assert plain.folder == adapted.folder
    assert plain.fingerprint != adapted.fingerprint


def test_a_folder_is_named_after_itself(folder: Path) -> None:
    found = find_model(str(folder))
    assert (found.name, found.folder, found.is_embedded) == ("min-modell", folder, False)


def test_a_hub_model_is_found_where_the_hub_keeps_its_downloads(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = "0" * 40
    kept = tmp_path / "hub" / "models--nagon--modell"
    (kept / "refs").mkdir(parents=True)
    (kept / "refs" / "main").write_text(revision, encoding="utf-8")
    (kept / "snapshots").mkdir()
    folder.rename(kept / "snapshots" / revision)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    assert find_model("nagon/modell").name == "nagon/modell"


def test_a_hub_model_that_was_never_downloaded_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(ModelError, match=r"nagon/saknas finns inte.*hf download nagon/saknas"):
        find_model("nagon/saknas")


@pytest.mark.parametrize("model", ["/finns/inte", "./finns-inte", "~/finns/inte", "a/b/c"])
def test_a_path_that_does_not_exist_is_not_taken_for_a_hub_name(model: str) -> None:
    with pytest.raises(ModelError, match=f"Modellmappen {model} finns inte"):
        find_model(model)


@pytest.mark.parametrize(
    "name", ["modules.json", "config.json", "model.safetensors", "tokenizer.json", "1_Pooling/config.json"]
)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"saknas {name}"):
        find_model(str(folder))


def test_a_damaged_list_of_modules_is_named(folder: Path) -> None:
    (folder / "modules.json").write_text(json.dumps({"a": 1}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"saknas modules\.json"):
        find_model(str(folder))


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "config_sentence_transformers.json"])
def test_the_fingerprint_changes_with_what_decides_the_vectors(folder: Path, name: str) -> None:
    before = find_model(str(folder)).fingerprint
    path = folder / name
    path.write_bytes(path.read_bytes() + b" ")
    assert find_model(str(folder)).fingerprint != before


@pytest.mark.parametrize("name", ["README.md", "onnx/model.bin", "pytorch_model.bin", ".cache/x.json"])
def test_the_fingerprint_does_not_depend_on_other_files_or_on_the_folders_place(
    folder: Path, tmp_path: Path, name: str
) -> None:
    before = find_model(str(folder)).fingerprint
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("annat", encoding="utf-8")
    moved = folder.rename(tmp_path / "flyttad")
    assert find_model(str(moved)).fingerprint == before
