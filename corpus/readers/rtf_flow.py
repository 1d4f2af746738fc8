"""Paragraphs, cells and notes of an RTF file as they come, gathered to blocks."""

from dataclasses import dataclass, field

from corpus.readers.blocks import Block
from corpus.readers.cells import cell_blocks


@dataclass(slots=True)
class Flow:
    """The text so far, and the paragraph being read with its ``level`` as a heading (0 for none)."""

    blocks: list[Block] = field(default_factory=list)
    level: int = 0
    in_table: bool = False
    break_due: bool = False
    """A page break stands before the next word."""
    _text: list[str] = field(default_factory=list)
    _cell: list[Block] = field(default_factory=list)
    _cells: list[list[Block]] = field(default_factory=list)
    _notes: list[Block] = field(default_factory=list)
    _note_count: int = 0

    def add(self, text: str) -> None:
        """Go on with the paragraph."""
        self._text.append(text)

    def add_note(self, text: str) -> None:
        """Mark a note in the paragraph; its text comes after it."""
        self._note_count += 1
        self._text.append(f"[{self._note_count}]")
        self._notes.append(Block(f"[{self._note_count}] {text}"))

    def end_paragraph(self) -> None:
        """End the paragraph: in a table it goes to its cell, else to the blocks."""
        if not self.in_table:
            self.end_row()
        text = whole("".join(self._text))
        ended = [Block(text, self.level, breaks=self.break_due), *self._notes]
        self.break_due = self.break_due and not text.strip()
        (self._cell if self.in_table else self.blocks).extend(ended)
        self._text, self._notes = [], []

    def end_cell(self) -> None:
        """End the cell, and the paragraph in it."""
        self.in_table = True
        self.end_paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End the row of a table, if there is one."""
        if self._cell:
            self._cells.append(self._cell)
        self.blocks += cell_blocks(self._cells)
        self._cell, self._cells = [], []


def whole(text: str) -> str:
    """Return a text with the halves of characters beyond 16 bits put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
