"""Footnotes at the foot of a page: they stand in the middle of a sentence that goes on overleaf."""

import re
from collections.abc import Sequence

from corpus.document import Line
from corpus.layout.lines import is_blank

_NOTE = re.compile(r"\s*(?P<number>\d{1,2})\s+\S")
_MARK = r"[^\W\d_][.,:;)”\"]{{0,2}}{number}(?!\d)"
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)")
_MAX_LINES = 15


def split_footnotes(lines: Sequence[Line], breaks: frozenset[int]) -> tuple[list[Line], list[list[Line]]]:
    """Part the footnotes from the text.

    A footnote stands last before a page break, begins with a number, and that number stands raised
    (so right after a word) in the text before it.

    Args:
        lines: the lines of a section.
        breaks: start offsets of the lines after a page break.

    Returns:
        The lines of the text, and the lines of each footnote.
    """
    noted: set[int] = set()
    edges = [index for index, line in enumerate(lines) if index and line.start in breaks]
    for edge in [*edges, len(lines)]:
        start = _notes_start(lines, edge, breaks)
        if start is not None:
            noted.update(range(start, edge))
    notes: list[list[Line]] = []
    for index in sorted(noted):
        if _NOTE.match(lines[index].text):
            notes.append([])
        notes[-1].append(lines[index])
    return [line for index, line in enumerate(lines) if index not in noted], notes


def _notes_start(lines: Sequence[Line], edge: int, breaks: frozenset[int]) -> int | None:
    """Return where the footnotes of the page that ends at ``edge`` begin, None where it has none."""
    for index in range(edge - 1, max(edge - _MAX_LINES, 0) - 1, -1):
        begins_block = index == 0 or is_blank(lines[index - 1])
        match = _NOTE.match(lines[index].text)
        if begins_block and match is not None and _is_marked(lines[:index], match["number"]):
            return index
        if lines[index].start in breaks or (begins_block and not _may_be_note(lines[index])):
            break
    return None


def _may_be_note(line: Line) -> bool:
    """Tell whether a block may belong to the footnotes: a note, the address it links to, nothing."""
    return is_blank(line) or _NOTE.match(line.text) is not None or _ADDRESS.match(line.text) is not None


def _is_marked(before: Sequence[Line], number: str) -> bool:
    mark = re.compile(_MARK.format(number=number))
    return any(mark.search(line.text) for line in before)
