"""Fingerprints of files."""

import hashlib
from pathlib import Path


def sha256_of_file(path: Path) -> str:
    """Return the hex sha256 of what a file holds.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
