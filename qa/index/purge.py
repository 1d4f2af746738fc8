"""Take a meeting or an agenda item out of an index for good, and prove that it is gone."""

import difflib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.citation import name_of_item, name_of_meeting
from qa.errors import NotFoundError
from qa.index.checkpoint import discard_unfinished
from qa.index.embedding import Embedded, embedded_texts
from qa.index.generation import Index, open_index
from qa.index.generations import current_version, drop_others, new_generation, publish, replace_file
from qa.index.manifest import Counts, IndexedFile, Manifest
from qa.index.purge_proof import Proof, prove_removed, traces_of
from qa.index.withheld import (
    PURGED,
    Purge,
    PurgeKind,
    digest_of_item,
    digest_of_meeting,
    dump_purges,
    read_purges,
    withhold,
)
from qa.index.word_meaning import WordData
from qa.index.word_places import FirstWords, numbers_of
from qa.index.writing import Contents, corpus_digest, generation_name, write_generation
from qa.opening import searchable_items
from qa.progress import SILENT, Progress
from qa.types import Meeting, Passage


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a purge did.

    ``name`` is the Swedish name of what was removed, ``item_ids`` are the items that went, those that
    said the same in another file among them, ``dropped`` the generations. ``seconds`` is how long it took.
    """

    purge: Purge
    name: str
    item_ids: tuple[str, ...]
    passages: int
    before: Counts
    after: Counts
    version_before: str
    version: str
    dropped: tuple[str, ...]
    seconds: float
    proof: Proof


def purge(folder: Path, identifier: str, progress: Progress = SILENT) -> Receipt:
    """Remove a meeting or an item from text, words, vectors and all older generations of an index.

    What a build that was not finished has kept goes first, for it may be of this too. Then it is put on
    a list, so that no later build brings it back, and a purge that was interrupted is completed by
    the next build. Then a generation without it replaces all others, and every file of the folder is
    searched for what it said.

    Raises:
        NotFoundError: the index has no meeting and no item by that id, or no longer.
        QaError: the index cannot be opened or written.
    """
    began = time.monotonic()
    with new_generation(folder) as building:
        index = open_index(folder)
        older = tuple(sorted(path.name for path in (folder / "generations").iterdir()))
        purges = read_purges(folder)
        name, wanted = _target(folder, index, purges, identifier)
        discard_unfinished(folder)
        purges = (*(known for known in purges if known.id != wanted.id), wanted)
        replace_file(folder / PURGED, dump_purges(purges))
        left, files = _withhold_all(index, purges)
        rows = _kept_rows(index, left)
        traces = traces_of(index, rows, left)
        contents = _contents_of(index, rows, left)
        manifest = _manifest(index.manifest, files, contents.counts)
        write_generation(building, contents, manifest, progress)
        publish(folder, building, manifest.version)
        drop_others(folder, manifest.version)
    kept = {item.id for meeting in left for item in searchable_items(meeting)}
    return Receipt(
        purge=wanted,
        name=name,
        item_ids=tuple(
            item.id for meeting in index.meetings for item in searchable_items(meeting) if item.id not in kept
        ),
        passages=len(index.passages) - len(rows),
        before=index.manifest.counts,
        after=manifest.counts,
        version_before=index.version,
        version=manifest.version,
        dropped=older,
        seconds=round(time.monotonic() - began, 3),
        proof=prove_removed(folder, traces),
    )


def undo_purge(folder: Path, identifier: str) -> Purge:
    """Take a purge off the list, so that the next build reads the item again from its file.

    Raises:
        NotFoundError: nothing by that id was purged.
        QaError: the folder cannot be written.
    """
    with new_generation(folder):
        purges = read_purges(folder)
        for known in purges:
            if known.id == identifier:
                replace_file(folder / PURGED, dump_purges([other for other in purges if other != known]))
                return known
    raise NotFoundError(f"”{identifier}” står inte på listan över raderat. Visa listan med: qa purge --list")


def _target(folder: Path, index: Index, purges: Sequence[Purge], identifier: str) -> tuple[str, Purge]:
    """Return the name of what is meant, and the purge of it."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for meeting in index.meetings:
        at = (meeting.source_file, meeting.start_date)
        if meeting.id == identifier:
            digest = digest_of_meeting(meeting)
            return name_of_meeting(meeting), Purge(identifier, PurgeKind.MEETING, *at, digest, now)
        for item in searchable_items(meeting):
            if item.id == identifier:
                name = f"{name_of_meeting(meeting)}, {name_of_item(item)}"
                digest = digest_of_item(meeting, item)
                return name, Purge(identifier, PurgeKind.ITEM, *at, digest, now)
    raise NotFoundError(_not_found(folder, index, purges, identifier))


