"""ODT files: paragraphs, headings, lists, tables, text boxes and notes in the order they are read.

Read from the XML itself (OpenDocument 1.3), since automatic numbers and page breaks stand in no text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.document import Document
from corpus.readers.blocks import Block, document_of
from corpus.readers.cells import cell_blocks
from corpus.readers.faces import Face
from corpus.readers.markup import attribute, child, children, local, number, parse_part
from corpus.readers.odt_styles import Level, Styles, number_text, read_styles
from corpus.readers.odt_text import PAGE_FIELD, ParagraphText, TextReader
from corpus.readers.package import Package, damaged, open_package

_SECTIONS = frozenset({"section", "index-body", "table-of-content", "index-title", "text-box", "frame"})
_ROW_GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED = 3
"""Times that a repeated cell is read: a file may claim millions of equal ones."""


def read_odt(data: bytes, name: str) -> Document:
    """Return an ODT file as a document.

    Page numbers are given where the file notes its page breaks and tells as many pages.

    Raises:
        DocumentError: the file is damaged, locked, without text, or unpacks to too much.
    """
    package = open_package(data, name)
    content = parse_part(package, "content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise damaged(name)
    style_part = parse_part(package, "styles.xml")
    reader = _Reader(read_styles([style_part, content]))
    reader.walk(body)
    blocks = reader.blocks
    if not _knows_pages(package, reader.page):
        blocks = [replace(block, page=None) for block in blocks]
    return document_of(name, blocks, _running(style_part))


@dataclass(slots=True)
class _ListPlace:
    """The list that is being read: its style, its level from 1, and the item a number is due for."""

    style: str
    level: int
    counts: dict[int, int]
    due: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks a text and gathers its blocks."""

    styles: Styles
    text: TextReader = field(default_factory=TextReader)
    blocks: list[Block] = field(default_factory=list)
    page: int = 1
    _break_due: bool = False
    _lists: list[_ListPlace] = field(default_factory=list)
    _headings: dict[int, int] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    """How far the lists of each style, and each list by its id, have been counted."""

    def walk(self, container: etree._Element) -> None:
        """Read what a body, cell, text box or note holds."""
        for element in container:
            name = local(element)
            if name in {"p", "h"}:
                self._paragraph(element, is_heading=name == "h")
            elif name == "list":
                self._list(element)
            elif name == "table":
                self._table(element)
            elif name == "soft-page-break":
                self.page += 1
            elif name in _SECTIONS:
                self.walk(element)

    def _paragraph(self, element: etree._Element, *, is_heading: bool) -> None:
        style = attribute(element, "style-name") or ""
        found = self.text.read(element)
        breaks = self.styles.breaks_page(style) and bool(self.blocks)
        self.page += found.breaks_before + breaks
        level = (number(element, "outline-level") or 1) if is_heading else 0
        mark = self._heading_number(element, level) if level and not self._lists else self._item_number(style)
        numbered = any(char.isdigit() for char in mark)
        text = mark + found.text if found.text.strip() else mark.strip() if numbered else ""
        self._break_due = self._break_due or breaks
        face = self._face(element, style)
        self.blocks.append(Block(text, level, page=self.page, breaks=self._break_due, face=face))
        self._break_due = self._break_due and not text.strip()
        self.page += found.breaks_inside
        self._beside(found)

    def _face(self, element: etree._Element, style: str) -> Face | None:
        """Return how the letters of a paragraph look, None where some of them look otherwise."""
        usual = self.styles.face(style)
        spans = [inner for inner in element if local(inner) == "span"]
        are_bold = [attribute(span, "style-name") in self.styles.bold_texts for span in spans]
        outside = [element.text, *(inner.tail for inner in element)]
        if not any(are_bold):
            return usual
        whole = all(are_bold) and not any(text and text.strip() for text in outside)
        return Face(usual.half_points, bold=True) if whole else None

    def _beside(self, found: ParagraphText) -> None:
        """Read the text boxes and notes of a paragraph."""
        lists, self._lists = self._lists, []
        for box in found.boxes:
            self.walk(box)
        for note_number, body in found.notes:
            first = len(self.blocks)
            self.walk(body)
            if len(self.blocks) > first:
                block = self.blocks[first]
                self.blocks[first] = replace(block, text=f"[{note_number}] {block.text.lstrip()}")
        self._lists = lists

    def _heading_number(self, element: etree._Element, level: int) -> str:
        if attribute(element, "is-list-header") == "true" or not self.styles.outline:
            return ""
        _count(self._headings, level, self.styles.outline, number(element, "start-value"))
        return number_text(self.styles.outline, level, self._headings)

    def _list(self, element: etree._Element) -> None:
        outer = self._lists[-1] if self._lists else None
        style = attribute(element, "style-name") or (outer.style if outer else "")
        level = outer.level + 1 if outer else 1
        counts = outer.counts if outer else self._counts(element, style)
        place = _ListPlace(style, level, counts)
        self._lists.append(place)
        for item in element:
            name = local(item)
            if name == "soft-page-break":
                self.page += 1
            elif name in {"list-item", "list-header"}:
                place.due = name == "list-item"
                start = number(item, "start-value")
                if start is not None:
                    counts[level] = start - 1
                self.walk(item)
        self._lists.pop()

    def _counts(self, element: etree._Element, style: str) -> dict[int, int]:
        """Return the counts of a list: of the one it goes on with, else new ones."""
        continued = attribute(element, "continue-list") or ""
        if continued and continued in self._counted:
            counts = self._counted[continued]
        elif attribute(element, "continue-numbering") == "true":
            counts = self._counted.get(f"style {style}", {})
        else:
            counts = {}
        self._counted[attribute(element, "id") or ""] = counts
        self._counted[f"style {style}"] = counts
        return counts

    def _item_number(self, paragraph_style: str) -> str:
        """Count the list item that a paragraph begins, and return its number; empty for other ones."""
        place = self._lists[-1] if self._lists else None
        if place is None or not place.due:
            return ""
        place.due = False
        style = place.style or self.styles.list_style(paragraph_style)
        levels = self.styles.lists.get(style, {})
        _count(place.counts, place.level, levels, None)
        return number_text(levels, place.level, place.counts)

    def _table(self, table: etree._Element) -> None:
        for group in table:
            if local(group) in _ROW_GROUPS:
                self._table(group)
            elif local(group) == "soft-page-break":
                self.page += 1
            elif local(group) == "table-row":
                cells = [self._cell(cell) for cell in group if local(cell) in _CELLS for _ in _repeats(cell)]
                self.blocks += cell_blocks(cells)

    def _cell(self, element: etree._Element) -> list[Block]:
        outside, self.blocks = self.blocks, []
        lists, self._lists = self._lists, []
        self.walk(element)
        inside, self.blocks = self.blocks, outside
        self._lists = lists
        return inside


