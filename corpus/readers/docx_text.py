"""The text of one DOCX paragraph as it reads with all tracked changes accepted."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.docx_styles import is_on, run_bold, run_size
from corpus.readers.faces import UNKNOWN_FACE, Face
from corpus.readers.markup import attribute, child, local, number

PAGE_FIELD = "\x00"
"""Stands where a page number is shown; no text of an XML file can hold it."""
_CONTAINERS = frozenset(
    {
        "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo",
        "oMath", "oMathPara", "ruby", "rubyBase", "Choice",
    }
)  # fmt: skip
_PAGE_CODE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", re.IGNORECASE)
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_BOXED = frozenset({"drawing", "pict", "object"})


@dataclass(slots=True)
class _Field:
    """A field (``PAGE``, ``TOC``) whose result is being read."""

    code: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Pager:
    """Counts the page breaks that Word noted when it last showed the file.

    ``due`` tells that the author set a page break, so that what comes next begins a page.
    """

    page: int = 1
    breaks: int = 0
    due: bool = False

    def turn(self) -> None:
        """Count a page break."""
        self.page += 1
        self.breaks += 1


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the page number it begins with, None if it goes on counting, and whether on a new page."""

    first_page: int | None
    begins_page: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A mark for a note: ``kind`` is "footnote" or "endnote", ``number`` as shown in the text."""

    kind: str
    id: str
    number: int


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph holds: its text, the page it begins on, text boxes and marks for notes.

    ``breaks`` tells that the author began a page before its first word. ``faces`` counts how its
    letters look.
    """

    parts: list[str] = field(default_factory=list)
    page: int | None = None
    breaks: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    faces: Counter[Face] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """What is read so far."""
        return "".join(self.parts)


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs in order; fields and page breaks may begin in one and end in another."""

    pager: Pager = field(default_factory=Pager)
    _fields: list[_Field] = field(default_factory=list)
    _notes: int = 0
    _face: Face = UNKNOWN_FACE

    def read(self, paragraph: etree._Element, face: Face) -> ParagraphText:
        """Return what a ``w:p`` holds.

        Args:
            paragraph: the paragraph.
            face: how its letters look where the runs do not say otherwise.
        """
        found = ParagraphText()
        self._face = face
        self._inline(paragraph, found)
        if found.page is None:
            found.page = self.pager.page
        return found

    def _inline(self, element: etree._Element, found: ParagraphText) -> None:
        for inner in element:
            name = local(inner)
            if name == "r":
                self._run(inner, found)
            elif name == "fldSimple" and _PAGE_CODE.match(attribute(inner, "instr") or ""):
                found.parts.append(PAGE_FIELD)
            elif name == "AlternateContent":
                self._inline(alternative(inner), found)
            elif name in _CONTAINERS:
                self._inline(inner, found)

    def _run(self, run: etree._Element, found: ParagraphText) -> None:
        properties = child(run, "rPr")
        hidden = is_on(properties, "vanish")
        bold, size = run_bold(properties), run_size(properties)
        face = Face(size or self._face.half_points, self._face.bold if bold is None else bold)
        for inner in run:
            name = local(inner)
            if name == "lastRenderedPageBreak":
                self.pager.turn()
            elif name == "br" and attribute(inner, "type") == "page":
                self.pager.due = True
            elif name == "fldChar":
                self._field(attribute(inner, "fldCharType"), found)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += inner.text or ""
            elif name == "AlternateContent":
                found.boxes += _boxes(alternative(inner))
            elif name in _BOXED:
                found.boxes += _boxes(inner)
            elif not hidden and self._shows():
                shown = _shown(inner, name)
                self._add(shown, found)
                found.faces[face] += sum(map(str.isalnum, shown))
                if name in _NOTES:
                    self._note(inner, name, found)

    def _add(self, text: str, found: ParagraphText) -> None:
        found.parts.append(text)
        if found.page is None and text.strip():
            found.page = self.pager.page
            found.breaks, self.pager.due = self.pager.due, False

    def _note(self, mark: etree._Element, name: str, found: ParagraphText) -> None:
        self._notes += 1
        note = Note(name.removesuffix("Reference"), attribute(mark, "id") or "", self._notes)
        found.notes.append(note)
        found.parts.append(f"[{note.number}]")

    def _field(self, kind: str | None, found: ParagraphText) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields and _PAGE_CODE.match(self._fields.pop().code):
            found.parts.append(PAGE_FIELD)

    def _shows(self) -> bool:
        """Tell whether text is shown here: not the code of a field, nor a page number."""
        return all(field.in_result and not _PAGE_CODE.match(field.code) for field in self._fields)


def alternative(element: etree._Element) -> etree._Element:
    """Return the part of an ``mc:AlternateContent`` to read: the first choice, which a newer Word shows."""
    choice = child(element, "Choice")
    fallback = child(element, "Fallback")
    return next((part for part in (choice, fallback) if part is not None), element)


def _shown(element: etree._Element, name: str) -> str:
    """Return what an element of a run shows."""
    if name == "t":
        return element.text or ""
    if name in {"tab", "ptab"}:
        return "\t"
    if name in {"br", "cr"}:
        return "\n"
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        code = attribute(element, "char") or ""
        return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""
    return ""


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the texts of text boxes, but for those inside another one or another choice."""
    found = []
    waiting = list(element)
    while waiting:
        inner = waiting.pop(0)
        if local(inner) == "txbxContent":
            found.append(inner)
        else:
            waiting[:0] = list(alternative(inner)) if local(inner) == "AlternateContent" else list(inner)
    return found


def read_section(properties: etree._Element) -> Section:
    """Read the properties of a section (``w:sectPr``)."""
    numbering, kind = child(properties, "pgNumType"), child(properties, "type")
    return Section(
        first_page=None if numbering is None else number(numbering, "start"),
        begins_page=kind is None or attribute(kind, "val") not in {"continuous", "nextColumn"},
    )
