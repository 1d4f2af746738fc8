"""Find the folder of an embedding model: the embedded one, a folder, or a downloaded hub model."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from qa.adaptation.low_rank import PROTOKOLL, adaptation_fingerprint
from qa.digests import sha256_of_file
from qa.embedded_model import (
    EMBEDDED_NAME,
    embedded_model_fingerprint,
    embedded_model_folder,
)
from qa.errors import ModelError

EMBEDDED = "embedded"
EMBEDDED_PLAIN = "embedded-plain"
ADAPTED_NAME = f"{EMBEDDED_NAME}-protokoll"

_WEIGHT_SUFFIXES = (".safetensors", ".bin")
_SUFFIXES = (*_WEIGHT_SUFFIXES, ".json", ".model", ".txt")
_TOKENIZER_FILES = (
    "tokenizer.json",
    "sentencepiece.bpe.model",
    "spiece.model",
    "tokenizer.model",
    "vocab.txt",
)
_OTHER_FORMATS = ("onnx", "openvino")


@dataclass(frozen=True, slots=True)
class ModelLocation:
    """Where a model lies.

    ``name`` is what to show; ``fingerprint`` is the hex sha256 of what decides its vectors but for
    the prompts, the same on every machine; ``is_embedded`` tells that it is the one that comes along,
    and ``adaptation`` is the file of changes that are then added to its weights, if any.
    """

    name: str
    folder: Path
    fingerprint: str
    is_embedded: bool = False
    adaptation: Path | None = None


def find_model(model: str, cache: Path | None = None) -> ModelLocation:
    """Find a model without using the network.

    Args:
        model: "embedded" (or empty), "embedded-plain" (the same without its adaptation to minutes), a folder,
            or the name of a hub model that has been downloaded.
        cache: where the embedded model is kept; by default the user's cache.

    Raises:
        ModelError: there is no such model here, or a file of it is missing; says which and how to get it.
    """
    if model in ("", EMBEDDED):
        identity = f"{embedded_model_fingerprint()} {adaptation_fingerprint(PROTOKOLL)}"
        fingerprint = hashlib.sha256(identity.encode()).hexdigest()
        return ModelLocation(
            ADAPTED_NAME, embedded_model_folder(cache), fingerprint, is_embedded=True, adaptation=PROTOKOLL
        )
    if model == EMBEDDED_PLAIN:
        return ModelLocation(
            EMBEDDED_NAME, embedded_model_folder(cache), embedded_model_fingerprint(), is_embedded=True
        )
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
    try:
        _check_files(folder, model)
        return ModelLocation(name, folder, _fingerprint(folder))
    except OSError as error:
        raise ModelError(
            f"Modellen {model} i {folder} går inte att läsa: {error.strerror}. Ge programmet läsrätt."
        ) from error


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
    """See that the files without which the model cannot be loaded as it was meant are there."""
    missing = _missing_files(folder)
    if missing:
        raise ModelError(
            f"Modellen {model} går inte att läsa: i {folder} saknas {', '.join(missing)}. Det ska vara en "
            f"hel mapp för sentence-transformers. Hämta om den: hf download <namn> --local-dir {folder}"
        )


def _missing_files(folder: Path) -> list[str]:
    # Without modules.json the library would guess at the pooling and say nothing.
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        paths = {module["path"]: str(module["type"]).rpartition(".")[2] for module in modules}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ["modules.json (eller så är den skadad)"]
    missing = [
        (Path(path) / "config.json").as_posix()
        for path, kind in paths.items()
        if kind in ("Transformer", "Pooling") and not (folder / path / "config.json").is_file()
    ]
    names = {path.name for path in folder.rglob("*")}
    if not any(name.endswith(_WEIGHT_SUFFIXES) for name in names):
        missing.append("model.safetensors")
    if "Transformer" in paths.values() and names.isdisjoint(_TOKENIZER_FILES):
        missing.append("tokenizer.json")
    return missing


def _fingerprint(folder: Path) -> str:
    """Return the sha256 of the names and contents of the files that decide a model's vectors."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if _decides_vectors(path, folder):
            digest.update(f"{path.relative_to(folder).as_posix()} {sha256_of_file(path)}\n".encode())
    return digest.hexdigest()


def _decides_vectors(path: Path, folder: Path) -> bool:
    """Tell a model's own files from its readme, other formats of the same weights, and training leavings."""
    if path.suffix not in _SUFFIXES or not path.is_file():
        return False
    if any(part.startswith(".") or part in _OTHER_FORMATS for part in path.relative_to(folder).parts):
        return False
    return path.suffix != ".bin" or not any(path.parent.glob("*.safetensors"))
