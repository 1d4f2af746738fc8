"""Text becomes pages at its form feeds."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Page
from corpus.readers.text import read_text


def test_a_text_without_form_feeds_is_one_page_without_a_number():
    assert read_text(b"a\nb", "a.txt").pages == (Page(None, 0, 3),)


def test_form_feeds_part_and_number_the_pages():
    document = read_text(b"ett\ftv\xc3\xa5\ftre", "a.txt")
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [document.text[page.start : page.end] for page in document.pages] == ["ett\f", "två\f", "tre"]


def test_a_form_feed_after_the_last_page_makes_no_page():
    assert [page.number for page in read_text(b"ett\ftre\f\n", "a.txt").pages] == [1, 2]


def test_an_empty_page_keeps_its_number():
    assert [page.number for page in read_text(b"ett\f\ftre", "a.txt").pages] == [1, 2, 3]


@given(st.text(alphabet="ab \n\f", min_size=1).filter(str.strip))
def test_pages_cover_the_whole_text_without_gaps(text):
    document = read_text(text.encode(), "a.txt")
    assert "".join(document.text[page.start : page.end] for page in document.pages) == document.text
