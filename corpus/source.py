"""A file to read, as every part of the archive knows it."""

from dataclasses import dataclass
from pathlib import Path

from corpus.sidecar import SidecarRow
from qa.reading import PrivacyPolicy


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    ``name`` is the path below the indexed folder, with ``/`` and NFC. ``meeting_id`` is readable
    and unique among the files found together. ``fingerprint`` (sha256, hex) changes when the
    file, its row in the sidecar or the parser does. ``privacy`` is what is done about personal data.
    """

    path: Path
    name: str
    meeting_id: str
    fingerprint: str
    sidecar: SidecarRow | None = None
    privacy: PrivacyPolicy = PrivacyPolicy.WARN
