"""Find the folder of an embedding model: the embedded one, a folder, or a downloaded hub model."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qa.embedded_model import (
    EMBEDDED_NAME,
    embedded_model_fingerprint,
    embedded_model_folder,
)
from qa.errors import ModelError

EMBEDDED = "embedded"

_WEIGHT_SUFFIXES = (".safetensors", ".bin")
_SUFFIXES = (*_WEIGHT_SUFFIXES, ".json", ".model", ".txt")
_OTHER_FORMATS = ("onnx", "openvino")


@dataclass(frozen=True, slots=True)
class ModelLocation:
    """Where a model lies.

    ``name`` is what to show; ``fingerprint`` is the hex sha256 of what decides its vectors but for
    the prompts, the same on every machine; ``is_embedded`` tells that it is the one that comes along.
    """

    name: str
    folder: Path
    fingerprint: str
    is_embedded: bool = False


def find_model(model: str, cache: Path | None = None) -> ModelLocation:
    """Find a model without using the network.

    Args:
        model: "embedded" (or empty), a folder, or the name of a hub model that has been downloaded.
        cache: where the embedded model is kept; by default the user's cache.

    Raises:
        ModelError: there is no such model here, or a file of it is missing; says which and how to get it.
    """
    if model in ("", EMBEDDED):
        folder = embedded_model_folder(cache)
        return ModelLocation(EMBEDDED_NAME, folder, embedded_model_fingerprint(), is_embedded=True)
    folder = Path(model).expanduser()
    if folder.is_dir():
        name = folder.resolve().name
    elif _looks_like_path(model):
        raise ModelError(
            f"Modellmappen {model} finns inte. Rätta QA_MODEL, eller ta bort den för att använda "
            f"modellen som medföljer."
        )
    else:
        name, folder = model, _downloaded(model)
    _check_files(folder, model)
    return ModelLocation(name, folder, _fingerprint(folder))


def _looks_like_path(model: str) -> bool:
    """A hub name is ``name`` or ``owner/name``; all else is meant as a path."""
    return model.startswith((".", "/", "~")) or model.count("/") > 1 or "\\" in model


def _downloaded(name: str) -> Path:
    """Return the folder of a hub model in the hub's own cache on this machine."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, OSError) as error:
        raise ModelError(
            f"Modellen {name} finns inte på den här datorn, och programmet hämtar inget från nätet. "
            f"Hämta den med: hf download {name} (eller på en annan dator med --local-dir, "
            f"kopiera mappen hit och ange den i QA_MODEL)."
        ) from error


def _check_files(folder: Path, model: str) -> None:
    """See that the files without which no model loads are there."""
    missing = []
    if not any((folder / name).is_file() for name in ("modules.json", "config.json")):
        missing.append("modules.json eller config.json")
    if not any(path.suffix in _WEIGHT_SUFFIXES for path in _model_files(folder)):
        missing.append("model.safetensors")
    if missing:
        raise ModelError(
            f"Modellen {model} går inte att läsa: i {folder} saknas {' och '.join(missing)}. "
            f"Kopiera hela modellmappen, eller hämta den på nytt med: hf download <namn> --local-dir {folder}"
        )


def _model_files(folder: Path) -> list[Path]:
    """Return the files that decide a model's vectors, sorted by name."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in _SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") or part in _OTHER_FORMATS for part in path.relative_to(folder).parts)
    )


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in _model_files(folder):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()
