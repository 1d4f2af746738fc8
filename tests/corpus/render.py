"""Minutes in every format: the same text as somebody would have typed it, and as an office would set it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from corpus.headings.outline import find_outline
from corpus.layout.furniture import Sheet as SheetOfLines
from corpus.layout.furniture import clear_furniture
from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.types import AgendaItem, Meeting, Paragraph, ParagraphKind

_MARK = re.compile(r"(?P<mark>[-–•]|\d{1,2}[.)]|[a-zåäö][.)])\s+(?P<text>\S.*)", re.DOTALL)
_INTRODUCTION = "Inledning"


class Kind(Enum):
    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    """An item of a list, or a heading, whose mark the format itself counts."""
    ROW = auto()


@dataclass(frozen=True)
class Part:
    """A piece of a file: ``mark`` is its number or bullet, ``level`` that of a heading, else 0."""

    text: str
    kind: Kind = Kind.TEXT
    mark: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What is to be written: the parts in order, and the lines of the page header."""

    parts: tuple[Part, ...]
    header: tuple[str, ...] = ()


Writer = Callable[[Sheet], bytes]


def source_of(path: Path) -> SourceFile:
    return SourceFile(path, path.name, "protokoll", "")


def read(path: Path) -> Meeting:
    return parse_meeting(read_document(source_of(path)), source_of(path))


def typed(path: Path) -> Sheet:
    """Return a text with each of its lines as a paragraph, as a program turns a text into a document."""
    text = read_document(source_of(path)).text
    return Sheet(tuple(Part(line) for line in text.replace("\f", "\n").split("\n")))


def authored(path: Path) -> Sheet:
    """Return minutes as an office sets them: heading styles, automatic numbers, lists, tables, a header."""
    document = read_document(source_of(path))
    sheet = clear_furniture(document)
    parts = [*_opening(sheet), *(part for item in read(path).items for part in _item(item))]
    return Sheet(tuple(parts), tuple(line.text.strip() for line in sheet.running if "\t" not in line.text))


def _opening(sheet: SheetOfLines) -> Iterator[Part]:
    """Yield the lines before the first item; a label and its value become a row of a table."""
    outline = find_outline(sheet)
    assert outline is not None
    written: list[str] = []
    for line in [*sheet.lines[: outline.headings[0].start], None]:
        cells = _cells(line.text) if line else ()
        if line and line.text.strip() and len(cells) != 2:
            written.append(line.text.strip())
            continue
        if written:
            yield Part("\n".join(written))
        written = []
        if len(cells) == 2:
            yield Part("", Kind.ROW, cells=cells)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in re.split(r"\t|\s{3,}", text.strip()))


def _item(item: AgendaItem) -> Iterator[Part]:
    if item.title != _INTRODUCTION or item.number:
        mark = item.number if item.number.startswith("§") or not item.number else f"{item.number}."
        yield Part(item.title, Kind.HEADING, mark, level=2)
    if item.case_numbers:
        yield Part(f"Dnr {', '.join(item.case_numbers)}")
    for section in item.sections:
        if section.heading:
            yield Part(section.heading, Kind.HEADING, level=3)
        for paragraph in section.paragraphs:
            yield from _paragraph(paragraph)


def _paragraph(paragraph: Paragraph) -> Iterator[Part]:
    marked = _MARK.fullmatch(paragraph.text)
    if paragraph.kind is ParagraphKind.TABLE:
        for line in paragraph.text.split("\n"):
            yield Part("", Kind.ROW, cells=tuple(line.split(" ")))
    elif paragraph.kind is ParagraphKind.LIST_ITEM and marked:
        yield Part(marked["text"], Kind.ITEM, marked["mark"])
    else:
        yield Part(paragraph.text)


def runs_of_lists(parts: tuple[Part, ...]) -> Mapping[int, tuple[int, int]]:
    """Return which automatic list each marked part is in, and the number it has there.

    A list goes on as long as its marks look alike and count up by one; bullets are one list each.
    """
    places: dict[int, tuple[int, int]] = {}
    last: dict[str, tuple[int, int]] = {}
    lists = 0
    for index, part in enumerate(parts):
        if part.kind is Kind.HEADING and part.mark:
            last = {shape: place for shape, place in last.items() if shape == pattern_of(part.mark)}
        if not part.mark or value_of(part.mark) is None:
            continue
        shape, value = pattern_of(part.mark), value_of(part.mark) or 0
        before = last.get(shape)
        if before is None or (not is_bullet(part.mark) and before[1] + 1 != value):
            lists += 1
        list_id = before[0] if before and (is_bullet(part.mark) or before[1] + 1 == value) else lists
        places[index] = last[shape] = (list_id, value)
    return places


def is_bullet(mark: str) -> bool:
    return not any(char.isalnum() for char in mark)


def pattern_of(mark: str) -> str:
    """Return a mark with ``%1`` for its number: ``§ %1``, ``%1.``, ``%1)``; letters as ``%a)``."""
    if is_bullet(mark):
        return mark
    return re.sub(r"\d+", "%1", mark) if any(char.isdigit() for char in mark) else re.sub(r"\w", "%a", mark)


def value_of(mark: str) -> int | None:
    """Return the number of a mark; None for one that no format counts (``§ 1/2024``, ``å)``)."""
    if is_bullet(mark):
        return 0
    digits = re.fullmatch(r"(?:§ )?(\d+)[.)]?", mark)
    if digits:
        return int(digits[1])
    letter = re.fullmatch(r"([a-z])[.)]", mark)
    return ord(letter[1]) - ord("a") + 1 if letter else None
