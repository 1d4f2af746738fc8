"""DOCX files: paragraphs, headings, lists, tables, text boxes and notes in the order they are read.

Read from the XML itself (ECMA-376), since what minutes need stands in no text: automatic numbers,
tracked changes, page breaks of the last showing, headers and footers.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.document import Document
from corpus.readers.blocks import Block, document_of
from corpus.readers.cells import cell_blocks
from corpus.readers.docx_numbering import Numbering, read_numbering
from corpus.readers.docx_styles import Styles, is_on, read_styles
from corpus.readers.docx_text import (
    PAGE_FIELD,
    Note,
    ParagraphText,
    Section,
    TextReader,
    alternative,
    read_section,
)
from corpus.readers.markup import attribute, child, children, local, parse_part
from corpus.readers.package import Package, damaged, open_package

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_DELETED = ("del", "moveFrom")


def read_docx(data: bytes, name: str) -> Document:
    """Return a DOCX file as a document.

    Page numbers are given where Word noted where its pages break and the file tells as many pages.

    Raises:
        DocumentError: the file is damaged, locked, without text, or unpacks to too much.
    """
    package = open_package(data, name)
    main = _main_part(package)
    root = parse_part(package, main)
    body = child(root, "body")
    if root is None or body is None:
        raise damaged(name)
    folder = main.rpartition("/")[0]
    reader = _Reader(
        styles=read_styles(parse_part(package, f"{folder}/styles.xml")),
        numbering=read_numbering(parse_part(package, f"{folder}/numbering.xml")),
        notes=_notes(package, folder),
        sections=[read_section(section) for section in root.iter("{*}sectPr")],
    )
    reader.begin()
    reader.walk(body)
    blocks = reader.blocks
    if not _knows_pages(package, reader.text.pager.breaks):
        blocks = [replace(block, page=None) for block in blocks]
    return document_of(name, blocks, _running(package, main, root))


@dataclass(slots=True)
class _Reader:
    """Walks a body and gathers its blocks; ``sections`` are those not yet ended."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    text: TextReader = field(default_factory=TextReader)
    blocks: list[Block] = field(default_factory=list)
    _carried: str = ""
    """Text of a paragraph whose end was deleted: it goes on in the next one."""

    def begin(self) -> None:
        """Begin the first section."""
        if self.sections and self.sections[0].first_page is not None:
            self.text.pager.page = self.sections[0].first_page

    def walk(self, container: etree._Element) -> None:
        """Read what a body, cell, text box or note holds."""
        for element in container:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "AlternateContent":
                self.walk(alternative(element))
            elif name in _CONTAINERS:
                self.walk(element)

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        if self.styles.begins_page(properties):
            self.text.pager.due = True
        found = self.text.read(element, self.styles.face(properties))
        mark = child(properties, "rPr")
        if any(child(mark, change) is not None for change in _DELETED):
            self._carried += found.text
        else:
            self._add(properties, found)
        for box in found.boxes:
            self.walk(box)
        for note in found.notes:
            self._note(note)
        if child(properties, "sectPr") is not None and self.sections:
            self._next_section()

    def _add(self, properties: etree._Element | None, found: ParagraphText) -> None:
        text, self._carried = self._carried + found.text, ""
        if self.styles.is_hidden(properties):
            return
        reference, style_id = self.styles.numbering(properties)
        number = self.numbering.next_number(reference, style_id) if reference else ""
        numbered = any(char.isdigit() for char in number)
        shown = number + text.lstrip("\n") if text.strip() else number.strip() if numbered else ""
        level = self.styles.heading_level(properties)
        face = max(found.faces) if len(+found.faces) == 1 else None
        self.blocks.append(Block(shown, level, page=found.page, breaks=found.breaks, face=face))

    def _note(self, note: Note) -> None:
        element = self.notes.get((note.kind, note.id))
        if element is None:
            return
        first = len(self.blocks)
        self.walk(element)
        if len(self.blocks) > first:
            block = self.blocks[first]
            self.blocks[first] = replace(block, text=f"[{note.number}] {block.text.lstrip()}")

    def _table(self, element: etree._Element) -> None:
        for row in _rows(element):
            properties = child(row, "trPr")
            if any(child(properties, change) is not None for change in _DELETED) or is_on(
                properties, "hidden"
            ):
                continue
            self.blocks += cell_blocks([self._cell(cell) for cell in _cells(row)])

    def _cell(self, element: etree._Element) -> list[Block]:
        outside, self.blocks = self.blocks, []
        self.walk(element)
        inside, self.blocks = self.blocks, outside
        return inside

    def _next_section(self) -> None:
        del self.sections[0]
        following = self.sections[0] if self.sections else None
        if following is not None:
            self.text.pager.due = self.text.pager.due or following.begins_page
            if following.first_page is not None:
                self.text.pager.page = following.first_page - 1


def _rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows of a table, those in content controls too."""
    return _inside(table, "tr")


def _cells(row: etree._Element) -> list[etree._Element]:
    return _inside(row, "tc")


def _inside(element: etree._Element, name: str) -> list[etree._Element]:
    found = []
    for inner in element:
        if local(inner) == name:
            found.append(inner)
        elif local(inner) in _CONTAINERS:
            found += _inside(inner, name)
    return found


def _main_part(package: Package) -> str:
    """Return the name of the part with the text, which the package's relationships tell."""
    relations = parse_part(package, "_rels/.rels")
    for relation in children(relations, "Relationship"):
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _notes(package: Package, folder: str) -> dict[tuple[str, str], etree._Element]:
    notes = {}
    for kind in ("footnote", "endnote"):
        for note in children(parse_part(package, f"{folder}/{kind}s.xml"), kind):
            notes[kind, attribute(note, "id") or ""] = note
    return notes


def _knows_pages(package: Package, breaks: int) -> bool:
    """Tell whether the page breaks noted in the file are all: as many as the file says it has pages."""
    pages = child(parse_part(package, "docProps/app.xml"), "Pages")
    told = (pages.text or "").strip() if pages is not None else ""
    return breaks > 0 and told.isdigit() and int(told) == breaks + 1


def _running(package: Package, main: str, root: etree._Element) -> list[str]:
    """Return the lines of headers and footers in the order that the sections name them."""
    folder, _, file = main.rpartition("/")
    relations = parse_part(package, f"{folder}/_rels/{file}.rels")
    targets = {
        attribute(relation, "Id"): attribute(relation, "Target") or ""
        for relation in children(relations, "Relationship")
    }
    lines = []
    for reference in root.iter("{*}headerReference", "{*}footerReference"):
        target = targets.get(attribute(reference, "id"), "")
        part = parse_part(package, target.lstrip("/") if target.startswith("/") else f"{folder}/{target}")
        if part is not None:
            lines += _lines_without_pages(part)
    return lines


def _lines_without_pages(part: etree._Element) -> list[str]:
    """Return the lines of a header, without what stands beside a page number."""
    reader = _Reader(read_styles(None), read_numbering(None))
    reader.walk(part)
    lines = [line for block in reader.blocks for line in block.text.split("\n")]
    return ["\t".join(cell for cell in line.split("\t") if PAGE_FIELD not in cell) for line in lines]
