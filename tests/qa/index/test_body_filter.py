import pytest

from qa.chunking import passages_of_meeting
from qa.index.selection import Selector
from qa.types import Filter
from tests.meetings import make_item, make_meeting


def passes(wanted: str, body: str) -> bool:
    meeting = make_meeting("m", [make_item("m", "1", "Avgift", "Avgiften höjs.")], body=body)
    return bool(Selector(passages_of_meeting(meeting)).mask(Filter(body=wanted)).all())


@pytest.mark.parametrize(
    ("wanted", "body"),
    [
        ("kommunstyrelsen", "Kommunstyrelsen i Sundköping"),
        ("Sundköping", "Kommunstyrelsen i Sundköping"),
        ("kommunstyrelsen", "Sundköpings kommunstyrelse"),
        ("Skolnämnd", "Skolnämnden"),
        ("kommunstyrelsen sundköping", "Kommunstyrelsen i Sundköping"),
        ("", "Skolnämnden"),
    ],
)
def test_a_body_passes_when_it_has_every_word(wanted: str, body: str) -> None:
    assert passes(wanted, body)


@pytest.mark.parametrize(
    ("wanted", "body"),
    [
        ("kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
        ("nämnden", "Skolnämnden"),
        ("kommunfullmäktige sundköping", "Kommunfullmäktige i Norrsund"),
        ("i", "in"),
        ("kommunstyrelsen", ""),
    ],
)
def test_a_body_that_lacks_a_word_does_not_pass(wanted: str, body: str) -> None:
    assert not passes(wanted, body)
