"""Passages and their sentences as vectors, using again those that an earlier index has."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.chunking import CHUNKER_VERSION
from qa.encoder import Encoder
from qa.index.generation import Index
from qa.index.question_frames import common_question
from qa.progress import Progress
from qa.sentences import sentence_spans
from qa.types import Passage

LEAST_WORDS = 3
"""Sentences of fewer words get no vector of their own."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, float32 [n, dimension] of unit length, and the row (int32 [n]) each belongs to.

    ``common_question`` is what all questions share, float32 [dimension].
    """

    passage_vectors: NDArray[np.float32]
    passage_rows: NDArray[np.int32]
    sentence_vectors: NDArray[np.float32]
    sentence_rows: NDArray[np.int32]
    common_question: NDArray[np.float32]


def embedded_text(passage: Passage) -> str:
    """Return what is embedded for a passage: its heading context and its text."""
    return f"{passage.context} {passage.text}".lstrip()


def sentences_of(passage: Passage) -> list[str]:
    """Return the sentences of a passage that get a vector of their own; tables have none."""
    if passage.is_table:
        return []
    texts = (passage.text[start:end] for start, end in sentence_spans(passage.text))
    return [text for text in texts if len(text.split()) >= LEAST_WORDS]


def embed(passages: Sequence[Passage], encoder: Encoder, old: Index | None, progress: Progress) -> Embedded:
    """Embed passages and sentences; texts that ``old`` holds are not encoded again."""
    rows = [row for row, passage in enumerate(passages) if not passage.is_table]
    texts = [embedded_text(passages[row]) for row in rows]
    sentences = [(row, text) for row, passage in enumerate(passages) for text in sentences_of(passage)]
    known = _known_vectors(old) if old is not None and old.manifest.chunker_version == CHUNKER_VERSION else {}
    vectors = _encode([*texts, *(text for _, text in sentences)], encoder, known, progress)
    return Embedded(
        passage_vectors=vectors[: len(rows)],
        passage_rows=np.array(rows, dtype=np.int32),
        sentence_vectors=vectors[len(rows) :],
        sentence_rows=np.array([row for row, _ in sentences], dtype=np.int32),
        common_question=common_question(encoder),
    )


def _known_vectors(old: Index) -> dict[bytes, NDArray[np.float32]]:
    """Vectors of the old index by the digest of the text that was encoded."""
    texts = [embedded_text(old.passages[row]) for row in old.passage_rows]
    texts += [text for passage in old.passages for text in sentences_of(passage)]
    vectors = np.concatenate([old.passage_vectors.vectors(), old.sentence_vectors.vectors()])
    return {_digest(text): vector for text, vector in zip(texts, vectors, strict=True)}


def _encode(
    texts: Sequence[str], encoder: Encoder, known: dict[bytes, NDArray[np.float32]], progress: Progress
) -> NDArray[np.float32]:
    digests = [_digest(text) for text in texts]
    missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    progress.stage("Beräknar vektorer", len(missing))
    encoded = encoder.encode_passages(list(missing.values()), progress.advance)
    vectors = known | dict(zip(missing, encoded, strict=True))
    if not digests:
        return np.empty((0, encoder.dimension), dtype=np.float32)
    return np.stack([vectors[digest] for digest in digests]).astype(np.float32, copy=False)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
