"""Sources into a new index generation, doing again only what has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version as installed_version
from pathlib import Path

from qa.chunking import CHUNKER_VERSION, passages_of_meeting
from qa.encoder import Encoder
from qa.errors import DocumentError, IndexFormatError, IndexMissingError
from qa.index.calibration import Calibration
from qa.index.checkpoint import Checkpoint, OnResume, discard_unfinished, say_nothing
from qa.index.embedding import embed
from qa.index.generation import Index, open_index
from qa.index.generations import drop_others, new_generation, publish
from qa.index.kept_meetings import keeping
from qa.index.manifest import FORMAT_VERSION, IndexedFile, Manifest, UnreadFile, write_manifest
from qa.index.sources import ReadSources, Source, read_in_turn
from qa.index.withheld import Purge, read_purges, withhold
from qa.index.writing import Contents, corpus_digest, generation_name, write_generation
from qa.progress import SILENT, Progress
from qa.reading import PersonalData, PrivacyPolicy
from qa.types import Meeting

Calibrate = Callable[[Index, Encoder, Progress], Calibration]
"""Probes a finished index; retrieval does, which this wing does not know."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a build that the caller may do in a way of its own.

    ``read`` reads the sources that are new or changed; ``calibrate`` probes the new generation
    before it is published, and without it confidence rests on typical levels. ``on_resume`` is told
    what an interrupted build had done.
    """

    read: ReadSources = read_in_turn
    calibrate: Calibrate | None = None
    on_resume: OnResume = say_nothing


DEFAULT_STEPS = Steps()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file and what is wrong with it, in Swedish."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; all file names are those of the sources, in order.

    ``withheld`` are the ids of meetings and items that were purged and would else have come back,
    ``personal_data`` where personal data was found in what is indexed now.
    """

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
    withheld: tuple[str, ...] = ()
    personal_data: tuple[PersonalData, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What came of reading the sources."""

    meetings: list[Meeting] = field(default_factory=list)
    files: list[IndexedFile] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unread: list[UnreadFile] = field(default_factory=list)
    drops_older: bool = False
    """Whether older generations hold what must go: a purge was interrupted, or data is masked now."""


def build_index(
    folder: Path,
    sources: Sequence[Source],
    encoder: Encoder,
    progress: Progress = SILENT,
    unread: Sequence[Failure] = (),
    steps: Steps = DEFAULT_STEPS,
) -> BuildReport:
    """Bring the index in ``folder`` up to date with ``sources``, and report what was done.

    Files with an unchanged fingerprint are not read again, and no text is embedded that the
    index already has a vector of. Where nothing has changed the current generation stays.
    A file that cannot be read is left out and reported; the rest is indexed. What was purged
    stays away. ``unread`` are files that could not even become sources; the index remembers them
    with those that cannot be read, for the quality report. What is read and computed is kept until a build
    is done, so that one that is interrupted loses little; the next goes on from there.

    Raises:
        DocumentError: not one file could be read; the index is left as it was.
        QaError: the folder cannot be written, or another process is building there.
        ModelError: the encoder cannot encode.
    """
    with new_generation(folder) as building:
        old = _open_old(folder, encoder)
        read = keeping(steps.read, folder, steps.on_resume)
        reading = _read(sources, old, read_purges(folder), read, progress)
        _refuse_if_nothing_was_read(reading)
        reading.unread += [
            UnreadFile(failure.file, failure.message) for failure in (*reading.failed, *unread)
        ]
        removed = tuple(sorted(_files_of(old).keys() - {source.file for source in sources}))
        current = old.manifest if old else None
        lacks_calibration = (
            steps.calibrate is not None and current is not None and current.calibration is None
        )
        if current is None or lacks_calibration or _is_stale(current, reading, encoder):
            passages = [passage for meeting in reading.meetings for passage in passages_of_meeting(meeting)]
            checkpoint = Checkpoint(folder, encoder.fingerprint)
            embedded = embed(passages, encoder, old, checkpoint, progress, steps.on_resume)
            contents = Contents(reading.meetings, passages, embedded)
            current = _manifest(reading, contents, encoder)
            write_generation(building, contents, current, progress)
            if steps.calibrate is not None:
                calibration = steps.calibrate(Index(building, current), encoder, progress)
                current = replace(current, calibration=calibration)
                write_manifest(building, current)
            publish(folder, building, current.version)
            if reading.drops_older:
                drop_others(folder, current.version)
        discard_unfinished(folder)
    return _report(reading, current, removed)


def _report(reading: _Reading, manifest: Manifest, removed: tuple[str, ...]) -> BuildReport:
    return BuildReport(
        version=manifest.version,
        added=tuple(reading.added),
        changed=tuple(reading.changed),
        removed=removed,
        unchanged=tuple(reading.unchanged),
        failed=tuple(reading.failed),
        warnings=tuple(
            Failure(meeting.source_file, text)
            for meeting in reading.meetings
            for text in (*meeting.warnings, *(meeting.reading.privacy_notes if meeting.reading else ()))
        ),
        meetings=manifest.counts.meetings,
        items=manifest.counts.items,
        passages=manifest.counts.passages,
        withheld=tuple(dict.fromkeys(name for file in reading.files for name in file.withheld)),
        personal_data=tuple(
            data
            for meeting in reading.meetings
            if meeting.reading is not None
            for data in meeting.reading.personal_data
        ),
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


def _read(
    sources: Sequence[Source],
    old: Index | None,
    purges: Sequence[Purge],
    read: ReadSources,
    progress: Progress,
) -> _Reading:
    """Read what is new or changed; take the rest from the old generation."""
    known = _files_of(old)
    meetings = {} if old is None else {meeting.id: meeting for meeting in old.meetings}
    reading = _Reading()
    progress.stage("Läser protokoll", len(sources))
    unchanged = {
        source.file: known[source.file]
        for source in sources
        if source.file in known and _is_unchanged(known[source.file], source, purges)
    }
    outcomes = read([source for source in sources if source.file not in unchanged])
    for source in sources:
        before = known.get(source.file)
        if source.file in unchanged and before is not None:
            reading.unchanged.append(source.file)
            _take(reading, source, meetings.get(before.meeting_id), purges, before)
        else:
            outcome = next(outcomes)
            if isinstance(outcome, DocumentError):
                reading.failed.append(Failure(source.file, str(outcome)))
            else:
                (reading.added if before is None else reading.changed).append(source.file)
                reading.drops_older |= before is not None and _hides_more(
                    outcome, meetings.get(before.meeting_id)
                )
                _take(reading, source, outcome, purges)
        progress.advance()
    return reading


def _is_unchanged(before: IndexedFile, source: Source, purges: Sequence[Purge]) -> bool:
    """Tell whether the index has all of a file that it should have: no purge was undone since."""
    return before.fingerprint == source.fingerprint and {purge.id for purge in purges} >= set(before.withheld)


def _hides_more(now: Meeting, before: Meeting | None) -> bool:
    """Tell whether personal data that the index had as it was written is hidden now."""
    old = before.reading if before else None
    was_open = old is not None and bool(old.personal_data) and old.privacy is PrivacyPolicy.WARN
    return was_open and now.reading is not None and now.reading.privacy is not PrivacyPolicy.WARN


def _take(
    reading: _Reading,
    source: Source,
    meeting: Meeting | None,
    purges: Sequence[Purge],
    before: IndexedFile | None = None,
) -> None:
    """Add a meeting without what was purged; None for one that was purged before as a whole."""
    heeded: tuple[str, ...] = ()
    left, meeting_id = None, before.meeting_id if before else ""
    if meeting is not None:
        left, heeded = withhold(meeting, purges)
        meeting_id = meeting.id
        reading.drops_older |= bool(heeded) and before is not None
    if left is not None:
        reading.meetings.append(left)
    withheld = tuple(sorted({*(before.withheld if before else ()), *heeded}))
    reading.files.append(IndexedFile(source.file, source.fingerprint, meeting_id, withheld))


def _refuse_if_nothing_was_read(reading: _Reading) -> None:
    """An index that answers is worth more than an empty one."""
    if not reading.files:
        reasons = "; ".join(f"{failure.file}: {failure.message}" for failure in reading.failed[:5])
        raise DocumentError(f"Ingen fil gick att läsa, så indexet är orört. {reasons}".rstrip())


def _is_stale(manifest: Manifest, reading: _Reading, encoder: Encoder) -> bool:
    return (
        manifest.corpus_digest != corpus_digest(reading.files)
        or manifest.unread != tuple(reading.unread)
        or manifest.chunker_version != CHUNKER_VERSION
        or manifest.model != encoder.name
        or manifest.program_version != installed_version("protokollfraga")
    )


def _manifest(reading: _Reading, contents: Contents, encoder: Encoder) -> Manifest:
    now = datetime.now(UTC)
    digest = corpus_digest(reading.files)
    return Manifest(
        format_version=FORMAT_VERSION,
        version=generation_name(now, digest),
        created=now.isoformat(timespec="seconds"),
        program_version=installed_version("protokollfraga"),
        model=encoder.name,
        model_fingerprint=encoder.fingerprint,
        dimension=encoder.dimension,
        chunker_version=CHUNKER_VERSION,
        corpus_digest=digest,
        counts=contents.counts,
        files=tuple(reading.files),
        unread=tuple(reading.unread),
    )
