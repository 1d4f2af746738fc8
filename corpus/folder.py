"""Folders on disk as the files to read: names, ids, fingerprints, and what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.sidecar import SidecarRow


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    ``name`` is the path below the indexed folder, with ``/`` and NFC. ``meeting_id`` is readable
    and unique. ``fingerprint`` (sha256, hex) changes when the file, its row in the sidecar or the
    parser does.
    """

    path: Path
    name: str
    meeting_id: str
    fingerprint: str
    sidecar: SidecarRow | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a row of a sidecar, that is not read, and why (in Swedish)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the folders, by name: files to read, and what is left out."""

    sources: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...] = ()


def find_sources(folders: Sequence[Path]) -> Found:
    """Return the files below ``folders``."""
    raise NotImplementedError
