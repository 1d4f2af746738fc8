"""Agenda items into passages: pieces of one item and one role, cut at paragraph and sentence ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qa.alignment import join_aligned, slice_runs, source_span
from qa.citation import cite, name_of_item, name_of_meeting
from qa.language import language_of_passage
from qa.opening import searchable_items
from qa.sentences import sentence_spans
from qa.types import AgendaItem, Meeting, Paragraph, ParagraphKind, Passage, Role, Run, Section

TARGET_WORDS = 180
"""Words a passage aims at; the length with the best figures (docs/retrieval.md)."""
MOST_WORDS = 240
"""A sentence of more words than this is cut between words."""
CHUNKER_VERSION = 5
"""Raised when an item would be cut into other passages, or a passage into other sentences."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    runs: tuple[Run, ...]
    page: int | None
    words: int
    opens_paragraph: bool


def passages_of_meeting(meeting: Meeting) -> list[Passage]:
    """Cut the opening and every agenda item of a meeting into passages, in reading order."""
    return [passage for item in searchable_items(meeting) for passage in passages_of_item(meeting, item)]


def passages_of_item(meeting: Meeting, item: AgendaItem) -> list[Passage]:
    """Cut one agenda item into passages.

    The passages in order rebuild the item: their runs are those of its paragraphs. Tables become
    passages of their own, marked ``is_table``.
    """
    passages: list[Passage] = []
    for section in item.sections:
        for is_table, paragraphs in groupby(
            section.paragraphs, key=lambda paragraph: paragraph.kind is ParagraphKind.TABLE
        ):
            pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
            for group in _pack(pieces):
                number = len(passages) + 1
                passages.append(_passage(meeting, item, section, group, number, is_table=is_table))
    return passages


def context_of(meeting: Meeting, item: AgendaItem, section: Section) -> str:
    """Return what is known of meeting, item and sub-heading: embedded before a passage, not shown in it."""
    heading = section.heading or ("" if section.role is Role.TEXT else section.role.value)
    parts = [name_of_meeting(meeting), name_of_item(item), heading]
    known = [part.strip(" .") for part in parts if part.strip(" .")]
    return ". ".join(known) + "." if known else ""


def _passage(
    meeting: Meeting,
    item: AgendaItem,
    section: Section,
    group: Sequence[_Piece],
    number: int,
    *,
    is_table: bool,
) -> Passage:
    text, runs = _join(group)
    start, end = source_span(runs)
    return Passage(
        id=f"{item.id}/{number}",
        text=text,
        context=context_of(meeting, item, section),
        runs=runs,
        start=start,
        end=end,
        citation=cite(meeting, item, section.role, group[0].page),
        is_table=is_table,
        language=language_of_passage(text),
    )


def _join(group: Sequence[_Piece]) -> tuple[str, tuple[Run, ...]]:
    """Join pieces: a line end before a new paragraph, a space within one."""
    paragraphs: list[list[_Piece]] = []
    for piece in group:
        if piece.opens_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(piece)
    lines = [join_aligned([(piece.text, piece.runs) for piece in pieces], " ") for pieces in paragraphs]
    return join_aligned(lines, "\n")


def _pieces(paragraph: Paragraph) -> Iterator[_Piece]:
    """Yield the paragraph whole where it is short enough, else its sentences."""
    spans = [(0, len(paragraph.text))]
    if len(paragraph.text.split()) > TARGET_WORDS:
        spans = [part for span in sentence_spans(paragraph.text) for part in _cut_long(paragraph.text, span)]
    for index, (start, end) in enumerate(spans):
        runs = slice_runs(paragraph.runs, start, end)
        if runs:
            text = paragraph.text[start:end]
            yield _Piece(text, runs, paragraph.page, len(text.split()), opens_paragraph=index == 0)


def _cut_long(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Cut a sentence of more than MOST_WORDS words, as lists without full stops are, between words."""
    start, end = span
    words = text[start:end].split()
    if len(words) <= MOST_WORDS:
        yield span
        return
    position = start
    for first in range(0, len(words), TARGET_WORDS):
        begin = position
        for word in words[first : first + TARGET_WORDS]:
            position = text.index(word, position) + len(word)
        begin += len(text[begin:position]) - len(text[begin:position].lstrip())
        yield begin, position


def _pack(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Group pieces evenly into passages of about TARGET_WORDS words; a line ending in ":" leads on."""
    total = sum(piece.words for piece in pieces)
    share = total / max(1, round(total / TARGET_WORDS))
    group: list[_Piece] = []
    words = 0
    for piece in pieces:
        leads_on = bool(group) and group[-1].text.endswith(":")
        overshoot = words + piece.words / 2 > share
        if group and overshoot and not leads_on:
            yield group
            group, words = [], 0
        group.append(piece)
        words += piece.words
    if group:
        yield group
