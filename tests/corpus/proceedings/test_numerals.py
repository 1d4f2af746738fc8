"""Numbers in words."""

import re

import pytest

from corpus.proceedings.numerals import NUMBER, value_of


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("noll", 0),
        ("en", 1),
        ("sex", 6),
        ("Arton", 18),
        ("tjugo", 20),
        ("tjugoen", 21),
        ("nittionio", 99),
        ("41", 41),
    ],
)
def test_a_number_counts_what_it_says(word, value):
    assert re.fullmatch(NUMBER, word, re.IGNORECASE)
    assert value_of(word) == value


@pytest.mark.parametrize("word", ["tjugotio", "1000", "många", ""])
def test_other_words_are_no_numbers(word):
    assert re.fullmatch(NUMBER, word, re.IGNORECASE) is None
