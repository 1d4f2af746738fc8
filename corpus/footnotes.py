"""Footnotes at the foot of a page: they stand in the middle of a sentence that goes on overleaf."""

import re
from collections.abc import Sequence

from corpus.document import Line
from corpus.lines import is_blank

_NOTE = re.compile(r"\s*(?P<number>\d{1,2})\s+\S")
_MARK = r"[^\W\d_][.,:;)”\"]{{0,2}}{number}(?!\d)"
_MAX_LINES = 15


def split_footnotes(lines: Sequence[Line], breaks: frozenset[int]) -> tuple[list[Line], list[Line]]:
    """Part the footnotes from the text.

    A footnote is the last block before a page break, begins with a number, and that number stands
    raised (so right after a word) in the text before it.

    Args:
        lines: the lines of a section.
        breaks: start offsets of the lines after a page break.

    Returns:
        The lines of the text, and those of the footnotes.
    """
    noted: set[int] = set()
    edges = [index for index, line in enumerate(lines) if index and line.start in breaks]
    for edge in [*edges, len(lines)]:
        start = _notes_start(lines, edge, breaks)
        if start is not None:
            noted.update(range(start, edge))
    text = [line for index, line in enumerate(lines) if index not in noted]
    return text, [line for index, line in enumerate(lines) if index in noted]


def _notes_start(lines: Sequence[Line], edge: int, breaks: frozenset[int]) -> int | None:
    """Return where the footnotes of the page that ends at ``edge`` begin, None where it has none."""
    first = None
    for index in range(edge - 1, max(edge - _MAX_LINES, 0) - 1, -1):
        if lines[index].start in breaks:
            break
        match = _NOTE.match(lines[index].text)
        if match is not None and _is_marked(lines[:index], match["number"]):
            first = index
    alone = first is not None and first > 0 and is_blank(lines[first - 1])
    return first if alone else None


def _is_marked(before: Sequence[Line], number: str) -> bool:
    mark = re.compile(_MARK.format(number=number))
    return any(mark.search(line.text) for line in before)
