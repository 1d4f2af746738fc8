"""Meetings that an interrupted build had read, so that the next one need not read their files again.

Reading is quick but for scanned pages, each of which takes seconds: an archive of them takes hours.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa.errors import DocumentError
from qa.index.checkpoint import UNFINISHED, OnResume, Parts
from qa.index.manifest import FORMAT_VERSION
from qa.index.sources import ReadSources, Source
from qa.types import Meeting

SECONDS_BETWEEN_PARTS = 15.0
"""Reading that may be lost; a part for each meeting would make a fast reader wait for the disk."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A meeting, and the file it was read from."""

    file: str
    fingerprint: str
    meeting: Meeting


_KEPT = TypeAdapter(list[_Kept])


def keeping(read: ReadSources, index: Path, on_resume: OnResume) -> ReadSources:
    """Return a way of reading that keeps what is read in an index folder, and reads only what is not there.

    A meeting is taken from there where file and fingerprint are the same, so what would be read
    otherwise now (with personal data masked, say) is read again. Why a file could not be read is not kept.
    """
    parts = Parts(index / UNFINISHED / "meetings", f"{FORMAT_VERSION}\0{installed_version('protokollfraga')}")

    def read_the_rest(sources: Sequence[Source]) -> Iterator[Meeting | DocumentError]:
        kept = _load(parts)
        left = [source for source in sources if _key(source) not in kept]
        if len(left) < len(sources):
            on_resume("protokoll", len(sources) - len(left), len(sources))
        fresh = _saved(left, read(left), parts)
        for source in sources:
            meeting = kept.get(_key(source))
            yield next(fresh) if meeting is None else meeting

    return read_the_rest


def _saved(
    sources: Sequence[Source], outcomes: Iterator[Meeting | DocumentError], parts: Parts
) -> Iterator[Meeting | DocumentError]:
    """Pass on what is read, and write it down now and then, and before the last is passed on."""
    waiting: list[_Kept] = []
    written = time.monotonic()
    for place, (source, outcome) in enumerate(zip(sources, outcomes, strict=True), start=1):
        if isinstance(outcome, Meeting):
            waiting.append(_Kept(source.file, source.fingerprint, outcome))
        if waiting and (place == len(sources) or time.monotonic() - written >= SECONDS_BETWEEN_PARTS):
            parts.write(_KEPT.dump_json(waiting))
            waiting, written = [], time.monotonic()
        yield outcome


def _load(parts: Parts) -> Mapping[tuple[str, str], Meeting]:
    kept: dict[tuple[str, str], Meeting] = {}
    for data in parts.read():
        try:
            kept |= {(one.file, one.fingerprint): one.meeting for one in _KEPT.validate_json(data)}
        except ValidationError:  # meetings had other fields when it was written
            continue
    return kept


def _key(source: Source) -> tuple[str, str]:
    return source.file, source.fingerprint