def _not_found(folder: Path, index: Index, purges: Sequence[Purge], identifier: str) -> str:
    for known in purges:
        if known.id == identifier:
            dropped = drop_others(folder, current_version(folder))
            rest = f" {dropped} äldre utgåva som hade det kvar är nu borttagen." if dropped else ""
            return f"”{identifier}” raderades redan {known.purged[:10]}.{rest}"
    ids = [
        name
        for meeting in index.meetings
        for name in (meeting.id, *(item.id for item in searchable_items(meeting)))
    ]
    near = ", ".join(difflib.get_close_matches(identifier, ids, n=3))
    hint = f" Menade du {near}?" if near else " Id:t står i länken till ärendets sida, efter /arenden/."
    return f"Det finns inget sammanträde och inget ärende ”{identifier}” i indexet.{hint}"


def _withhold_all(index: Index, purges: Sequence[Purge]) -> tuple[list[Meeting], tuple[IndexedFile, ...]]:
    """Return what is left of all meetings, and the files with what is withheld of each."""
    left = []
    heeded: dict[str, tuple[str, ...]] = {}
    for meeting in index.meetings:
        rest, heeded[meeting.id] = withhold(meeting, purges)
        if rest is not None:
            left.append(rest)
    files = tuple(
        replace(file, withheld=tuple(sorted({*file.withheld, *heeded.get(file.meeting_id, ())})))
        for file in index.manifest.files
    )
    return left, files


def _kept_rows(index: Index, left: Sequence[Meeting]) -> list[int]:
    kept = {item.id for meeting in left for item in searchable_items(meeting)}
    return [row for row, passage in enumerate(index.passages) if passage.citation.item_id in kept]


def _contents_of(index: Index, rows: Sequence[int], left: Sequence[Meeting]) -> Contents:
    """Return what the new generation holds; no text is cut or embedded again."""
    new_row = np.full(len(index.passages), -1, dtype=np.int32)
    new_row[list(rows)] = np.arange(len(rows), dtype=np.int32)

    def kept(old_rows: NDArray[np.int32]) -> NDArray[np.bool_]:
        return np.asarray(new_row[old_rows] >= 0)

    passages = [index.passages[row] for row in rows]
    of_passages, of_sentences = kept(index.passage_rows), kept(index.sentence_rows)
    embedded = Embedded(
        passage_vectors=index.passage_vectors.vectors()[of_passages],
        passage_rows=new_row[index.passage_rows[of_passages]],
        sentence_vectors=index.sentence_vectors.vectors()[of_sentences],
        sentence_rows=new_row[index.sentence_rows[of_sentences]],
        common_question=index.common_question,
        words=_words_left(index, new_row, passages),
    )
    return Contents(left, passages, embedded)


def _words_left(index: Index, new_row: NDArray[np.int32], passages: Sequence[Passage]) -> WordData:
    """Return the words of the passages that stay, in the sense they have in those."""
    old = index.words.data
    vocabulary = FirstWords.of_texts(embedded_texts(index.passages)).places().vocabulary
    places = FirstWords.of_texts(embedded_texts(passages)).places()
    stays = new_row[old.example_rows] >= 0
    words = [vocabulary[word] for word in old.example_words[stays].tolist()]
    return WordData(
        size=len(places.vocabulary),
        rows=places.rows,
        words=places.words,
        examples=old.examples[stays],
        example_rows=new_row[old.example_rows[stays]],
        example_words=numbers_of(words, places.vocabulary),
        common_word=old.common_word,
    )


def _manifest(old: Manifest, files: tuple[IndexedFile, ...], counts: Counts) -> Manifest:
    now = datetime.now(UTC)
    digest = corpus_digest(files)
    return replace(
        old,
        version=generation_name(now, digest),
        created=now.isoformat(timespec="seconds"),
        corpus_digest=digest,
        counts=counts,
        files=files,
    )
