"""Lines: cut verbatim, and judged by how they follow each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Line, Page
from corpus.layout.lines import (
    awaits_number,
    ends_sentence,
    has_room,
    is_bullet,
    is_list_item,
    is_lone_marker,
    plain,
    runs_on,
    split_lines,
    wrap_width,
)


def _document(text: str, cuts: list[int] | None = None) -> Document:
    bounds = [0, *sorted({cut for cut in cuts or [] if 0 < cut < len(text)}), len(text)]
    numbers = range(1, len(bounds)) if len(bounds) > 2 else [None]
    pages = tuple(
        Page(number, start, end) for number, start, end in zip(numbers, bounds, bounds[1:], strict=False)
    )
    return Document("a.txt", text, pages)


@given(st.text("aå b\n\f"), st.lists(st.integers(0, 30), max_size=2))
def test_every_line_is_a_verbatim_stretch_and_only_line_ends_lie_between(text, cuts):
    lines = split_lines(_document(text, cuts))
    covered = set()
    for line in lines:
        assert text[line.start : line.start + len(line.text)] == line.text
        covered.update(range(line.start, line.start + len(line.text)))
    assert all(text[i] in "\n\f" for i in range(len(text)) if i not in covered)


def test_a_line_knows_the_page_it_stands_on():
    lines = split_lines(_document("ett\n\ftvå", [5]))
    assert [(line.text, line.page) for line in lines if line.text] == [("ett", 1), ("två", 2)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## § 12 Upprop", "§ 12 Upprop"),
        ("**Beslut:**", "Beslut:"),
        ("*Dnr 12*", "Dnr 12"),
        ("* en punkt", "* en punkt"),
        ("  två\u00a0ord ", "två ord"),
    ],
)
def test_plain_gives_the_words_without_markdown(text, words):
    assert plain(text) == words


@pytest.mark.parametrize("text", ["- en", "• en", "1. en", "12) en", "a. en", "aa. en", "o En", "\uf0b7 en"])
def test_list_items_begin_with_a_mark(text):
    assert is_list_item(text)


@pytest.mark.parametrize(
    "text", ["1.", "-", "2023 nr 4", "ab. en", "o en", "en - två", "14,5 mnkr", "1.Regional"]
)
def test_other_lines_are_no_list_items(text):
    assert not is_list_item(text)


@pytest.mark.parametrize(
    ("text", "lone", "bullet"), [("a.", True, False), ("•", True, True), ("10", False, False)]
)
def test_a_mark_alone_on_its_line_is_told_from_text(text, lone, bullet):
    assert is_lone_marker(text) is lone
    assert (is_lone_marker(text) and is_bullet(text)) is bullet


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Klart.", True), ("Varför?”", True), ("följande:", True), ("kommunen (S)", False), ("och", False)],
)
def test_the_end_of_a_sentence_is_seen_behind_quotes(text, ends):
    assert ends_sentence(text) is ends


def test_a_line_that_ends_in_a_small_word_runs_on():
    assert runs_on("Diskussionen i samband med ")
    assert runs_on("idrotts-")
    assert not runs_on("Halmstads kommun")


def test_only_some_words_await_a_number():
    assert awaits_number("sammanträdet den")
    assert not awaits_number("och")
    assert awaits_number("enligt kap.")
    assert not awaits_number("Avtalet gäller i ett år.")


def test_a_break_is_meant_when_the_next_word_would_have_fitted():
    assert has_room("Kort rad", "Nästa", 80)
    assert not has_room("x" * 76, "Nästa", 80)


def test_the_wrap_width_is_where_most_long_lines_end():
    assert wrap_width([Line("x" * n, 0) for n in (10, 78, 80, 81, 82, 83, 84, 85, 85, 86)]) == 86


def test_lines_of_whole_paragraphs_have_no_wrap_width():
    assert wrap_width([Line("x" * 400, 0), Line("x" * 90, 0)]) is None
