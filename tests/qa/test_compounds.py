import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compounds import CompoundSplitter, bases_of
from qa.vocabulary import Vocabulary

TEXT = """
avgiften och avgifter för service, service till alla; arbete och arbetet i utskottet, utskott;
gatan, gata och kontoret, kontor; kyrkan, kyrka och gården, gård, gårdar; skolan, skola, skjutsen, skjuts
"""
PARTS = ["avgift", "service", "vatten", "skola", "arbete", "gata", "kontor", "plan"]


@pytest.fixture(scope="module")
def splitter() -> CompoundSplitter:
    return CompoundSplitter(Vocabulary([TEXT] * 3))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("serviceavgiften", ("service", "avgiften")),
        ("arbetsutskottet", ("arbets", "utskottet")),
        ("gatukontoret", ("gatu", "kontoret")),
        ("kyrkogården", ("kyrko", "gården")),
        ("skolskjuts", ("skol", "skjuts")),
        ("avgifterna", ()),
        ("simhallen", ()),
        ("service", ()),
        ("skola2024", ()),
    ],
)
def test_compounds_are_cut_into_words_of_the_corpus(
    splitter: CompoundSplitter, word: str, parts: tuple[str, ...]
) -> None:
    assert splitter.split(word) == parts


def test_a_first_part_that_never_stands_alone_is_learned_from_several_compounds() -> None:
    text = "parkeringsavgift parkeringsplats avgift avgift avgift plats plats plats"
    assert CompoundSplitter(Vocabulary([text])).split("parkeringsplats") == ("parkerings", "plats")


def test_what_stands_once_is_no_part() -> None:
    assert CompoundSplitter(Vocabulary(["servis avgift avgift"])).split("servisavgift") == ()


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5))
def test_the_parts_joined_are_the_word(parts: list[str]) -> None:
    word = "".join(parts)
    found = CompoundSplitter(Vocabulary([" ".join(PARTS)] * 5)).split(word)
    assert "".join(found) in {"", word}
    assert len(found) != 1


@given(st.text(max_size=30))
def test_no_word_breaks_the_splitter(word: str) -> None:
    found = CompoundSplitter(Vocabulary([TEXT] * 3)).split(word)
    assert "".join(found) in {"", word}


def test_the_bases_of_a_first_part_begin_with_itself() -> None:
    assert bases_of("arbets") == ("arbets", "arbetsa", "arbetse", "arbet", "arbete")
    assert "kyrka" in bases_of("kyrko")
