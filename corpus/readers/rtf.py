"""RTF files: paragraphs, headings, lists, tables, text boxes and notes in the order they are read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from corpus.decoding import check_size
from corpus.document import Document
from corpus.readers.blocks import document_of
from corpus.readers.counting import bullet
from corpus.readers.package import damaged
from corpus.readers.rtf_flow import Flow, whole
from corpus.readers.rtf_tokens import Token, TokenKind, tokens
from corpus.readers.rtf_words import (
    PARTS,
    READ_THROUGH,
    SIGNS,
    Part,
    encoding_of_charset,
    encoding_of_code_page,
)
from qa.errors import DocumentError

_HEADING_NAME = re.compile(r"(?:heading|rubrik) (?P<level>[1-9])\b", re.IGNORECASE)
_BODY_TEXT_LEVEL = 9
_MAX_DEPTH = 1000


def read_rtf(data: bytes, name: str) -> Document:
    """Return an RTF file as a document; where its pages break depends on who shows it, so it has none.

    Raises:
        DocumentError: the file is no RTF, too large, or without text.
    """
    check_size(len(data), name)
    if not data.lstrip().startswith(b"{\\rtf"):
        raise damaged(name)
    reader = _Reader(name)
    for token in tokens(data):
        reader.take(token)
    reader.flow.end_paragraph()
    reader.flow.end_row()
    return document_of(name, reader.flow.blocks, reader.running)


@dataclass(frozen=True, slots=True)
class _Group:
    """The state that a group inherits and that ends with it.

    ``skip`` are the bytes to leave out after a character given by its number: they are there for
    programs that know no Unicode.
    """

    part: Part = Part.BODY
    encoding: str = ""
    hidden: bool = False
    deleted: bool = False
    skip: int = 1


@dataclass(slots=True)
class _Reader:
    """Takes the tokens of a file and passes its text on."""

    name: str
    flow: Flow = field(default_factory=Flow)
    running: list[str] = field(default_factory=list)
    group: _Group = field(default_factory=_Group)
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    heading_styles: dict[int, int] = field(default_factory=dict)
    style: int = 0
    _outer: list[_Group] = field(default_factory=list)
    _beside: list[str] = field(default_factory=list)
    """Text of the header, note or number being read."""
    _passable: bool = False
    _to_skip: int = 0

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind is TokenKind.OPEN:
            self._open()
        elif token.kind is TokenKind.CLOSE:
            self._close()
        elif token.kind is TokenKind.BYTES:
            self._bytes(token.data)
        else:
            self._word(token.word, token.number)

    def add(self, text: str) -> None:
        """Go on with the text of the group."""
        part = self.group.part
        if self.group.hidden or self.group.deleted or not text:
            return
        if part is Part.BODY:
            self.flow.add(text)
        elif part is Part.STYLES:
            named = _HEADING_NAME.match(text.strip())
            if named is not None:
                self.heading_styles[self.style] = int(named["level"])
        elif part not in {Part.FONTS, Part.UNREAD}:
            self._beside.append(text)

    def _open(self) -> None:
        if len(self._outer) >= _MAX_DEPTH:
            raise DocumentError(f"{self.name} är nästlad djupare än något protokoll. Spara om den som docx.")
        self._outer.append(self.group)
        self._to_skip = 0
        if self.group.part is Part.STYLES:
            self.style = 0

    def _close(self) -> None:
        ended = self.group.part
        self.group = self._outer.pop() if len(self._outer) > 1 else _Group(part=Part.UNREAD)
        self._to_skip = 0
        if ended is not self.group.part and ended not in {Part.BODY, Part.UNREAD}:
            self._end_part(ended)

    def _end_part(self, part: Part) -> None:
        text = whole("".join(self._beside)).strip()
        self._beside = []
        if part is Part.RUNNING:
            self.running += text.split("\n")
        elif part is Part.NOTE and text:
            self.flow.add_note(text)
        elif part is Part.NUMBER and text:
            self.flow.add((text if any(char.isalnum() for char in text) else bullet(text)) + " ")

    def _bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        if self.group.part is Part.UNREAD:
            return
        self.add(data[skipped:].decode(self.group.encoding or self.encoding, "replace"))

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._passable = True
            return
        passable, self._passable = self._passable, False
        if word in PARTS:
            self._enter(PARTS[word])
        elif passable and word not in READ_THROUGH:
            self._enter(Part.UNREAD)
        elif word in SIGNS:
            self.add(SIGNS[word])
        elif word == "u" and number is not None:
            self.add(chr(number % 0x10000))
            self._to_skip = self.group.skip
        elif word in _ACTIONS:
            _ACTIONS[word](self, number)

    def _enter(self, part: Part) -> None:
        """Begin a part; inside a header or a note there is no other one."""
        if part is Part.UNREAD or self.group.part is Part.BODY:
            self.group = replace(self.group, part=part)


def _end_line(reader: _Reader, _number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.end_paragraph()
    else:
        reader.add("\n")


def _break_page(reader: _Reader, _number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.break_due = True


def _end_cell(reader: _Reader, _number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.end_cell()
    else:
        reader.add("\t")


def _end_row(reader: _Reader, _number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.end_row()
    else:
        reader.add("\n")


def _reset_paragraph(reader: _Reader, _number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.level = 0
        reader.flow.in_table = False


def _set_in_table(reader: _Reader, number: int | None) -> None:
    if reader.group.part is Part.BODY:
        reader.flow.in_table = number != 0


def _set_style(reader: _Reader, number: int | None) -> None:
    if reader.group.part is Part.STYLES:
        reader.style = number or 0
    elif reader.group.part is Part.BODY:
        reader.flow.level = reader.heading_styles.get(number or 0, 0)


def _set_level(reader: _Reader, number: int | None) -> None:
    level = 0 if number is None or not 0 <= number < _BODY_TEXT_LEVEL else number + 1
    if reader.group.part is Part.STYLES:
        reader.heading_styles[reader.style] = level
    elif reader.group.part is Part.BODY:
        reader.flow.level = level


def _set_font(reader: _Reader, number: int | None) -> None:
    if reader.group.part is Part.FONTS:
        reader.font = number or 0
    else:
        reader.group = replace(reader.group, encoding=reader.fonts.get(number or 0, ""))


def _set_charset(reader: _Reader, number: int | None) -> None:
    if reader.group.part is Part.FONTS:
        reader.fonts[reader.font] = encoding_of_charset(number or 0)


def _set_code_page(reader: _Reader, number: int | None) -> None:
    reader.encoding = encoding_of_code_page(number or 0)


def _set_skip(reader: _Reader, number: int | None) -> None:
    reader.group = replace(reader.group, skip=1 if number is None else max(0, number))


def _set_hidden(reader: _Reader, number: int | None) -> None:
    reader.group = replace(reader.group, hidden=number != 0)


def _set_deleted(reader: _Reader, number: int | None) -> None:
    reader.group = replace(reader.group, deleted=number != 0)


def _set_plain(reader: _Reader, _number: int | None) -> None:
    reader.group = replace(reader.group, hidden=False, deleted=False, encoding="")


_ACTIONS: Mapping[str, Callable[[_Reader, int | None], None]] = MappingProxyType(
    {
        "par": _end_line,
        "sect": _end_line,
        "nestrow": _end_line,
        "page": _break_page,
        "pagebb": _break_page,
        "\n": _end_line,
        "\r": _end_line,
        "cell": _end_cell,
        "row": _end_row,
        "pard": _reset_paragraph,
        "intbl": _set_in_table,
        "itap": _set_in_table,
        "s": _set_style,
        "outlinelevel": _set_level,
        "f": _set_font,
        "fcharset": _set_charset,
        "ansicpg": _set_code_page,
        "uc": _set_skip,
        "v": _set_hidden,
        "deleted": _set_deleted,
        "plain": _set_plain,
    }
)
