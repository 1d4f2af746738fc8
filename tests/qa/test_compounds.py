import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compounds import CompoundSplitter, bases_of, is_ending
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


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("parkering", "park ring"),
        ("flyttar", "flyt tar"),
        ("handlade", "hand lade"),
        ("förbindelsen", "förbin delsen"),
        ("invånaren", "invån aren"),
    ],
)
def test_no_cut_leaves_but_an_ending(word: str, known: str) -> None:
    assert CompoundSplitter(Vocabulary([known] * 4)).split(word) == ()


def test_words_that_look_like_an_ending_are_parts() -> None:
    splitter = CompoundSplitter(Vocabulary(["vigsel ring morfar far mor sten hus"] * 4))
    assert splitter.split("vigselring") == ("vigsel", "ring")
    assert splitter.split("hussten") == ("hus", "sten")


@pytest.mark.parametrize("word", ["undersökning", "förslaget"])
def test_a_particle_takes_no_linking_s(word: str) -> None:
    known = "underlag underhåll lag håll för förs under ökning laget"
    assert CompoundSplitter(Vocabulary([known] * 4)).split(word) == ()


def test_a_linking_s_goes_with_the_part_before_it() -> None:
    splitter = CompoundSplitter(Vocabulary(["beslut beslutet gång gången"] * 2))
    assert splitter.split("beslutsgången") == ("besluts", "gången")


def test_it_knows_the_words_that_may_be_parts(splitter: CompoundSplitter) -> None:
    assert splitter.knows("avgifterna")
    assert not splitter.knows("arna")
    assert not splitter.knows("simhall")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("juste", "ring", True),
        ("vigsel", "ring", False),
        ("flyt", "tar", True),
        ("syst", "ren", False),
        ("hand", "lade", True),
        ("service", "avgiften", False),
    ],
)
def test_an_ending_is_told_from_a_word(first: str, last: str, *, expected: bool) -> None:
    assert is_ending(first, last) is expected


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
