"""Invented items, built of sections."""

from corpus.proceedings.reading import read_proceedings
from qa.proceedings import Proceedings
from qa.types import AgendaItem, Paragraph, ParagraphKind, Person, Role, Section


def section(role: Role, *texts: str, heading: str = "", page: int | None = None) -> Section:
    """Return a section of one paragraph for each text; a text with line ends is a table."""
    return Section(role, heading, tuple(paragraph(text, page) for text in texts))


def paragraph(text: str, page: int | None = None) -> Paragraph:
    kind = ParagraphKind.TABLE if "\n" in text else ParagraphKind.PROSE
    return Paragraph(text, (), kind, page)


def item(*sections: Section) -> AgendaItem:
    """Return an item of the sections."""
    return AgendaItem("mote/1", "§ 1", "Badhuset", (), sections)


def read(*sections: Section, people: tuple[Person, ...] = (), body: str = "Kommunstyrelsen") -> Proceedings:
    """Return what became of an item of the sections."""
    return read_proceedings(item(*sections), people, body)
