import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compounds import CompoundSplitter
from qa.question.spelling import Correction, corrected, corrections_of, slips_between
from qa.vocabulary import Vocabulary

TEXT = """
Serviceavgiften och serviceavgift. Kommunala lokaler. Läkarmedverkan i Skärvik. Rådhuset. Biblioteket. Värna.
Parterna; en part. Fartygen Hamnarkullen. Hamn hamn hamn avgift avgift avgift.
"""
WORDS = st.text(alphabet="abcdeå", max_size=9)


def read(question: str) -> list[tuple[str, str]]:
    vocabulary = Vocabulary([TEXT] * 2)
    found = corrections_of(question, vocabulary, CompoundSplitter(vocabulary))
    return [(one.said, one.read_as) for one in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("servisavgift", [("servisavgift", "serviceavgift")]),
        ("Komunala lokaler", [("Komunala", "kommunala")]),
        ("lakarmedverkan i skarvik", [("lakarmedverkan", "läkarmedverkan"), ("skarvik", "skärvik")]),
        ("bibiloteket", [("bibiloteket", "biblioteket")]),
        ("varna", [("varna", "värna")]),
        ("i Radhuset", [("Radhuset", "rådhuset")]),  # a name is given back its letters
        ("I HAMNARKULEN", [("HAMNARKULEN", "hamnarkullen")]),
    ],
)
def test_a_slip_is_read_as_the_word_nearby(question: str, expected: list[tuple[str, str]]) -> None:
    assert read(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "serviceavgifter",  # another form
        "hamnavgift",  # composed of known words
        "i Hamnarkulen",  # a name may be another
        "partiet",  # another word two letters away
        "läkarmedverkan 2024 SN-2024-00012",
        "vilka under efter",
        "rödhuset",  # å, ä and ö that are written are meant
        "yrkade",
        "varna för det",  # short, in a question that has its ö
    ],
)
def test_what_may_be_meant_is_left_as_it_is(question: str) -> None:
    assert read(question) == []


@pytest.mark.parametrize(
    ("said", "meant", "slips"),
    [
        ("avgift", "avgift", 0),
        ("avgit", "avgift", 1),
        ("avggift", "avgift", 1),
        ("avgfit", "avgift", 1),
        ("servise", "service", 1),
        ("rasten", "resten", 2),
        ("helt", "annat", 3),
    ],
)
def test_slips_are_counted(said: str, meant: str, slips: int) -> None:
    assert slips_between(said, meant, most=2) == slips


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_between_equal_words(one: str, other: str) -> None:
    assert slips_between(one, other, 4) == slips_between(other, one, 4)
    assert (slips_between(one, other, 4) == 0) is (one == other)


def test_the_question_is_searched_as_it_was_read() -> None:
    corrections = (Correction("servisavgift", "serviceavgift"),)
    assert corrected("Höjs servisavgift, 2025?", corrections) == "Höjs serviceavgift, 2025?"
    assert corrected("Höjs avgiften?", ()) == "Höjs avgiften?"
