"""List markers in a column of their own: text from PDF gives ``a.``, ``b.``, ``c.``, then the texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Line
from corpus.layout.lines import is_list_item


@dataclass(slots=True)
class Block:
    """Lines that run on, or one lone list marker; ``listed`` where a bullet stood before it."""

    lines: list[Line]
    marker: bool = False
    listed: bool = False


def with_markers(blocks: Sequence[Block]) -> list[Block]:
    """Put lone list markers before their texts.

    A column of markers belongs to as many blocks after it. Where their number differs, nothing tells
    which is whose, and the markers stay together as a block before the texts.
    """
    joined: list[Block] = []
    position = 0
    while position < len(blocks):
        if not blocks[position].marker:
            joined.append(blocks[position])
            position += 1
            continue
        markers = _stretch(blocks, position, marker=True)
        texts = _stretch(blocks, position + len(markers), marker=False)
        position += len(markers) + len(texts)
        joined += _paired(markers, texts)
    return joined


def _stretch(blocks: Sequence[Block], start: int, *, marker: bool) -> list[Block]:
    """Return the blocks from ``start`` on that are markers, or are texts that lack one."""
    stretch: list[Block] = []
    for block in blocks[start:]:
        if block.marker is not marker or (not marker and is_list_item(block.lines[0].text)):
            break
        stretch.append(block)
    return stretch


def _paired(markers: Sequence[Block], texts: Sequence[Block]) -> list[Block]:
    if len(texts) != len(markers) and not (texts and len(markers) == 1):
        column = Block([line for block in markers for line in block.lines], listed=True)
        return [column, *texts]
    paired = [
        Block([*marker.lines, *text.lines], listed=True) for marker, text in zip(markers, texts, strict=False)
    ]
    return [*paired, *texts[len(markers) :]]
