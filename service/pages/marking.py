"""Which stretches of a paragraph a passage covers, found by their common place in the source."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.types import Paragraph, Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph, inside the passage or outside it."""

    text: str
    is_marked: bool


def mark(paragraph: Paragraph, runs: Sequence[Run]) -> tuple[Stretch, ...]:
    """Cut a paragraph where the passage with these runs begins and ends.

    Returns:
        Stretches that, joined, are the paragraph's text, none of them empty.
    """
    covered = _covered(paragraph, runs)
    stretches: list[Stretch] = []
    position = 0
    for start, end in _joined(covered, paragraph.text):
        if position < start:
            stretches.append(Stretch(paragraph.text[position:start], is_marked=False))
        stretches.append(Stretch(paragraph.text[start:end], is_marked=True))
        position = end
    if position < len(paragraph.text):
        stretches.append(Stretch(paragraph.text[position:], is_marked=False))
    return tuple(stretches)


def _covered(paragraph: Paragraph, runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Return the parts of the paragraph's text whose source the passage shares, in order."""
    found = []
    for own in paragraph.runs:
        for other in runs:
            low = max(own.source_start, other.source_start)
            high = min(own.source_start + own.length, other.source_start + other.length)
            if low < high:
                shift = own.start - own.source_start
                found.append((low + shift, high + shift))
    return sorted(found)


def _joined(parts: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Join parts with nothing but white space between them: line ends are no gaps to a reader."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
