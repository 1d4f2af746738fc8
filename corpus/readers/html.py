"""HTML files: the main content of a page with its headings, lists and tables."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from corpus.decoding import decode
from corpus.document import Document
from corpus.readers.blocks import Block, document_of
from corpus.readers.cells import cell_blocks
from corpus.readers.counting import BULLET, STYLES, in_style
from corpus.readers.faces import Face
from corpus.readers.html_content import main_content
from corpus.readers.markup import MAX_ELEMENTS
from corpus.readers.package import damaged
from qa.errors import DocumentError

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_LATIN = frozenset({"ascii", "iso8859-1", "latin-1"})
"""Encodings that every browser reads as cp1252 (WHATWG Encoding, section 4.2)."""
_BLOCKS = frozenset(
    (
        "address article blockquote body caption center dd details div dl dt fieldset figcaption figure"
        " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary"
        " table tbody td tfoot th thead tr ul"
    ).split()
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SIZE = 20
"""Half points of all letters: what size a page shows them in, its style sheet says."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile("[ \u00a0]{2,}|^\u00a0(?=\\S)")
_AFTER_MARK = re.compile(r"^ *(\S{1,6}) {2,}(?=\S)")
"""Word writes the gap after the number of a list item as a row of spaces."""
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_PAGE_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)
_CSS_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "none": "none",
}


def read_html(data: bytes, name: str) -> Document:
    """Return the main content of a web page as a document; a page of the web has no page numbers.

    Raises:
        DocumentError: the file is too large, no HTML, nested beyond measure, or without text.
    """
    root = _parse(_decoded(data, name), name)
    title = next((element.text or "" for element in root.iter("title")), "")
    walker = _Walker()
    walker.walk(main_content(root))
    return document_of(name, walker.blocks, [" ".join(title.split())])


def _decoded(data: bytes, name: str) -> str:
    """Decode a page: as UTF-8 where it is, else as the page declares, else as it looks."""
    declared = _DECLARED.search(data[:_HEAD])
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name if declared else ""
    except LookupError:
        encoding = ""
    if not encoding or encoding.startswith("utf") or _is_utf8(data):
        return decode(data, name)
    encoding = "cp1252" if encoding in _LATIN else encoding
    return decode(data.decode(encoding, "replace").encode(), name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parse(text: str, name: str) -> etree._Element:
    if text.count("<") > 2 * MAX_ELEMENTS:
        raise DocumentError(f"{name} har fler delar än något protokoll. Filen läses inte; dela den.")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError(f"{name} är nästlad djupare än något protokoll. Spara om den som docx eller pdf.")
    if root is None:
        raise DocumentError(f"{name} innehåller ingen text. Kontrollera att sidan sparades i sin helhet.")
    return root


@dataclass(slots=True)
class _List:
    """A list being read: the style of its numbers and the last one given."""

    style: str
    count: int


@dataclass(slots=True)
class _Walker:
    """Takes the elements of a page as they begin and end, and gathers its blocks."""

    blocks: list[Block] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _mark: str = ""
    """The number or bullet that the next block begins with."""
    _levels: list[int] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _rows: list[list[list[Block]]] = field(default_factory=list)
    """The cells so far of the row being read, for each table around this place."""
    _outside: list[list[Block]] = field(default_factory=list)
    _verbatim: int = 0
    _bold: int = 0
    """Bold elements around this place."""
    _faces: Counter[Face] = field(default_factory=Counter)
    """How the letters of the block being read look."""
    _break_due: bool = False

    def walk(self, element: etree._Element) -> None:
        """Read an element and all that is in it. No recursion: pages are nested as deep as they like."""
        for event, inner in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                self._start(inner)
                self._add(inner.text)
            else:
                self._end(inner)
                if inner is not element:
                    self._add(inner.tail)
        self._end_block()

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text if self._verbatim else _SPACES.sub(" ", text))
            self._faces[Face(_SIZE, self._bold > 0)] += sum(map(str.isalnum, text))

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._end_block()
        if _PAGE_BREAK.search(element.get("style") or "") is not None:
            self._break_due = True
        if tag == "br":
            self._text.append("\n")
        if tag in {"ol", "ul"}:
            self._lists.append(_list(element))
        elif tag == "li":
            self._mark = self._next_mark(element)
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"}:
            self._outside.append(self.blocks)
            self.blocks = []
        elif tag == "pre":
            self._verbatim += 1
        self._bold += _is_bold(element)
        level = _level(element)
        if level:
            self._levels.append(level)

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._end_block(keep_empty=tag == "p")
        if tag in {"ol", "ul"}:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "tr":
            self.blocks += cell_blocks(self._rows.pop())
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "pre":
            self._verbatim -= 1
        self._bold -= _is_bold(element)
        if _level(element):
            self._levels.pop()

    def _end_block(self, *, keep_empty: bool = False) -> None:
        text, self._text = "".join(self._text), []
        if not self._verbatim:
            text = "\n".join(_spaced(line) for line in text.split("\n"))
        text = text.strip("\n")
        faces, self._faces = +self._faces, Counter()
        if text.strip():
            level = self._levels[-1] if self._levels else 0
            face = max(faces) if len(faces) == 1 else None
            self.blocks.append(Block(self._mark + text, level, breaks=self._break_due, face=face))
            self._mark, self._break_due = "", False
        elif keep_empty and not self._mark:
            self.blocks.append(Block(""))

    def _end_cell(self) -> None:
        inside, self.blocks = self.blocks, self._outside.pop()
        if self._rows:
            self._rows[-1].append(inside)
        else:
            self.blocks += inside

    def _next_mark(self, item: etree._Element) -> str:
        """Return the number or bullet of a list item."""
        if not self._lists:
            return f"{BULLET} "
        around = self._lists[-1]
        if around.style in {"bullet", "none"}:
            return f"{BULLET} " if around.style == "bullet" else ""
        value = _whole(item.get("value"))
        around.count = around.count + 1 if value is None else value
        return f"{in_style(around.count, around.style)}. "


def _spaced(line: str) -> str:
    """Return a line without the white space of the markup; rows of fixed spaces stay, as plain ones."""
    wide = _WIDE.sub(lambda found: " " * len(found[0]), line.strip(" \t"))
    return _AFTER_MARK.sub(r"\1 ", wide).rstrip()


def _list(element: etree._Element) -> _List:
    css = _LIST_STYLE.search(element.get("style") or "")
    named = css[1].lower() if css else ""
    if element.tag == "ul":
        return _List("none" if named == "none" else "bullet", 0)
    start = _whole(element.get("start"))
    style = STYLES.get(element.get("type") or "", "decimal")
    return _List(_CSS_STYLES.get(named, style), 0 if start is None else start - 1)


def _level(element: etree._Element) -> int:
    """Return the level of a heading, 0 for other elements."""
    if element.get("role") == "heading":
        return _whole(element.get("aria-level")) or 2
    return _HEADINGS.get(str(element.tag), 0)


def _is_bold(element: etree._Element) -> bool:
    return element.tag in {"b", "strong"} or _BOLD.search(element.get("style") or "") is not None


def _whole(value: str | None) -> int | None:
    digits = (value or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None
