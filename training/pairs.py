"""Invented passages and the questions they answer, for training: read, checked, made into meetings.

A line of JSON is an agenda item of an invented body: ``body``, ``date``, ``number``, ``title`` and
``passages``, each with ``heading``, ``text`` and ``questions`` of a ``kind``:

- vardag: everyday words, as few as possible of the passage's own; half of all
- del: some shared words, half of a compound; fakta: a fact of the passage
- kort: one to four words; slarv: with a slip, or without å, ä and ö; en: in English
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from qa.errors import EvaluationError
from qa.text import normalise
from qa.types import AgendaItem, DateBasis, Meeting, Paragraph, Role, Run, Section

ROLES: Mapping[str, Role] = {
    "beslut": Role.DECISION,
    "yrkande": Role.MOTION,
    "yrkanden": Role.MOTION,
    "reservation": Role.RESERVATION,
    "reservationer": Role.RESERVATION,
    "protokollsanteckning": Role.STATEMENT,
    "sammanfattning": Role.SUMMARY,
    "sammanfattning av ärendet": Role.SUMMARY,
    "ärendet": Role.MATTER,
    "bakgrund": Role.MATTER,
    "information": Role.INFORMATION,
    "anteckningar": Role.NOTES,
    "diskussion": Role.NOTES,
}
"""What is printed over a passage, as the parser would understand it; text under anything else."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class WrittenQuestion(_Strict):
    """A question, and of what kind it is."""

    kind: str
    text: str


class WrittenPassage(_Strict):
    """A passage under its heading (empty where it has none), and the questions it answers."""

    heading: str
    text: str
    questions: tuple[WrittenQuestion, ...]


class WrittenItem(_Strict):
    """An agenda item; ``date`` is as in ISO 8601, or empty."""

    body: str
    date: str
    number: str
    title: str
    passages: tuple[WrittenPassage, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and where its answer stands: the place of the passage among its item's passages."""

    question: str
    item_id: str
    passage: int


def read_items(folder: Path) -> list[WrittenItem]:
    """Read all ``*.jsonl`` of a folder, in the order of their names.

    Raises:
        EvaluationError: there are none, or a line is not an item; names file and line.
    """
    items = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                items.append(WrittenItem.model_validate_json(normalise(line)))
            except ValidationError as error:
                raise EvaluationError(f"{path} rad {number}: {error}") from error
    if not items:
        raise EvaluationError(f"I {folder} finns inga par att träna med. Ange en mapp med *.jsonl.")
    return items


def meetings_of(items: Sequence[WrittenItem]) -> list[Meeting]:
    """Make the items of each body and day into a meeting."""
    together: dict[tuple[str, str], list[WrittenItem]] = {}
    for item in items:
        together.setdefault((item.body, item.date), []).append(item)
    return [_meeting(f"m{number}", items) for number, items in enumerate(together.values())]


def pairs_of(meetings: Sequence[Meeting], items: Sequence[WrittenItem]) -> Iterator[Pair]:
    """Yield the questions in the order of the meetings; ``items`` are those that these were made of."""
    written = {(item.body, item.date, item.number, item.title): item for item in items}
    for meeting in meetings:
        day = meeting.start_date.isoformat() if meeting.start_date else ""
        for item in meeting.items:
            for place, passage in enumerate(written[meeting.body, day, item.number, item.title].passages):
                for question in passage.questions:
                    yield Pair(question.text, item.id, place)


def _meeting(meeting_id: str, items: Sequence[WrittenItem]) -> Meeting:
    body, day = items[0].body, items[0].date
    return Meeting(
        id=meeting_id,
        body=body,
        title=body,
        start_date=date.fromisoformat(day) if day else None,
        date_basis=DateBasis.STATED if day else DateBasis.UNKNOWN,
        source_file=f"{meeting_id}.jsonl",
        items=tuple(_item(f"{meeting_id}/{place}", item) for place, item in enumerate(items)),
    )


def _item(item_id: str, item: WrittenItem) -> AgendaItem:
    sections, start = [], 0
    for passage in item.passages:
        text = " ".join(passage.text.split())
        paragraph = Paragraph(text, (Run(0, start, len(text)),))
        role = ROLES.get(passage.heading.casefold(), Role.TEXT)
        sections.append(Section(role, passage.heading, (paragraph,)))
        start += len(text) + 1
    return AgendaItem(item_id, item.number, item.title, (), tuple(sections))
