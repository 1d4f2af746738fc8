"""Sections under their sub-headings."""

import pytest

from corpus.layout.sections import build_sections
from qa.types import ParagraphKind, Role
from tests.corpus.sheets import lines_of, setting


def _sections(text: str, breaks: frozenset[int] = frozenset()) -> list[tuple[Role, str, list[str]]]:
    sections = build_sections(lines_of(text), setting(text, 80, breaks))
    return [(s.role, s.heading, [p.text for p in s.paragraphs]) for s in sections]


def test_text_is_parted_at_its_sub_headings():
    assert _sections("Inledande ord.\n\nBeslut\n\nTaxan antas.\n\nReservation\nBo Ek reserverar sig.\n") == [
        (Role.TEXT, "", ["Inledande ord."]),
        (Role.DECISION, "Beslut", ["Taxan antas."]),
        (Role.RESERVATION, "Reservation", ["Bo Ek reserverar sig."]),
    ]


def test_a_heading_keeps_its_printed_form_without_colon_and_marks():
    assert _sections("**Summering:**\n\nKlart.\n") == [(Role.SUMMARY, "Summering", ["Klart."])]


def test_a_heading_before_its_text_on_the_same_line():
    assert _sections("Beslut: Mötet hålls i maj.\n") == [(Role.DECISION, "Beslut", ["Mötet hålls i maj."])]


def test_a_heading_without_text_is_left_out():
    assert _sections("Ärendet\n\nAnteckningar\n\nLaget runt.\n") == [
        (Role.NOTES, "Anteckningar", ["Laget runt."])
    ]


def test_words_of_a_heading_inside_a_sentence_are_text():
    assert [role for role, *_ in _sections("Nämnden tog del av\nInformation\nom vägen.\n")] == [Role.TEXT]


def test_who_decides_is_text_inside_a_decision():
    text = "Beslut\n\nKommunstyrelsen beslutar:\n\n1. Taxan antas.\n"
    assert _sections(text) == [(Role.DECISION, "Beslut", ["Kommunstyrelsen beslutar:", "1. Taxan antas."])]


def test_whose_proposal_is_followed_does_not_end_a_decision():
    text = "Beslut\n\nEnligt kommunstyrelsens förslag:\n1. Taxan antas.\n"
    assert [role for role, *_ in _sections(text)] == [Role.DECISION]


@pytest.mark.parametrize(
    "text", ["Handlingar\n\nBilaga 1\n\nBilaga 2\n", "Beslutet skickas till\n\nBilaga 1\n"]
)
def test_a_list_of_attachments_is_no_attachment(text):
    assert Role.ATTACHMENT not in [role for role, *_ in _sections(text)]


def test_the_headings_inside_an_attachment_are_its_own():
    text = "Beslut\n\nAntas.\n\nBilaga 1\n\nYttrande\n\nBakgrund\n\nVi tycker annat.\n\nBilaga 2\n\nSlut.\n"
    assert [(role, heading) for role, heading, _ in _sections(text)] == [
        (Role.DECISION, "Beslut"),
        (Role.ATTACHMENT, "Bilaga 1"),
        (Role.ATTACHMENT, "Bilaga 2"),
    ]


def test_a_list_of_votes_is_one_table_with_its_head():
    cells = "\n".join(f"Namn {n}\nS\n{n}\nLedamot\nJa" for n in range(1, 9))
    text = f"Beslut\n\nAntas.\n\nBilaga 1\nÄrende: 9\nÄrendemening: Taxa\n{cells}\n"
    sections = build_sections(lines_of(text), setting(text))
    assert [p.kind for p in sections[-1].paragraphs] == [ParagraphKind.TABLE]
