"""Paragraphs: lines of a section joined where the text runs on, and parted where it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.document import Line
from corpus.layout.footnotes import split_footnotes
from corpus.layout.joining import join_lines
from corpus.layout.lines import (
    awaits_number,
    ends_sentence,
    has_room,
    is_blank,
    is_bullet,
    is_list_item,
    is_lone_marker,
    runs_on,
    starts_lower,
)
from corpus.layout.list_markers import Block, with_markers
from corpus.layout.tables import table_end, table_paragraphs
from qa.types import Paragraph, ParagraphKind

_MIN_FULL = 60
"""Characters of a line that is surely text, not a heading or an entry of a list."""
_SHORT = 0.55
"""A line below this share of the width is a heading or the end of a paragraph."""


class Flow(Enum):
    """How the lines of a section follow each other."""

    PROSE = auto()
    ENTRIES = auto()
    """A list without marks: each sentence that begins a line is an entry."""
    NAMES = auto()
    """A list of names, one to a line."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the file is set.

    ``breaks`` are the offsets of lines after a page break, ``width`` where lines are wrapped (None
    where a line is a whole paragraph), ``hyphenated`` the words written with a hyphen.
    """

    breaks: frozenset[int]
    width: int | None
    hyphenated: frozenset[str]


def build_paragraphs(
    lines: Sequence[Line], setting: Setting, flow: Flow = Flow.PROSE
) -> tuple[Paragraph, ...]:
    """Join the lines of a section to paragraphs and tables.

    Args:
        lines: the lines, blank ones too; stretches of one line are lines as well.
        setting: how the file is set.
        flow: how the lines follow each other.

    Returns:
        The paragraphs in order, footnotes last. Each character of the lines that is not white space
        stands in exactly one of them, but for lone bullets and hyphens that only break a word.
    """
    lines, notes = split_footnotes(lines, setting.breaks)
    paragraphs: list[Paragraph] = []
    text: list[Line] = []
    index = 0
    while index < len(lines):
        end = index if is_blank(lines[index]) else table_end(lines, index)
        if end > index:
            paragraphs += _text_paragraphs(text, setting, flow)
            text = []
            paragraphs += table_paragraphs(lines[index:end], setting.hyphenated)
            index = end
        else:
            text.append(lines[index])
            index += 1
    paragraphs += _text_paragraphs(text, setting, flow)
    return (*paragraphs, *(_paragraph(Block(note), setting) for note in notes))


def _text_paragraphs(lines: Sequence[Line], setting: Setting, flow: Flow) -> list[Paragraph]:
    """Join lines that are no table to paragraphs."""
    return [_paragraph(block, setting) for block in with_markers(_blocks(lines, setting, flow))]


def _paragraph(block: Block, setting: Setting) -> Paragraph:
    text, runs = join_lines(block.lines, setting.hyphenated)
    kind = ParagraphKind.LIST_ITEM if block.listed or is_list_item(text) else ParagraphKind.PROSE
    return Paragraph(text, runs, kind, _page(block.lines))


def _page(lines: Sequence[Line]) -> int | None:
    """Return the page of the text, not of a list marker that stood on an earlier page."""
    return max(lines, key=lambda line: len(line.text)).page if len(lines) == 2 else lines[0].page


def _blocks(lines: Sequence[Line], setting: Setting, flow: Flow) -> list[Block]:
    """Part the lines into blocks of running text, and lone list markers."""
    blocks: list[Block] = []
    bullets = markers = 0
    gap = at_break = False
    for line in lines:
        if is_blank(line):
            gap = True
            continue
        at_break = at_break or line.start in setting.breaks
        if is_lone_marker(line.text):
            if is_bullet(line.text):
                bullets += 1
            else:
                markers += 1
                blocks.append(Block([line], marker=True))
            gap = at_break = True
            continue
        markers = 0 if is_list_item(line.text) else markers
        last = next((block for block in reversed(blocks) if not block.marker), None)
        here = Flow.NAMES if bullets else Flow.ENTRIES if markers > 1 else flow
        if last is None or _parts(_Joint(last.lines, line.text, here, gap=gap, at_break=at_break), setting):
            blocks.append(Block([line], listed=bullets > 0))
            bullets = max(bullets - 1, 0)
        else:
            last.lines.append(line)
        gap = at_break = False
    return blocks


@dataclass(frozen=True, slots=True)
class _Joint:
    """The place between the lines of a block and the next line, a blank line or page break perhaps."""

    block: Sequence[Line]
    text: str
    flow: Flow
    gap: bool
    at_break: bool


def _parts(joint: _Joint, setting: Setting) -> bool:
    """Tell whether a new paragraph begins with the next line."""
    last, text = joint.block[-1].text, joint.text
    apart = joint.gap or joint.at_break
    if is_list_item(text):
        return apart or not (awaits_number(last) and text.lstrip()[0].isdigit())
    if starts_lower(text):
        return ends_sentence(last) and (apart or setting.width is None)
    if joint.at_break:
        return ends_sentence(last) or not (runs_on(last) or _is_unfinished(joint.block))
    if joint.gap or setting.width is None:
        return setting.width is None or not runs_on(last)
    return _parts_by_width(last, text, joint.flow, setting.width)


def _is_unfinished(block: Sequence[Line]) -> bool:
    """Tell whether a block before a page break is running text, so that it must go on after it."""
    return len(block[-1].text) >= _MIN_FULL and not is_list_item(block[0].text)


def _parts_by_width(last: str, text: str, flow: Flow, width: int) -> bool:
    """Tell whether a line that follows without a blank line begins a paragraph: was the break meant?"""
    if flow is Flow.NAMES:
        return True
    if flow is Flow.ENTRIES and ends_sentence(last):
        return True
    if runs_on(last) or not has_room(last, text, width):
        return False
    return ends_sentence(last) or len(last.strip()) < _SHORT * width
