"""RTF files, of Word and of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Heading
from corpus.readers.blocks import clean
from corpus.readers.rtf import read_rtf
from qa.errors import DocumentError
from tests.corpus.writers import rtf_text


def read(body: str | bytes) -> Document:
    inner = body if isinstance(body, bytes) else body.encode("ascii")
    return read_rtf(rb"{\rtf1\ansi\ansicpg1252 " + inner + b"}", "a.rtf")


def lines(body: str | bytes) -> list[str]:
    return [line for line in read(body).text.split("\n") if line]


def test_letters_beyond_ascii_are_read_in_each_way_they_are_written():
    assert lines(rb"\'c5re \u246?l {\uc0\u214 B} \'96 \endash  " + "å".encode("cp1252")) == [
        "Åre öl ÖB – – å"
    ]


def test_a_font_may_have_an_encoding_of_its_own():
    assert lines(r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset77 Geneva;}}{\f1\'8a}\f0\'e4") == ["ää"]


def test_a_character_in_two_halves_is_one():
    assert lines(r"Ett \u-10179?\u-8694? ja.") == ["Ett \U0001f60a ja."]


def test_paragraphs_and_styled_headings():
    styles = r"{\stylesheet{\ql Normal;}{\s1 heading 1;}{\s5\outlinelevel1 Egen;}}"
    document = read(rf"{styles}\pard\s1 Val\par\pard Text.\par\pard\s5 Beslut\par")
    assert document.text == "Val\n\nText.\n\nBeslut\n"
    assert document.headings == (Heading(0, 1), Heading(12, 2))


def test_numbers_of_lists_are_kept_and_bullets_are_dots():
    assert lines(r"{\listtext\pard 1.\tab}Ett\par{\pntext\'b7\tab}Punkt\par") == ["1. Ett", "• Punkt"]


def test_rows_have_tabs_between_their_cells():
    assert (
        read(r"\trowd\pard\intbl Bo Ek\cell S\cell Ja\cell\row\pard Sedan.\par").text
        == "Bo Ek\tS\tJa\n\nSedan.\n"
    )


def test_deleted_and_hidden_text_is_not_read():
    assert lines(r"Kvar{\deleted bort}{\v dolt}\v gomt\v0 .\par") == ["Kvar."]


def test_headers_are_kept_apart():
    document = read(r"{\header\pard Kommunstyrelsen\par}Text.\par")
    assert document.running == ("Kommunstyrelsen",)
    assert document.text == "Text.\n"


def test_a_note_stands_after_its_paragraph():
    assert lines(r"Ordet.{\footnote\pard Noten.}\par Sedan.\par") == ["Ordet.[1]", "[1] Noten.", "Sedan."]


def test_pictures_and_unknown_parts_are_passed_over():
    assert lines(
        rb"A{\pict\bin5 }}{{\}{\*\okand{x y}}{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Ruta.\par}}B\par"
    ) == [
        "ARuta.",
        "B",
    ]


def test_the_code_of_a_field_is_not_text():
    assert lines(r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt l\u228?nk}}\par') == ["länk"]


def test_a_page_begun_by_the_author_is_a_page_without_a_number():
    assert [page.number for page in read(r"Ett.\par\page Tv\u229?.\par").pages] == [None, None]


def test_what_follows_the_document_is_not_read():
    assert read_rtf(rb"{\rtf1 A\par}skrap", "a.rtf").text == "A\n"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_text_comes_back(text):
    assert read(f"A{rtf_text(text)}" + r"\par").text == clean(f"A{text}") + "\n"


@pytest.mark.parametrize("data", [b"", b"hej", b"PK\x03\x04"])
def test_another_file_is_refused(data):
    with pytest.raises(DocumentError, match=r"a\.rtf är skadad eller har fel filändelse"):
        read_rtf(data, "a.rtf")


def test_bottomless_nesting_is_refused():
    with pytest.raises(DocumentError, match="nästlad djupare"):
        read_rtf(rb"{\rtf1 " + b"{" * 5000, "a.rtf")
