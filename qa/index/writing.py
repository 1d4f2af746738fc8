"""What an index generation is made of, written into its folder."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from qa.index.embedding import Embedded
from qa.index.lexical import LexicalIndex
from qa.index.manifest import (
    COMMON_QUESTION,
    LEXICAL,
    LEXICAL_FOLDED,
    MEETINGS,
    PASSAGE_VECTORS,
    PASSAGES,
    ROWS,
    SENTENCE_VECTORS,
    WORDS,
    Counts,
    IndexedFile,
    Manifest,
    write_manifest,
)
from qa.index.records import write_records
from qa.index.vectors import VectorIndex
from qa.index.weighting import terms_of_passage
from qa.progress import Progress
from qa.types import Meeting, Passage


@dataclass(frozen=True, slots=True)
class Contents:
    """Meetings, their passages in rows, and the vectors that belong to the rows."""

    meetings: Sequence[Meeting]
    passages: Sequence[Passage]
    embedded: Embedded

    @property
    def counts(self) -> Counts:
        """How much it is."""
        return Counts(
            meetings=len(self.meetings),
            items=sum(len(meeting.items) for meeting in self.meetings),
            passages=len(self.passages),
            passage_vectors=len(self.embedded.passage_rows),
            sentence_vectors=len(self.embedded.sentence_rows),
        )


def corpus_digest(files: Sequence[IndexedFile]) -> str:
    """Return the SHA-256 (hex) of what the files are and what of them is withheld."""
    lines = sorted(
        "\t".join((file.file, file.fingerprint, file.meeting_id, *file.withheld)) + "\n" for file in files
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def generation_name(now: datetime, digest: str) -> str:
    """Return a name for a generation; names sort by time."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}-{digest[:8]}"


def write_generation(folder: Path, contents: Contents, manifest: Manifest, progress: Progress) -> None:
    """Write a generation into an empty folder, the manifest last."""
    embedded = contents.embedded
    write_records(folder / MEETINGS, contents.meetings, Meeting)
    write_records(folder / PASSAGES, contents.passages, Passage)
    dimension = embedded.passage_vectors.shape[1]
    VectorIndex.build(embedded.passage_vectors, dimension).save(folder / PASSAGE_VECTORS)
    VectorIndex.build(embedded.sentence_vectors, dimension).save(folder / SENTENCE_VECTORS)
    np.save(folder / COMMON_QUESTION, embedded.common_question)
    embedded.words.save(folder / WORDS)
    np.savez(folder / ROWS, passage_rows=embedded.passage_rows, sentence_rows=embedded.sentence_rows)
    progress.stage("Bygger ordindex", 2)
    for name, folded in ((LEXICAL, False), (LEXICAL_FOLDED, True)):
        terms = [terms_of_passage(passage, folded=folded) for passage in contents.passages]
        LexicalIndex.build(terms).save(folder / name)
        progress.advance()
    write_manifest(folder, manifest)
