"""What was purged, remembered: a list in the index folder, and what a build leaves out by it."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa.errors import IndexFormatError
from qa.opening import searchable_items
from qa.types import AgendaItem, Meeting

PURGED = "purged.json"
"""The list; it lies beside the generations, since it outlives them."""

_LETTERS = re.compile(r"[\W_]+")


class PurgeKind(StrEnum):
    """What was purged."""

    MEETING = "meeting"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Purge:
    """A meeting or an item that must not come back, and nothing of what it said.

    ``digest`` is a SHA-256 over its words, so that it is known again under another file name;
    ``meeting_date`` tells which meetings to compare. ``purged`` is ISO 8601 in UTC.
    """

    id: str
    kind: PurgeKind
    source_file: str
    meeting_date: date | None
    digest: str
    purged: str


_PURGES = TypeAdapter(tuple[Purge, ...])


def read_purges(folder: Path) -> tuple[Purge, ...]:
    """Return what was purged from an index, in order of time.

    Raises:
        IndexFormatError: the list is damaged; building on would bring back what was purged.
    """
    path = folder / PURGED
    if not path.exists():
        return ()
    try:
        return _PURGES.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexFormatError(
            f"Listan över raderade ärenden, {path}, går inte att läsa. Återställ den från en säkerhetskopia; "
            "utan den skulle raderade ärenden läsas in igen."
        ) from error


def dump_purges(purges: Sequence[Purge]) -> bytes:
    """Return the list as it is written to ``PURGED``."""
    return _PURGES.dump_json(tuple(purges), indent=1) + b"\n"


def withhold(meeting: Meeting, purges: Sequence[Purge]) -> tuple[Meeting | None, tuple[str, ...]]:
    """Return what is left of a meeting, None for nothing, and the ids of the purges that were heeded.

    A purge is known by the id, and by the words of the item in a meeting of the same body and day.
    """
    near = [purge for purge in purges if purge.id.startswith(meeting.id) or _is_same_day(purge, meeting)]
    if not near:
        return meeting, ()
    for purge in near:
        if purge.kind is PurgeKind.MEETING and _is_meant(purge, meeting.id, digest_of_meeting(meeting)):
            return None, (purge.id,)
    heeded: dict[str, str] = {}
    for item in searchable_items(meeting):
        digest = digest_of_item(meeting, item)
        for purge in near:
            if purge.kind is PurgeKind.ITEM and _is_meant(purge, item.id, digest):
                heeded[item.id] = purge.id
    return without_items(meeting, heeded.keys()), tuple(dict.fromkeys(heeded.values()))


def without_items(meeting: Meeting, item_ids: Iterable[str]) -> Meeting:
    """Return a meeting without some of its items, and without what is noted about them."""
    gone = set(item_ids)
    if not gone:
        return meeting
    reading = meeting.reading
    if reading is not None:
        reading = replace(
            reading,
            doubts=tuple(doubt for doubt in reading.doubts if doubt.item_id not in gone),
            personal_data=tuple(data for data in reading.personal_data if data.item_id not in gone),
        )
    kept = {item.id for item in searchable_items(meeting)} - gone
    items = tuple(item for item in meeting.items if item.id in kept)
    keeps_opening = len(kept) > len(items)
    return replace(meeting, items=items, reading=reading, opening=meeting.opening if keeps_opening else ())


def digest_of_meeting(meeting: Meeting) -> str:
    """Return the SHA-256 (hex) of all that a meeting says."""
    return _digest(digest_of_item(meeting, item) for item in searchable_items(meeting))


def digest_of_item(meeting: Meeting, item: AgendaItem) -> str:
    """Return the SHA-256 (hex) of what an item says, where and when; letters and digits count alone."""
    texts = (paragraph.text for section in item.sections for paragraph in section.paragraphs)
    return _digest((meeting.body, str(meeting.start_date), item.number, item.title, *texts))


def _digest(texts: Iterable[str]) -> str:
    letters = (_LETTERS.sub("", text.casefold()) for text in texts)
    return hashlib.sha256("".join(letters).encode()).hexdigest()


def _is_same_day(purge: Purge, meeting: Meeting) -> bool:
    return purge.meeting_date == meeting.start_date


def _is_meant(purge: Purge, identifier: str, digest: str) -> bool:
    return purge.id == identifier or purge.digest == digest
