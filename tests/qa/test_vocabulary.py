import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text import fold
from qa.vocabulary import Vocabulary, are_forms_of_one, stem, words_of

WORDS = st.text(alphabet="abdeginorstvåäö", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("avgiften", "avgift"),
        ("avgifternas", "avgift"),
        ("skolan", "skol"),
        ("hus", "hus"),
        ("2024", "2024"),
        ("simhallarna", "simhall"),
    ],
)
def test_the_stem_is_the_word_without_its_ending(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(WORDS)
def test_a_word_begins_with_its_stem(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("person", "personerna", True),
        ("avgift", "avgiften", True),
        ("skola", "skolorna", True),
        ("avgift", "avgiftsfri", False),
        ("väg", "vägen", False),  # too short to have forms
        ("avgift", "serviceavgift", False),
    ],
)
def test_forms_of_one_word_differ_in_their_endings_alone(one: str, other: str, *, expected: bool) -> None:
    assert are_forms_of_one(one, other) is expected
    assert are_forms_of_one(other, one) is expected


def test_words_are_counted_in_lower_case() -> None:
    vocabulary = Vocabulary(["Avgiften höjs.", "AVGIFTEN sänks"])
    assert (vocabulary.count("avgiften"), vocabulary.count("höjs"), vocabulary.count("taxa")) == (2, 1, 0)
    assert sorted(vocabulary) == ["avgiften", "höjs", "sänks"]


def test_a_word_is_known_in_all_its_forms() -> None:
    vocabulary = Vocabulary(["personerna betalar avgiften"])
    assert all(vocabulary.has_form_of(word) for word in ("person", "personer", "avgift", "avgifter"))
    assert not vocabulary.has_form_of("avgiftsfri")


def test_a_word_with_a_stem_of_three_letters_may_be_there_in_another_form() -> None:
    vocabulary = Vocabulary(["Hon yrkar bifall", "de lämnade en bil", "varg"])
    assert all(
        vocabulary.may_have_form_of(word) for word in ("yrkade", "yrkat", "lämnat", "bilar", "bifallet")
    )
    assert not any(vocabulary.may_have_form_of(word) for word in ("vargjakt", "bilist", "ölen"))


def test_words_are_found_by_how_they_are_written_without_diacritics() -> None:
    vocabulary = Vocabulary(["rådhuset och rödhuset"])
    assert vocabulary.unfolded("radhuset") == ("rådhuset",)
    assert vocabulary.unfolded("stadshuset") == ()


@given(st.lists(WORDS, max_size=8), WORDS)
def test_neighbours_share_four_letters_at_one_end(words: list[str], word: str) -> None:
    folded = fold(word)
    found = Vocabulary(words).alike_at_an_edge(folded)
    assert all(other.startswith(folded[:4]) or other.endswith(folded[-4:]) for other in found)
    assert folded in found or word not in words


@given(st.text(max_size=60))
def test_words_stand_in_the_text(text: str) -> None:
    assert all(word in text.lower() for word in words_of(text))
