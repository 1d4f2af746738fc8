"""Index generations: immutable folders side by side, and one small file that names the current one.

    index/CURRENT                     the name of a generation
    index/generations/<name>/         one generation, never changed once named
    index/building/                   what is being written, or was when the power went
    index/unfinished/                 what an interrupted build has read and encoded (qa/index/checkpoint.py)

A reader opens what CURRENT names and keeps it. A writer fills ``building``, syncs it, renames it
into place and moves the pointer, so that a crash at any moment leaves the old index whole.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from qa.errors import IndexFormatError, IndexMissingError, QaError

POINTER = "CURRENT"
KEPT = 2
"""Generations left on disk: the current one, and the one before it for rollback."""


def current_version(folder: Path) -> str:
    """Return the name of the current generation.

    Raises:
        IndexMissingError: there is no index in ``folder``.
    """
    try:
        return (folder / POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        raise IndexMissingError(
            f"Det finns inget index i {folder}. Bygg ett med: qa index MAPP --index {folder}"
        ) from error


def generation_folder(folder: Path, version: str) -> Path:
    """Return the folder of a generation.

    Raises:
        IndexFormatError: there is no such generation.
    """
    path = folder / "generations" / version
    if not version or "\0" in version or Path(version).name != version or not path.is_dir():
        raise IndexFormatError(
            f"Indexet {folder} pekar på {version!r}, som inte finns. Bygg om det med: qa index MAPP"
        )
    return path


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """Lend an empty folder to write a generation in, while no other writer is at work.

    What an interrupted writer left is thrown away.

    Raises:
        QaError: another process is writing to this index, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "writer.lock", timeout=0)
        with lock:
            building = folder / "building"
            shutil.rmtree(building, ignore_errors=True)
            building.mkdir()
            yield building
            shutil.rmtree(building, ignore_errors=True)
    except Timeout as error:
        raise QaError(
            f"Indexet {folder} byggs redan av ett annat program. Vänta tills det är klart och försök igen."
        ) from error
    except PermissionError as error:
        raise QaError(f"Det går inte att skriva i {folder}: {error.strerror}. Välj en annan mapp.") from error


def publish(folder: Path, building: Path, version: str) -> None:
    """Make what was written in ``building`` the current generation, and drop the oldest ones."""
    for path in building.rglob("*"):
        _sync(path)
    _sync(building)
    target = folder / "generations" / version
    target.parent.mkdir(exist_ok=True)
    building.rename(target)
    _sync(target.parent)
    _move_pointer(folder, version)
    _drop_old(folder, version)


def drop_others(folder: Path, version: str) -> int:
    """Remove every generation but one, so that nothing can be rolled back to; return how many went.

    Raises:
        QaError: one could not be removed.
    """
    others = [path for path in (folder / "generations").iterdir() if path.name != version]
    for path in others:
        try:
            shutil.rmtree(path)
        except OSError as error:
            raise QaError(
                f"{path} gick inte att ta bort: {error.strerror}. Ta bort mappen för hand; den har kvar det "
                "som skulle raderas."
            ) from error
    _sync(folder / "generations")
    return len(others)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old or the new one, never half of it."""
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(data)
    _sync(draft)
    draft.replace(path)
    _sync(path.parent)


def _move_pointer(folder: Path, version: str) -> None:
    replace_file(folder / POINTER, f"{version}\n".encode())


def _drop_old(folder: Path, version: str) -> None:
    """Names sort by time; readers of a dropped generation have it in memory."""
    others = sorted(path for path in (folder / "generations").iterdir() if path.name != version)
    for path in others[: max(0, len(others) - (KEPT - 1))]:
        shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
