"""From folders of minutes to an index, with an account of every file."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from corpus.beir import is_beir_folder, read_beir_corpus
from corpus.folder import Found, find_sources
from corpus.isolation import read_meetings
from corpus.privacy.policy import with_policy
from corpus.readers import READERS, supported_endings
from corpus.reading import read_meeting
from corpus.sidecar import SIDECAR_NAME
from corpus.source import SourceFile
from qa.confidence.calibrate import calibrate
from qa.encoder import Encoder
from qa.errors import DocumentError
from qa.index.build import BuildReport, Failure, Steps, build_index
from qa.index.checkpoint import OnResume, say_nothing
from qa.index.sources import Source, read_in_turn
from qa.progress import Progress
from qa.reading import PrivacyPolicy
from qa.types import Meeting


@dataclass(frozen=True, slots=True)
class Sources:
    """What lies in some folders: what to read, what is passed over, and what is odd about sidecars.

    ``files`` are the minutes among ``to_read`` by name; the rest are documents of a BEIR corpus.
    """

    to_read: tuple[Source, ...]
    files: Mapping[str, SourceFile]
    skipped: tuple[Failure, ...] = ()
    warnings: tuple[str, ...] = ()

    def read(self, sources: Sequence[Source]) -> Iterator[Meeting | DocumentError]:
        """Read minutes in processes of their own, so that no file can harm the rest; several at a time."""
        minutes = [self.files[source.file] for source in sources if source.file in self.files]
        outcomes = read_meetings(minutes, workers=len(os.sched_getaffinity(0)))
        for source in sources:
            if source.file in self.files:
                outcome = next(outcomes)
                yield outcome.meeting or DocumentError(outcome.problem)
            else:
                yield from read_in_turn([source])


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every file.

    ``failed`` could not be read although it should have been; ``ignored`` is of a kind that the
    program does not read.
    """

    report: BuildReport
    failed: tuple[Failure, ...]
    ignored: tuple[Failure, ...]
    warnings: tuple[str, ...]

    @property
    def is_partial(self) -> bool:
        """Whether something that should have been read was not."""
        return bool(self.failed)


def sources_in(folders: Sequence[Path], index: Path, privacy: PrivacyPolicy = PrivacyPolicy.WARN) -> Sources:
    """Find what to index in folders of minutes or of a BEIR corpus.

    Args:
        folders: folders, or single files.
        index: where the index lies; its files are not reported as skipped, even below a folder.
        privacy: what is done about personal data in minutes; a BEIR corpus is taken as it is.

    Raises:
        DocumentError: a folder does not exist or holds nothing that can be read.
    """
    beir = [folder for folder in folders if is_beir_folder(folder)]
    documents = [
        Source(document.file, document.fingerprint, document.load)
        for folder in beir
        for document in read_beir_corpus(folder)
    ]
    found = find_sources([folder for folder in folders if folder not in beir])
    minutes = {source.name: with_policy(source, privacy) for source in found.sources}
    files = [Source(name, file.fingerprint, partial(read_meeting, file)) for name, file in minutes.items()]
    skipped = _skipped(found, folders, index)
    if not documents and not files:
        raise DocumentError(_nothing_found(folders, skipped))
    return Sources((*documents, *files), minutes, skipped, found.warnings)


def build(
    sources: Sources,
    index: Path,
    encoder: Encoder,
    progress: Progress,
    on_resume: OnResume = say_nothing,
) -> Account:
    """Build or update the index; ``on_resume`` is told what an interrupted build had done already.

    Raises:
        QaError: no file could be read, or the index cannot be written.
    """
    broken = unreadable(sources)
    steps = Steps(read=sources.read, calibrate=calibrate, on_resume=on_resume)
    report = build_index(index, sources.to_read, encoder, progress, unread=broken, steps=steps)
    return Account(
        report,
        failed=(*report.failed, *broken),
        ignored=tuple(failure for failure in sources.skipped if failure not in broken),
        warnings=(
            *(f"{warning.file}: {warning.message}" for warning in report.warnings),
            *sources.warnings,
        ),
    )


def unreadable(sources: Sources) -> tuple[Failure, ...]:
    """Return what was passed over although it is of a kind that is read."""
    return tuple(failure for failure in sources.skipped if _should_be_readable(failure.file))


def _should_be_readable(name: str) -> bool:
    """Say whether a skipped file is of a kind that is read: then something is wrong with it."""
    path = PurePosixPath(name)
    return path.suffix.lower() in READERS or path.name.lower() == SIDECAR_NAME


def _skipped(found: Found, folders: Sequence[Path], index: Path) -> tuple[Failure, ...]:
    """Return what was passed over, apart from an index that lies among the minutes."""
    places = [
        index.resolve().relative_to(folder.resolve()).as_posix() + "/"
        for folder in folders
        if index.resolve().is_relative_to(folder.resolve())
    ]
    return tuple(
        Failure(skip.name, skip.reason) for skip in found.skipped if not skip.name.startswith(tuple(places))
    )


def _nothing_found(folders: Sequence[Path], skipped: Sequence[Failure]) -> str:
    names = ", ".join(str(folder) for folder in folders)
    reasons = "".join(f"\n  {failure.file}: {failure.message}" for failure in skipped[:10])
    return f"Det finns inget att läsa i {names}. {supported_endings()}{reasons}"