def _repeats(cell: etree._Element) -> range:
    return range(min(max(number(cell, "number-columns-repeated") or 1, 1), _MOST_REPEATED))


def _count(counts: dict[int, int], place: int, levels: Mapping[int, Level], start: int | None) -> None:
    """Count one more at a level, and begin anew below it."""
    first = levels[place].start if place in levels else 1
    counts[place] = start if start is not None else counts.get(place, first - 1) + 1
    for deeper in [level for level in counts if level > place]:
        del counts[deeper]


def _knows_pages(package: Package, pages: int) -> bool:
    """Tell whether the page breaks noted in the file are all: as many as the file says it has pages."""
    statistics = child(parse_part(package, "meta.xml"), "meta", "document-statistic")
    return pages > 1 and statistics is not None and number(statistics, "page-count") == pages


def _running(styles: etree._Element | None) -> list[str]:
    """Return the lines of headers and footers, without what stands beside a page number."""
    lines = []
    for page in children(child(styles, "master-styles"), "master-page"):
        for part in page:
            if local(part).startswith(("header", "footer")):
                reader = _Reader(read_styles([]))
                reader.walk(part)
                lines += [line for block in reader.blocks for line in block.text.split("\n")]
    return ["\t".join(cell for cell in line.split("\t") if PAGE_FIELD not in cell) for line in lines]
