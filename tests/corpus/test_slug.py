"""Ids are readable and fit a web address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.slug import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KS 2024-01-10", "ks-2024-01-10"),
        ("§ 96", "96"),
        ("Översyn av äldreomsorgen på Ås", "oversyn-av-aldreomsorgen-pa-as"),
        ("o\u0308versyn", "oversyn"),
        ("Café Ærø & Straße", "cafe-aero-strasse"),
        ("  --  ", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_plain_words_with_hyphens(text, expected):
    assert slug(text) == expected


def test_a_long_heading_is_cut_at_a_word():
    assert slug("Gemensam yta för halländsk utveckling", 20) == "gemensam-yta-for"


def test_one_long_word_is_cut_anywhere():
    assert slug("x" * 100, 10) == "x" * 10


@given(st.text(max_size=200), st.integers(1, 80))
def test_any_text_gives_words_parted_by_single_hyphens(text, length):
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text, length))
    assert len(slug(text, length)) <= length
