"""The manifest of an index generation: what it was made from, and what is in it."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa.errors import IndexFormatError
from qa.index.calibration import Calibration

FORMAT_VERSION = 3
"""Raised when a saved generation can no longer be opened by older or newer programs."""

MANIFEST = "manifest.json"
MEETINGS = "meetings.jsonl"
PASSAGES = "passages.jsonl"
PASSAGE_VECTORS = "passage_vectors.faiss"
SENTENCE_VECTORS = "sentence_vectors.faiss"
ROWS = "rows.npz"
COMMON_QUESTION = "common_question.npy"
WORDS = "words.npz"
LEXICAL = "lexical"
LEXICAL_FOLDED = "lexical_folded"
PARTS = (
    MEETINGS,
    PASSAGES,
    PASSAGE_VECTORS,
    SENTENCE_VECTORS,
    ROWS,
    COMMON_QUESTION,
    WORDS,
    LEXICAL,
    LEXICAL_FOLDED,
)
"""Every file and folder of a saved generation but the manifest itself."""


@dataclass(frozen=True, slots=True)
class IndexedFile:
    """A file that went into the index; ``fingerprint`` changes when its meeting may.

    ``withheld`` are the ids of the purges by which all or some of it was left out.
    """

    file: str
    fingerprint: str
    meeting_id: str
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that should be in the index but could not be read, and why (in Swedish)."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the index holds; tables have no passage vector, so vectors may be fewer."""

    meetings: int
    items: int
    passages: int
    passage_vectors: int
    sentence_vectors: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says of itself.

    ``created`` is ISO 8601 in UTC, ``model`` the name as set, ``model_fingerprint`` identifies
    weights, prompts and precision, ``corpus_digest`` is a SHA-256 over the fingerprints of the files.
    ``calibration`` is None where the index was not probed.
    """

    format_version: int
    version: str
    created: str
    program_version: str
    model: str
    model_fingerprint: str
    dimension: int
    chunker_version: int
    corpus_digest: str
    counts: Counts
    files: tuple[IndexedFile, ...]
    unread: tuple[UnreadFile, ...] = ()
    calibration: Calibration | None = None


_MANIFEST = TypeAdapter(Manifest)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation."""
    (folder / MANIFEST).write_bytes(_MANIFEST.dump_json(manifest, indent=1))


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation and check that it is complete and can be opened.

    Raises:
        IndexFormatError: the manifest is missing or damaged, of another format, or a part is missing.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
        manifest = _MANIFEST.validate_json(data)
    except (OSError, ValidationError) as error:
        raise IndexFormatError(
            f"Indexet i {folder} saknar en läsbar {MANIFEST}. Bygg om det med: qa index MAPP"
        ) from error
    if manifest.format_version != FORMAT_VERSION:
        raise IndexFormatError(
            f"Indexet i {folder} har format {manifest.format_version}, men programmet läser format "
            f"{FORMAT_VERSION}. Bygg om det med: qa index MAPP"
        )
    missing = [name for name in PARTS if not (folder / name).exists()]
    if missing:
        raise IndexFormatError(
            f"Indexet i {folder} är ofullständigt, det saknar {', '.join(missing)}. "
            "Bygg om det med: qa index MAPP"
        )
    return manifest
