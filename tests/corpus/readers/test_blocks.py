"""Blocks become a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Heading, Page
from corpus.readers.blocks import Block, clean, document_of
from qa.errors import DocumentError

WRAPPED = [
    "Nämnden gick igenom förslaget och fann att kostnaden för den nya",
    "bron blir högre än vad som sades i våras. Därför ska förvaltningen",
    "se över om räcket kan målas av egen personal, och om den gamla",
    "bron kan stå kvar.",
]
blocks = st.builds(
    Block,
    text=st.text(alphabet="aå \u00ad\u0301\n\tB.", max_size=12),
    level=st.integers(0, 2),
    row=st.booleans(),
    page=st.sampled_from([None, 1, 2]),
    breaks=st.booleans(),
)


def test_rows_stand_together_and_other_blocks_apart():
    document = document_of("a", [Block("A"), Block("B\tC", row=True), Block("D\tE", row=True), Block("F")])
    assert document.text == "A\n\nB\tC\nD\tE\n\nF\n"


def test_pages_begin_with_the_first_block_on_them():
    document = document_of("a", [Block("A", page=1), Block("B", page=1), Block("C", page=3)])
    assert document.pages == (Page(1, 0, 6), Page(3, 6, 8))


def test_headings_are_found_by_their_place():
    document = document_of("a", [Block("Val", level=1), Block(""), Block("Text."), Block("Taxa", level=2)])
    assert document.headings == (Heading(0, 1), Heading(12, 2))


def test_lines_that_the_author_broke_at_a_width_do_not_reflow():
    document = document_of("a", [Block("\n".join(WRAPPED)), Block("Slut.")])
    assert document.text == "\n".join(WRAPPED) + "\n\nSlut.\n"
    assert not document.reflows


def test_text_typed_line_by_line_does_not_have_the_pages_of_its_file():
    document = document_of("a", [Block(line, page=number) for number, line in enumerate(WRAPPED, 1)])
    assert document.pages == (Page(None, 0, len(document.text)),)


def test_clauses_of_a_decision_are_paragraphs_and_not_wrapped_lines():
    clauses = [f"att anslå {n} kronor till nämnden för de kostnader som uppstår nästa år," for n in range(5)]
    assert document_of("a", map(Block, ["Fullmäktige beslutar", *clauses])).reflows


def test_lines_of_page_headers_are_told_once_and_only_with_words():
    document = document_of("a", [Block("A")], ["Nämnden\nProtokoll", " Nämnden ", "–", ""])
    assert document.running == ("Nämnden", "Protokoll")


def test_signs_that_nobody_sees_are_taken_out():
    assert clean("a\u00adb\u200bc \r\nA\u030a\x07x") == "abc\nÅ x"


def test_blocks_without_text_are_an_error():
    with pytest.raises(DocumentError, match="a innehåller ingen text"):
        document_of("a", [Block(" \n")])


@given(st.lists(blocks).filter(lambda found: any(block.text.strip(" \n\t\u00ad") for block in found)))
def test_pages_cover_the_text_and_headings_begin_lines(found):
    document = document_of("a", found)
    assert "".join(document.text[page.start : page.end] for page in document.pages) == document.text
    for heading in document.headings:
        assert heading.start == 0 or document.text[heading.start - 1] == "\n"
    assert document.text == clean(document.text)
