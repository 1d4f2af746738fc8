"""What a build that is not finished has done, kept beside the generations for the next one to go on from.

    index/unfinished/meetings/<digest>    some of the meetings that were read
    index/unfinished/vectors/<digest>     some of the vectors that were computed

A part is written whole or not at all. Its name is a digest of what it holds and of what made it, so
one that is damaged, or of another model, does not answer to its name, and is thrown away.
All of it goes when a generation is published, and when anything is purged.
"""

import hashlib
import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.chunking import CHUNKER_VERSION
from qa.errors import QaError
from qa.index.generations import replace_file

UNFINISHED = "unfinished"
_FORMAT = 1
"""Raised when parts can no longer be read by older or newer programs."""
DIGEST_SIZE = 16
"""Bytes in the digest of a text."""

OnResume = Callable[[str, int, int], None]
"""Called with what (in Swedish, several) an interrupted build had done already, how many, and of how many."""


def say_nothing(what: str, kept: int, total: int) -> None:
    """Tell nobody that a build goes on from where another was interrupted."""


@dataclass(frozen=True, slots=True)
class KnownVectors:
    """Vectors that need not be encoded.

    ``texts`` has those of texts, float32 [dimension] of unit length, by digest; ``words`` those of words
    in a text, float16 [dimension] of unit length or zero, by the text's digest and the word.
    """

    texts: dict[bytes, NDArray[np.float32]] = field(default_factory=dict)
    words: dict[tuple[bytes, str], NDArray[np.float16]] = field(default_factory=dict)

    def update(self, other: "KnownVectors") -> None:
        """Take over what another knows."""
        self.texts.update(other.texts)
        self.words.update(other.words)


class Parts:
    """Files in one folder, each written whole, which are read as long as ``identity`` is the same."""

    def __init__(self, folder: Path, identity: str) -> None:
        """Take a folder, which need not exist, and what says how its parts were made."""
        self._folder = folder
        self._key = hashlib.blake2b(identity.encode()).digest()

    def write(self, data: bytes) -> None:
        """Write a part; a crash leaves all of it or nothing that is read."""
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / self._name(data), data)

    def read(self) -> Iterator[bytes]:
        """Yield every part, and remove what is no part, is damaged or was made in another way."""
        if not self._folder.is_dir():
            return
        for path in sorted(self._folder.iterdir()):
            data = path.read_bytes()
            if path.name == self._name(data):
                yield data
            else:
                path.unlink()

    def _name(self, data: bytes) -> str:
        return hashlib.blake2b(data, key=self._key, digest_size=DIGEST_SIZE).hexdigest()


class Checkpoint:
    """The vectors that builds of an index have encoded since its last generation."""

    def __init__(self, index: Path, model_fingerprint: str) -> None:
        """Take the folder of an index, which this process must have the lock of, and the model in use."""
        identity = f"{_FORMAT}\0{CHUNKER_VERSION}\0{model_fingerprint}"
        self._parts = Parts(index / UNFINISHED / "vectors", identity)

    def save(self, encoded: KnownVectors) -> None:
        """Keep vectors; once this returns they outlive a crash."""
        self._parts.write(_dump(encoded))

    def load(self) -> KnownVectors:
        """Return all vectors that this model gave; what cannot be used is removed."""
        known = KnownVectors()
        for data in self._parts.read():
            known.update(_parse(data))
        return known


def holds_unfinished(index: Path) -> bool:
    """Tell whether an index folder has something that the next build can go on from."""
    return any(path.is_file() for path in (index / UNFINISHED).rglob("*"))


def discard_unfinished(index: Path) -> None:
    """Remove all that is kept of builds that were not finished.

    Raises:
        QaError: it could not be removed.
    """
    folder = index / UNFINISHED
    if not folder.exists():
        return
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise QaError(
            f"{folder} gick inte att ta bort: {error.strerror}. Ta bort mappen för hand; den har kvar det "
            "som har lästs ur protokollen."
        ) from error


def _dump(vectors: KnownVectors) -> bytes:
    """Return a part, uncompressed, so that the proof of a purge would find a vector in it."""
    data = io.BytesIO()
    np.savez(
        data,
        texts=_bytes_of(list(vectors.texts)),
        text_vectors=np.array(list(vectors.texts.values()), dtype=np.float32),
        word_texts=_bytes_of([digest for digest, _ in vectors.words]),
        words=np.array([word for _, word in vectors.words], dtype=np.str_),
        word_vectors=np.array(list(vectors.words.values()), dtype=np.float16),
    )
    return data.getvalue()


def _parse(data: bytes) -> KnownVectors:
    with np.load(io.BytesIO(data)) as stored:
        texts, word_texts = (_digests_of(stored[name]) for name in ("texts", "word_texts"))
        words = zip(word_texts, stored["words"].tolist(), strict=True)
        return KnownVectors(
            dict(zip(texts, stored["text_vectors"], strict=True)),
            dict(zip(words, stored["word_vectors"], strict=True)),
        )


def _bytes_of(digests: list[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, DIGEST_SIZE)


def _digests_of(array: NDArray[np.uint8]) -> list[bytes]:
    return [row.tobytes() for row in array]
