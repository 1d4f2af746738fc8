"""How letters look: it tells headings in files whose author set them without styles."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

_LARGER, _SMALLEST = 1.12, 0.95
"""Sizes of headings as shares of that of the text: regular letters must be larger, bold ones not smaller."""
_RARE = 0.25
"""Share of the file's letters that a kind of heading has at most."""


class Face(NamedTuple):
    """How letters look: their size in half points, and whether they are bold."""

    half_points: int
    bold: bool


UNKNOWN_FACE = Face(0, bold=False)


def heading_faces(letters: Counter[Face]) -> Mapping[Face, int]:
    """Return the faces that headings of a file have, with their levels: 1 for the largest.

    Args:
        letters: how many letters the file has of each face.
    """
    if not letters:
        return {}
    text = letters.most_common(1)[0][0]
    faces = [
        face
        for face, count in letters.items()
        if count <= _RARE * letters.total() and _stands_out(face, text)
    ]
    return {face: level for level, face in enumerate(sorted(faces, reverse=True), 1)}


def _stands_out(face: Face, text: Face) -> bool:
    if face.half_points >= _LARGER * text.half_points:
        return True
    return face.bold and not text.bold and face.half_points >= _SMALLEST * text.half_points
