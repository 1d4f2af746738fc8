"""Headings of a PDF, told by letters that are bold or larger than those of the text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from corpus.readers.pdf_rows import Row

_LARGER, _SMALLEST = 1.12, 0.95
"""Sizes of headings as shares of that of the text: regular letters must be larger, bold ones not smaller."""
_RARE = 0.25
"""Share of the file's letters that a kind of heading has at most."""
_LONGEST = 160
_SENTENCE_ENDS = (".", ",", ";", ":")


class Face(NamedTuple):
    """How letters look: their size in half points, and whether they are bold."""

    half_points: int
    bold: bool


def heading_levels(pages: Iterable[Sequence[Row]]) -> Mapping[Face, int]:
    """Return the faces that headings of a file have, with their levels: 1 for the largest."""
    letters: Counter[Face] = Counter()
    for rows in pages:
        for row in rows:
            letters[face_of(row)] += len(row.text)
    if not letters:
        return {}
    text = letters.most_common(1)[0][0]
    faces = [
        face
        for face, count in letters.items()
        if count <= _RARE * letters.total() and _stands_out(face, text)
    ]
    return {face: level for level, face in enumerate(sorted(faces, reverse=True), 1)}


def face_of(row: Row) -> Face:
    """Return how the letters of a row look."""
    return Face(round(2 * row.size), row.bold)


def is_heading_text(row: Row) -> bool:
    """Tell whether the words of a row may be a heading: short, no table, no end of a sentence."""
    return (
        len(row.cells) == 1
        and len(row.text) <= _LONGEST
        and any(map(str.isalpha, row.text))
        and not row.text.endswith(_SENTENCE_ENDS)
    )


def _stands_out(face: Face, text: Face) -> bool:
    if face.half_points >= _LARGER * text.half_points:
        return True
    return face.bold and not text.bold and face.half_points >= _SMALLEST * text.half_points
