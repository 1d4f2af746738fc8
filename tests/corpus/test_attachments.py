"""Attachments come home to the item that refers to them."""

from corpus.attachments import bring_home
from qa.types import AgendaItem, Paragraph, Role, Section


def _section(role: Role, heading: str, text: str, page: int) -> Section:
    return Section(role, heading, (Paragraph(text, (), page=page),))


def _item(number: str, *sections: Section) -> AgendaItem:
    pages = tuple(sorted({p.page for s in sections for p in s.paragraphs if p.page}))
    return AgendaItem(number, number, "", (), sections, pages)


VOTE = _section(Role.VOTE, "Omröstning", "Hur var och en röstar framgår av bilaga 2.", 5)
DECISION = _section(Role.DECISION, "Beslut", "Enligt bilaga 2 till tjänsteutlåtandet.", 9)
FIRST = _section(Role.ATTACHMENT, "Bilaga 1", "Närvaro", 20)
SECOND = _section(Role.ATTACHMENT, "Bilaga 2", "Ja", 21)


def test_a_list_of_votes_moves_to_the_item_that_names_it():
    voted, last = bring_home((_item("§ 5", VOTE), _item("§ 6", DECISION, FIRST, SECOND)))
    assert voted.sections == (VOTE, SECOND)
    assert last.sections == (DECISION, FIRST)


def test_the_pages_move_along():
    voted, last = bring_home((_item("§ 5", VOTE), _item("§ 6", DECISION, FIRST, SECOND)))
    assert (voted.pages, last.pages) == ((5, 21), (9, 20))


def test_an_attachment_that_two_items_name_stays():
    items = (_item("§ 4", VOTE), _item("§ 5", VOTE), _item("§ 6", DECISION, SECOND))
    assert bring_home(items)[2].sections == (DECISION, SECOND)
