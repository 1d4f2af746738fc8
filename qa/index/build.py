"""Sources into a new index generation, doing again only what has changed."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version as installed_version
from pathlib import Path

import numpy as np

from qa.chunking import CHUNKER_VERSION, passages_of_meeting
from qa.encoder import Encoder
from qa.errors import DocumentError, IndexFormatError, IndexMissingError
from qa.index.embedding import Embedded, embed
from qa.index.generation import Index, open_index
from qa.index.generations import new_generation, publish
from qa.index.lexical import LexicalIndex
from qa.index.manifest import (
    COMMON_QUESTION,
    FORMAT_VERSION,
    LEXICAL,
    LEXICAL_FOLDED,
    MEETINGS,
    PASSAGE_VECTORS,
    PASSAGES,
    ROWS,
    SENTENCE_VECTORS,
    Counts,
    IndexedFile,
    Manifest,
    write_manifest,
)
from qa.index.records import write_records
from qa.index.vectors import VectorIndex
from qa.index.weighting import terms_of_passage
from qa.progress import SILENT, Progress
from qa.types import Meeting, Passage


@dataclass(frozen=True, slots=True)
class Source:
    """A file to index. ``load`` reads it, and may raise ``DocumentError``."""

    file: str
    fingerprint: str
    load: Callable[[], Meeting]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file and what is wrong with it, in Swedish."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; all file names are those of the sources, in order."""

    version: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: tuple[Failure, ...]
    warnings: tuple[Failure, ...]
    meetings: int
    items: int
    passages: int


@dataclass(slots=True)
class _Reading:
    """What came of reading the sources."""

    meetings: list[Meeting] = field(default_factory=list)
    files: list[IndexedFile] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def build_index(
    folder: Path, sources: Sequence[Source], encoder: Encoder, progress: Progress = SILENT
) -> BuildReport:
    """Bring the index in ``folder`` up to date with ``sources``, and report what was done.

    Files with an unchanged fingerprint are not read again, and no text is embedded that the
    index already has a vector of. Where nothing has changed the current generation stays.
    A file that cannot be read is left out and reported; the rest is indexed.

    Raises:
        DocumentError: not one file could be read; the index is left as it was.
        QaError: the folder cannot be written, or another process is building there.
        ModelError: the encoder cannot encode.
    """
    with new_generation(folder) as building:
        old = _open_old(folder, encoder)
        reading = _read(sources, old, progress)
        _refuse_if_nothing_was_read(reading)
        removed = tuple(sorted(_files_of(old).keys() - {source.file for source in sources}))
        current = old.manifest if old else None
        if current is None or _is_stale(current, reading, encoder):
            passages = [passage for meeting in reading.meetings for passage in passages_of_meeting(meeting)]
            embedded = embed(passages, encoder, old, progress)
            current = _manifest(reading, passages, embedded, encoder)
            _write(building, reading.meetings, passages, embedded, progress)
            write_manifest(building, current)
            publish(folder, building, current.version)
    return BuildReport(
        version=current.version,
        added=tuple(reading.added),
        changed=tuple(reading.changed),
        removed=removed,
        unchanged=tuple(reading.unchanged),
        failed=tuple(reading.failed),
        warnings=tuple(
            Failure(meeting.source_file, text) for meeting in reading.meetings for text in meeting.warnings
        ),
        meetings=current.counts.meetings,
        items=current.counts.items,
        passages=current.counts.passages,
    )


def _open_old(folder: Path, encoder: Encoder) -> Index | None:
    """Open the present index for what can be used again; a damaged or foreign one is built anew."""
    try:
        index = open_index(folder)
    except (IndexMissingError, IndexFormatError):
        return None
    return index if index.manifest.model_fingerprint == encoder.fingerprint else None


def _files_of(index: Index | None) -> dict[str, IndexedFile]:
    return {} if index is None else {file.file: file for file in index.manifest.files}


def _read(sources: Sequence[Source], old: Index | None, progress: Progress) -> _Reading:
    """Read what is new or changed; take the rest from the old generation."""
    known = _files_of(old)
    reading = _Reading()
    progress.stage("Läser protokoll", len(sources))
    for source in sources:
        before = known.get(source.file)
        if old is not None and before is not None and before.fingerprint == source.fingerprint:
            meeting = old.meeting(before.meeting_id)
            reading.unchanged.append(source.file)
        else:
            try:
                meeting = source.load()
            except DocumentError as error:
                reading.failed.append(Failure(source.file, str(error)))
                progress.advance()
                continue
            (reading.added if before is None else reading.changed).append(source.file)
        reading.meetings.append(meeting)
        reading.files.append(IndexedFile(source.file, source.fingerprint, meeting.id))
        progress.advance()
    return reading


def _refuse_if_nothing_was_read(reading: _Reading) -> None:
    """An index that answers is worth more than an empty one."""
    if not reading.meetings:
        reasons = "; ".join(f"{failure.file}: {failure.message}" for failure in reading.failed[:5])
        raise DocumentError(f"Ingen fil gick att läsa, så indexet är orört. {reasons}".rstrip())


def _is_stale(manifest: Manifest, reading: _Reading, encoder: Encoder) -> bool:
    return (
        manifest.corpus_digest != _digest(reading.files)
        or manifest.chunker_version != CHUNKER_VERSION
        or manifest.model != encoder.name
        or manifest.program_version != installed_version("protokollfraga")
    )


def _digest(files: Sequence[IndexedFile]) -> str:
    lines = sorted(f"{file.file}\t{file.fingerprint}\t{file.meeting_id}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _manifest(
    reading: _Reading, passages: Sequence[Passage], embedded: Embedded, encoder: Encoder
) -> Manifest:
    now = datetime.now(UTC)
    digest = _digest(reading.files)
    return Manifest(
        format_version=FORMAT_VERSION,
        version=f"{now:%Y%m%dT%H%M%S%f}-{digest[:8]}",
        created=now.isoformat(timespec="seconds"),
        program_version=installed_version("protokollfraga"),
        model=encoder.name,
        model_fingerprint=encoder.fingerprint,
        dimension=encoder.dimension,
        chunker_version=CHUNKER_VERSION,
        corpus_digest=digest,
        counts=Counts(
            meetings=len(reading.meetings),
            items=sum(len(meeting.items) for meeting in reading.meetings),
            passages=len(passages),
            passage_vectors=len(embedded.passage_rows),
            sentence_vectors=len(embedded.sentence_rows),
        ),
        files=tuple(reading.files),
    )


def _write(
    building: Path,
    meetings: Sequence[Meeting],
    passages: Sequence[Passage],
    embedded: Embedded,
    progress: Progress,
) -> None:
    write_records(building / MEETINGS, meetings, Meeting)
    write_records(building / PASSAGES, passages, Passage)
    dimension = embedded.passage_vectors.shape[1]
    VectorIndex.build(embedded.passage_vectors, dimension).save(building / PASSAGE_VECTORS)
    VectorIndex.build(embedded.sentence_vectors, dimension).save(building / SENTENCE_VECTORS)
    np.save(building / COMMON_QUESTION, embedded.common_question)
    np.savez(building / ROWS, passage_rows=embedded.passage_rows, sentence_rows=embedded.sentence_rows)
    progress.stage("Bygger ordindex", 2)
    for name, folded in ((LEXICAL, False), (LEXICAL_FOLDED, True)):
        terms = [terms_of_passage(passage, folded=folded) for passage in passages]
        LexicalIndex.build(terms).save(building / name)
        progress.advance()
