"""Printed page numbers: find them, and tell which page each line stands on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.document import Line
from corpus.layout.lines import is_blank, next_written, plain, previous_written

_WHOLE_LINE = re.compile(
    r"(?:(?:sida|sidan|sidnr|sid|s)\.? ?:? ?(?P<sida>\d{1,4})(?: ?(?:av|/|\() ?\d{1,4}\)?)?"
    r"|(?P<of>\d{1,4}) ?\(\d{1,4}\)"
    r"|[-–] ?(?P<dashes>\d{1,4}) ?[-–]"
    r"|page (?P<page>\d{1,4}) of \d{1,4})",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"(?:\b(?:sida|sidan|sid|s)\.? ?(?P<sida>\d{1,4})(?: ?(?:av|/|\() ?\d{1,4}\)?)?"
    r"|(?P<of>\d{1,4}) ?\(\d{1,4}\))$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:sida|sidan|sid)\.? ?\d{1,4} ?(?:av|/|\() ?\d{1,4}\)?$", re.IGNORECASE)
_BARE = re.compile(r"\s*\d{1,3}\s*")
_MIN_ROW, _MIN_ROW_WITHOUT_PAGES = 2, 3
_MIN_LINES = 10
"""Written lines between two bare page numbers, so that the cells of a table are not taken for them."""
_MOST_STRAY = 0.5
_MAX_PAGE = 8000
"""Characters: no printed page holds more, so a longer stretch has lost page numbers."""


def page_number(text: str) -> int | None:
    """Return the number of a line that is a printed page number and nothing else."""
    return _number(_WHOLE_LINE.fullmatch(plain(text)))


def trailing_page_number(text: str) -> int | None:
    """Return the page number at the end of a running header or footer."""
    return _number(_AT_END.search(plain(text)))


def of_all_pages(text: str) -> bool:
    """Tell whether a line ends with a page number and how many pages there are (``Sida 2(3)``)."""
    return _OF_ALL.search(plain(text)) is not None


def bare_page_numbers(lines: Sequence[Line], starts: frozenset[int]) -> dict[int, int]:
    """Return page numbers that are nothing but a number, by line index.

    They stand first or last on their page, where the file tells its pages, else apart from other
    lines and far from each other; and they rise one by one.

    Args:
        lines: all lines of the file.
        starts: start offsets of the pages after the first.
    """
    written = [index for index, line in enumerate(lines) if not is_blank(line)]
    rank = {index: position for position, index in enumerate(written)}
    candidates = [
        (index, int(lines[index].text))
        for index in written
        if _BARE.fullmatch(lines[index].text)
        and (_is_at_edge(lines, index) if starts else _is_apart(lines, index))
    ]
    found: dict[int, int] = {}
    row: list[tuple[int, int]] = []
    for index, number in [*candidates, (0, -1)]:
        if row and number == row[-1][1] + 1 and (starts or rank[index] - rank[row[-1][0]] >= _MIN_LINES):
            row.append((index, number))
            continue
        if len(row) >= (_MIN_ROW if starts else _MIN_ROW_WITHOUT_PAGES):
            found.update(row)
        row = [(index, number)]
    return found


def _is_at_edge(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the first or last written one of its page."""
    before, after = previous_written(lines, index), next_written(lines, index + 1)
    first = before is None or lines[before].page != lines[index].page
    return first or after is None or lines[after].page != lines[index].page


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    """Tell whether blank lines are before and after a line."""
    return all(is_blank(line) for line in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]))


def number_pages(lines: Sequence[Line], printed: Mapping[int, int]) -> tuple[Line, ...]:
    """Give each line the printed number of its page.

    Args:
        lines: all lines of the file.
        printed: page number by the index of the line that carries it.

    Returns:
        The lines; without printed numbers, or with them on few of the pages that the file format
        knows, they keep its page numbers. Where a number is missing in the row, and nothing tells
        where its page begins, the page is unknown.
    """
    if not printed or _are_stray(lines, printed):
        return tuple(lines)
    marks = sorted(printed.items())
    stretches = (
        _footer_stretches(marks) if _are_footers(lines, marks) else _header_stretches(marks, len(lines))
    )
    pages: list[int | None] = [None] * len(lines)
    for first, end, number in stretches:
        if sum(len(line.text) for line in lines[first:end]) <= _MAX_PAGE:
            pages[first:end] = [number] * (end - first)
    return tuple(replace(line, page=page) for line, page in zip(lines, pages, strict=True))


def _are_stray(lines: Sequence[Line], printed: Mapping[int, int]) -> bool:
    """Tell whether numbers are no page numbers, since most pages of the file have none."""
    pages = {line.page for line in lines if line.page is not None}
    with_number = {lines[index].page for index in printed} - {None}
    return bool(pages) and len(with_number) <= _MOST_STRAY * len(pages)


def _number(match: re.Match[str] | None) -> int | None:
    digits = next((group for group in match.groups() if group), None) if match else None
    return int(digits) if digits and int(digits) > 0 else None


def _are_footers(lines: Sequence[Line], marks: Sequence[tuple[int, int]]) -> bool:
    """A footer has its page before it: little text follows the last one. A header is the reverse."""
    before = sum(not is_blank(line) for line in lines[: marks[0][0]])
    after = sum(not is_blank(line) for line in lines[marks[-1][0] + 1 :])
    return before >= after


def _footer_stretches(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    stretches = []
    start, previous = 0, None
    for index, number in marks:
        if previous is None or number == previous + 1:
            stretches.append((start, index + 1, number))
        start, previous = index + 1, number
    return stretches


def _header_stretches(marks: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int, int]]:
    stretches = []
    for position, (index, number) in enumerate(marks):
        following = marks[position + 1] if position + 1 < len(marks) else (end, number + 1)
        if following[1] == number + 1:
            stretches.append((index, following[0], number))
    return stretches
