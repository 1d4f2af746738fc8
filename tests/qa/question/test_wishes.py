import pytest

from qa.question.wishes import Wish, wishes_in


@pytest.mark.parametrize(
    ("question", "wishes"),
    [
        ("Vad beslutades om badhuset?", [Wish.DECISION]),
        ("Bifölls motionen?", [Wish.DECISION]),
        ("Vem yrkade avslag?", [Wish.MOTION, Wish.PERSON]),
        ("Vilka yrkanden fanns?", [Wish.MOTION]),
        ("Hur röstade partierna?", [Wish.VOTE]),
        ("Hur gick voteringen?", [Wish.VOTE]),
        ("Vem reserverade sig mot beslutet?", [Wish.RESERVATION, Wish.PERSON]),
        ("När öppnar badhuset?", [Wish.TIME]),
        ("Hur mycket kostar det?", [Wish.AMOUNT]),
        ("Hur många cyklar?", [Wish.COUNT]),
        ("reservvatten och folkomröstning", []),
        ("serviceavgiften", []),
    ],
)
def test_what_is_asked_for_is_found(question: str, wishes: list[Wish]) -> None:
    assert list(wishes_in(question)) == wishes


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("vilka var närvarande den 6 mars?", True),
        ("vem var frånvarande?", True),
        ("vilka deltog?", True),
        ("hur hög är sjukfrånvaron?", False),
        ("vad sades om närvårdsplatser?", False),
    ],
)
def test_who_was_present_is_asked_for(question: str, *, is_asked: bool) -> None:
    assert (Wish.ATTENDANCE in wishes_in(question)) is is_asked
