from pathlib import Path

import pytest

from qa.confidence.question_words import FEWEST_WORDS, MOST_WORDS, words_of_question
from tests.indexes import sample_index


def test_words_are_counted_without_stop_words_and_within_limits(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    assert words_of_question(index, "Vad sades om simhallen och simhallen?").count == FEWEST_WORDS
    assert words_of_question(index, "simhallen väg bro hav").count == 4
    assert words_of_question(index, " ".join(f"ord{n}" for n in range(30))).count == MOST_WORDS


def test_a_question_without_words_of_its_own_lacks_none(tmp_path: Path) -> None:
    words = words_of_question(sample_index(tmp_path), "Vad sades om det?")
    assert (words.count, words.known, words.absent) == (FEWEST_WORDS, 1.0, ())


@pytest.mark.parametrize("word", ["serviceavgiften", "serviceavgift", "serviceavgifterna", "14,5"])
def test_a_word_of_the_minutes_is_known_in_any_form(tmp_path: Path, word: str) -> None:
    words = words_of_question(sample_index(tmp_path), word)
    assert (words.known, words.absent) == (1, ())


def test_a_word_that_the_minutes_lack_is_named_and_weighs_more_than_a_common_one(tmp_path: Path) -> None:
    words = words_of_question(sample_index(tmp_path), "Vad sades om vargjakten och serviceavgiften?")
    assert words.absent == ("vargjakten",)
    assert words.known < 0.5


def test_a_part_of_a_compound_of_the_minutes_is_not_absent(tmp_path: Path) -> None:
    assert words_of_question(sample_index(tmp_path), "avgiften").absent == ()


def test_a_word_without_its_dots_is_known(tmp_path: Path) -> None:
    words = words_of_question(sample_index(tmp_path), "Nar oppnar simhallen?")
    assert "oppnar" not in words.absent


def test_a_compound_without_its_dots_is_not_named_as_absent(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    assert words_of_question(index, "ostervikutformningen").absent == ()  # Östervik, utformningen
    assert words_of_question(index, "ostervikvargjakten").absent == ("ostervikvargjakten",)
