"""Vote and attendance tables that PDF text gives cell by cell, one to a line."""

import re
from collections.abc import Sequence

from corpus.document import Line
from corpus.layout.joining import join_lines
from corpus.layout.lines import is_blank, plain
from qa.types import Paragraph, ParagraphKind, Run

_RESULT = r"ja|nej|avstår|avstod|frånvarande|frånv|kvittad|kvittas|deltar ej|x"
_TIME = r"\d{1,2}[:.]\d{2}"
_OFFICE = (
    r"ledamot|(?:tj\.? ?|tjänstgörande )?ersättare|(?:vice )?ordförande|\d:e v(?:ice)? ordf(?:örande)?\.?"
)
_COLUMN = r"plats|parti|namn|funktion|resultat|ankom|utgick"
_COUNT = r"antal (?:ja|nej|avstår|frånv|frånvarande|kvittade):? ?\d*"
_CELL = re.compile(
    rf"{_RESULT}|{_TIME}|\d{{1,3}}|[A-ZÅÄÖ]{{1,3}}|(?:\d{{1,3}} )?(?:{_OFFICE})|{_COLUMN}|{_COUNT}",
    re.IGNORECASE,
)
_ENDS_ROW = re.compile(_RESULT, re.IGNORECASE)
_IS_COLUMN = re.compile(_COLUMN, re.IGNORECASE)
_IS_COUNT = re.compile(_COUNT, re.IGNORECASE)
_IS_TIME = re.compile(_TIME)
_VOTE_LINE = re.compile(rf".{{4,60}}\s(?:{_RESULT})\s*", re.IGNORECASE)
_MIN_CELLS = 8
_MIN_VOTE_LINES = 4
_MAX_BETWEEN = 3
"""Lines between two sure cells of a table: a name, wrapped at most twice."""
_MAX_NAME = 45
_TABS = re.compile(r"\t+")
_MIN_COLUMNS, _MIN_ROWS = 3, 2


def table_end(lines: Sequence[Line], start: int) -> int:
    """Return the index after the table that begins at ``start``, ``start`` itself where none does."""
    return max(_cells_end(lines, start), _vote_lines_end(lines, start), _rows_end(lines, start))


def is_mostly_table(lines: Sequence[Line]) -> bool:
    """Tell whether an attachment is a table, with what stands above it: half its lines are cells or more."""
    written = [line for line in lines if not is_blank(line)]
    cells = sum(_is_cell(line.text) or _VOTE_LINE.fullmatch(line.text) is not None for line in written)
    return cells >= _MIN_CELLS and 2 * cells >= len(written)


def table_paragraphs(lines: Sequence[Line], hyphenated: frozenset[str]) -> tuple[Paragraph, ...]:
    """Return a table as paragraphs, one to a page, with a line for each row."""
    paragraphs: list[Paragraph] = []
    page_rows: list[list[Line]] = []
    for row in _rows([line for line in lines if not is_blank(line)]):
        if page_rows and row[0].page != page_rows[0][0].page:
            paragraphs.append(_paragraph(page_rows, hyphenated))
            page_rows = []
        page_rows.append(row)
    if page_rows:
        paragraphs.append(_paragraph(page_rows, hyphenated))
    return tuple(paragraphs)


def _is_cell(text: str) -> bool:
    words = plain(text)
    return _CELL.fullmatch(words) is not None and (len(words) > 1 or words.isupper() or words.isdigit())


def _cells_end(lines: Sequence[Line], start: int) -> int:
    """Return the end of a stretch of single cells with at most a name between them."""
    if len(lines[start].text) > _MAX_NAME:
        return start
    cells, between, end = 0, 0, start
    for index in range(start, len(lines)):
        line = lines[index]
        if is_blank(line):
            continue
        if _is_cell(line.text):
            cells, between, end = cells + 1, 0, index + 1
        elif between < _MAX_BETWEEN and len(line.text.strip()) <= _MAX_NAME:
            between += 1
        else:
            break
    return end if cells >= _MIN_CELLS else start


def _vote_lines_end(lines: Sequence[Line], start: int) -> int:
    """Return the end of a stretch of lines that each give a name and how that person voted."""
    rows, end = 0, start
    for index in range(start, len(lines)):
        if is_blank(lines[index]):
            continue
        if not _VOTE_LINE.fullmatch(lines[index].text):
            break
        rows, end = rows + 1, index + 1
    return end if rows >= _MIN_VOTE_LINES else start


def _rows_end(lines: Sequence[Line], start: int) -> int:
    """Return the end of a stretch of lines that are rows of cells with tabs between them."""
    rows, end = 0, start
    for index in range(start, len(lines)):
        if is_blank(lines[index]):
            continue
        if len(_TABS.split(lines[index].text.strip())) < _MIN_COLUMNS:
            break
        rows, end = rows + 1, index + 1
    return end if rows >= _MIN_ROWS else start


def _rows(cells: Sequence[Line]) -> list[list[Line]]:
    """Part the cells into rows: a line with tabs, or cells up to a vote or the hour when somebody left."""
    rows: list[list[Line]] = [[]]
    for index, cell in enumerate(cells):
        rows[-1].append(cell)
        following = plain(cells[index + 1].text) if index + 1 < len(cells) else ""
        if "\t" in cell.text.strip() or _ends_row(plain(cell.text), following):
            rows.append([])
    return [row for row in rows if row]


def _ends_row(cell: str, following: str) -> bool:
    if _VOTE_LINE.fullmatch(cell) or _ENDS_ROW.fullmatch(cell) or _IS_COUNT.fullmatch(following):
        return True
    if _IS_TIME.fullmatch(cell):
        return not _IS_TIME.fullmatch(following)
    return _IS_COLUMN.fullmatch(cell) is not None and not _is_cell(following)


def _paragraph(rows: Sequence[Sequence[Line]], hyphenated: frozenset[str]) -> Paragraph:
    text = ""
    runs: list[Run] = []
    for row in rows:
        line, line_runs = join_lines(row, hyphenated)
        if text:
            text += "\n"
        runs += [Run(run.start + len(text), run.source_start, run.length) for run in line_runs]
        text += line
    return Paragraph(text, tuple(runs), ParagraphKind.TABLE, rows[0][0].page)
