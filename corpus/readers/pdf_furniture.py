"""Running headers and footers of a PDF, and the page numbers printed in them.

They are known by their place: the same words at the same height on many pages, but for a number
that rises with the pages. Text never repeats so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.layout.pagination import page_number
from corpus.readers.pdf_rows import Row

_NUMBER = re.compile(r"(?<![\w/.:-])\d{1,4}(?![\w/.:-]*\w)")
_LOOK_AT = 14
"""Rows from the top and from the bottom of a page that may be furniture."""
_MARGIN = 0.22
"""Share of the page's height at its top, and at its bottom, where furniture stands."""
_HEIGHT_STEP = 4.0
"""Points that a running line may differ in height from page to page."""
_MIN_PAGES = 3
_MIN_BETWEEN = 0.4
"""Share of the pages between its first and last one that have a running line: left and right may differ."""
_MIN_IN_PLACE = 0.4
"""Share of a running line's places that lie at one height: it may be lower on pages of another size."""
_PLACE = "\0"
_DIGITS = re.compile(r"[\0\d]+")
_BEFORE_NUMBER = re.compile(r"(?:\b(?:sida|sidan|sid|s|page)\b[.:]?\s*|[-–]\s*)$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"^\s*(?:\(\d{1,4}\)|(?:av|of|/)\s*\d{1,4}|[-–](?=\s*$))", re.IGNORECASE)


class PageRows(NamedTuple):
    """The rows of a page from top to bottom, and the y of its edges."""

    rows: list[Row]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cleared:
    """A page without furniture, and its number: as printed where pages have numbers, else counted."""

    rows: list[Row]
    number: int | None


class _Key(NamedTuple):
    """What makes two lines of print on different pages one running line.

    ``template`` is the text with its page number taken out, ``offset`` the printed number less the
    counted one, None where there is no number; ``place`` the height on the page in steps.
    """

    template: str
    offset: int | None
    place: int


def clear_furniture(pages: Sequence[PageRows]) -> list[Cleared]:
    """Take out running headers and footers and tell the pages' numbers.

    The running header of most pages stays once, at the start of the file: it tells whose minutes
    these are. One of fewer pages stays where it comes first: an attachment's letterhead, the head
    of a long table. The printed number is that of the numbering which most pages have; pages
    before its page 1 have no number.
    """
    keys = [_keys_of_page(page, number) for number, page in enumerate(pages, 1)]
    running = _running(keys, Counter(_shape(row.text) for page in pages for row in page.rows))
    numbering = _numbering(running)
    first_rows: list[Row] = []
    cleared: list[Cleared] = []
    seen: set[str] = set()
    for number, (page, page_keys) in enumerate(zip(pages, keys, strict=True), 1):
        kept: list[Row] = []
        for row, row_keys in zip(page.rows, page_keys, strict=True):
            mine = [key for key in row_keys if key in running]
            if not mine:
                kept += [] if _is_lone_number(row, row_keys, numbering, number) else [row]
            elif _is_at_top(page, row) and not seen & {key.template for key in mine}:
                most = 2 * max(running[key] for key in mine) >= len(pages)
                (first_rows if most else kept).extend(_without_number(row, mine))
            seen |= {key.template for key in mine}
        cleared.append(Cleared(kept, numbering.printed(number)))
    if cleared:
        cleared[0] = replace(cleared[0], rows=first_rows + cleared[0].rows)
    return cleared


@dataclass(frozen=True, slots=True)
class _Numbering:
    """How far the printed numbers are from the counted ones, None if unprinted, and where they stand."""

    offset: int | None
    places: frozenset[int]

    def printed(self, counted: int) -> int | None:
        if self.offset is None:
            return counted
        return counted + self.offset if counted + self.offset > 0 else None


def _keys_of_page(page: PageRows, number: int) -> list[list[_Key]]:
    """Return for each row the running lines that it may belong to; none for a row inside the page."""
    heights = sorted(row.baseline for row in page.rows)
    upper = heights[min(_LOOK_AT, len(heights)) - 1] if heights else 0.0
    lower = heights[-min(_LOOK_AT, len(heights))] if heights else 0.0
    return [
        _keys(page, number, row) if row.baseline <= upper or row.baseline >= lower else []
        for row in page.rows
    ]


def _keys(page: PageRows, number: int, row: Row) -> list[_Key]:
    at_top = _is_at_top(page, row)
    at_edge = at_top or page.bottom - row.baseline <= _MARGIN * (page.bottom - page.top)
    if not at_edge or "§" in row.text:
        return []
    place = round((row.baseline - page.top) / _HEIGHT_STEP)
    keys = [_Key(row.text, None, place + shift) for shift in (0, 1)]
    for match in _NUMBER.finditer(row.text):
        template = row.text[: match.start()] + _PLACE + row.text[match.end() :]
        keys += [_Key(template, int(match[0]) - number, place + shift) for shift in (0, 1)]
    return keys


def _is_at_top(page: PageRows, row: Row) -> bool:
    return row.baseline - page.top <= _MARGIN * (page.bottom - page.top)


def _running(keys: Sequence[Sequence[Sequence[_Key]]], rows: Mapping[str, int]) -> dict[_Key, int]:
    """Return the lines that come on enough pages, with the number of these.

    A line of text may stand at the same place on some pages by chance: the cells of a long table
    do. But then it stands in other places as well, or on few of the pages between.

    Args:
        keys: what the rows of each page may be.
        rows: how often a row of each shape comes, anywhere.
    """
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, page in enumerate(keys):
        for key in {key for row in page for key in row}:
            found[key].append(number)
    least = max(2, min(len(keys) - 1, _MIN_PAGES))
    return {
        key: len(pages)
        for key, pages in found.items()
        if len(pages) >= least
        and len(pages) >= _MIN_BETWEEN * (pages[-1] - pages[0] + 1)
        and len(pages) >= _MIN_IN_PLACE * rows[_shape(key.template)]
    }


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _numbering(running: Mapping[_Key, int]) -> _Numbering:
    pages: Counter[int] = Counter()
    for key, count in running.items():
        if key.offset is not None:
            pages[key.offset] = max(pages[key.offset], count)
    best = max(pages, key=lambda offset: (pages[offset], -abs(offset)), default=None)
    return _Numbering(best, frozenset(key.place for key in running if key.offset is not None))


def _is_lone_number(row: Row, keys: Sequence[_Key], numbering: _Numbering, counted: int) -> bool:
    """Tell whether a row at the edge of a page is a page number that stands on too few pages to be seen."""
    printed = page_number(row.text) if keys else None
    if printed is None:
        return False
    return printed == numbering.printed(counted) or any(key.place in numbering.places for key in keys)


def _without_number(row: Row, keys: Sequence[_Key]) -> list[Row]:
    """Return a header row without its page number; nothing if it is no more than that."""
    template = next((key.template for key in keys if key.offset is not None), row.text)
    before, mark, after = template.partition(_PLACE)
    if not mark:
        return [row]
    texts = (_BEFORE_NUMBER.sub("", before) + _AFTER_NUMBER.sub("", after)).split("\t")
    if len(texts) != len(row.cells):
        return [row]
    cells = [replace(cell, text=text.strip()) for text, cell in zip(texts, row.cells, strict=True)]
    cells = [cell for cell in cells if cell.text]
    return [replace(row, cells=tuple(cells))] if cells else []
