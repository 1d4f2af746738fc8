"""Printed page numbers, and the pages they give to lines."""

import pytest

from corpus.document import Line
from corpus.layout.pagination import bare_page_numbers, number_pages, page_number, trailing_page_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 (74)", 3),
        ("8(90)", 8),
        ("Sida 26 av 28", 26),
        ("Sida: 4", 4),
        ("Sid 3", 3),
        ("Sid. 3 (12)", 3),
        ("s. 7", 7),
        ("- 12 -", 12),
        ("Page 2 of 9", 2),
        ("12", None),
        ("2023 nr 4", None),
        ("§ 12", None),
        ("0 (3)", None),
    ],
)
def test_a_line_that_is_a_page_number_gives_it(text, number):
    assert page_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Granviks kommun   Sida 4 av 5", 4),
        ("PROTOKOLL   1(11)", 1),
        ("Avgiften är 40 (2023)", 40),
        ("inget", None),
    ],
)
def test_a_running_header_ends_in_its_page_number(text, number):
    assert trailing_page_number(text) == number


def _lines(*texts: str) -> list[Line]:
    return [Line(text, 10 * index) for index, text in enumerate(texts)]


def test_a_footer_numbers_the_page_before_it():
    lines = number_pages(_lines("ett", "1 (2)", "två", "2 (2)"), {1: 1, 3: 2})
    assert [line.page for line in lines] == [1, 1, 2, 2]


def test_a_header_numbers_the_page_after_it():
    lines = number_pages(_lines("Sida 1", "ett", "Sida 2", "två", "mer"), {0: 1, 2: 2})
    assert [line.page for line in lines] == [1, 1, 2, 2, 2]


def test_a_page_after_a_missing_number_is_unknown():
    lines = number_pages(_lines("ett", "1", "två eller tre", "3"), {1: 1, 3: 3})
    assert [line.page for line in lines] == [1, 1, None, None]


def test_a_stretch_longer_than_any_page_gets_no_number():
    lines = number_pages(_lines("x" * 9000, "Sida 26 av 28", "y"), {1: 26})
    assert lines[0].page is None


def test_without_printed_numbers_the_pages_of_the_format_stay():
    assert [line.page for line in number_pages([Line("a", 0, 4)], {})] == [4]


def test_bare_numbers_at_the_edges_of_pages_are_page_numbers():
    lines = [Line("text", 0, 1), Line("1", 5, 1), Line("text", 7, 2), Line("2", 12, 2)]
    assert bare_page_numbers(lines, frozenset({7})) == {1: 1, 3: 2}


def test_cells_of_a_table_are_no_page_numbers():
    lines = _lines(*(text for n in range(1, 20) for text in (str(n), "", "Ledamot", "")))
    assert bare_page_numbers(lines, frozenset()) == {}


def paged(*pages: tuple[str, ...]) -> list[Line]:
    texts = [(text, number) for number, page in enumerate(pages, 4) for text in page]
    return [Line(text, 10 * index, page) for index, (text, page) in enumerate(texts)]


def test_a_number_on_few_pages_does_not_override_those_of_the_file():
    lines = paged(("ett",), ("två", "3 (74)"), ("tre",))
    assert [line.page for line in number_pages(lines, {2: 3})] == [4, 5, 5, 6]


def test_numbers_on_most_pages_override_the_counted_ones():
    lines = paged(("ett", "1"), ("två", "2"), ("tre",))
    assert [line.page for line in number_pages(lines, {1: 1, 3: 2})] == [1, 1, 2, 2, None]
