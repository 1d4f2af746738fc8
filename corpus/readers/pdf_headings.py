"""Headings of a PDF, told by letters that are bold or larger than those of the text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.headings.case_numbers import case_numbers_alone
from corpus.layout.lines import starts_lower
from corpus.layout.roles import heading_role
from corpus.readers.faces import Face, heading_faces
from corpus.readers.pdf_layout import Columns
from corpus.readers.pdf_rows import Row
from corpus.readers.pdf_tables import is_wrapped, joined

_LONGEST = 320
_RAGGED = 24.0
"""Points that a line of a heading may end before it must."""
_BEGINS_HEADING = re.compile(r"(?:\S{1,6}\s+)?§|\d{1,3}[.:)]\s|•\s")
_OF_A_KIND = re.compile(r"\d{1,3}\s|[-–]\s")
_SENTENCE_ENDS = (".", ",", ";", ":")


def heading_levels(pages: Iterable[Sequence[Row]]) -> Mapping[Face, int]:
    """Return the faces that headings of a file have, with their levels: 1 for the largest."""
    letters: Counter[Face] = Counter()
    for rows in pages:
        for row in rows:
            letters[face_of(row)] += len(row.text)
    return heading_faces(letters)


def whole_headings(
    rows: Sequence[Row | None], levels: Mapping[Face, int], columns: Columns
) -> list[Row | None]:
    """Join the lines of headings that are wrapped, so that each heading is one row.

    Args:
        rows: the rows of a page in reading order, None for a blank line.
        levels: the faces of headings.
        columns: how far lines reach: one that ends before is not wrapped, but ends there.
    """
    whole: list[Row | None] = []
    last: Row | None = None
    for row in rows:
        if row is None:
            whole.append(None)
            continue
        in_next_column = (
            bool(whole) and whole[-1] is None and last is not None and row.baseline < last.baseline
        )
        if in_next_column:
            whole.pop()
        begun = whole[-1] if whole else None
        if begun and last and _is_one_heading(begun, last, row, levels, columns):
            whole[-1] = replace(joined(begun, row), baseline=row.baseline)
        else:
            whole += [None, row] if in_next_column else [row]
        last = row
    return whole


def _is_one_heading(begun: Row, above: Row, row: Row, levels: Mapping[Face, int], columns: Columns) -> bool:
    """Tell whether a row goes on with the heading whose last row so far is ``above``."""
    return (
        levels.get(face_of(row), 0) > 0
        and face_of(row) == face_of(above)
        and not above.text.endswith(_SENTENCE_ENDS[0])
        and len(above.cells) == len(row.cells) == 1
        and heading_role(begun.text) is None
        and heading_role(row.text) is None
        and (above.text.endswith("-") or not _begins_heading(row.text, begun.text))
        and not case_numbers_alone(row.text)
        and (starts_lower(row.text) or is_wrapped(above, row, columns.right_edge(above) - _RAGGED))
    )


def _begins_heading(text: str, above: str) -> bool:
    """Tell whether a line begins with a number or sign as headings do, or as the heading above it does."""
    alike = _OF_A_KIND.match(text) is not None and _OF_A_KIND.match(above) is not None
    return alike or _BEGINS_HEADING.match(text) is not None


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
