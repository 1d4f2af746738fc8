import pytest

from qa.bodies import names_body, nearest_bodies


@pytest.mark.parametrize(
    ("wanted", "body", "is_named"),
    [
        ("kommunstyrelsen", "Kommunstyrelsen i Sundköping", True),
        ("byggnadsnämnd", "Byggnadsnämnden", True),
        ("kommunstyrelsen", "Kommunstyrelsens arbetsutskott", False),
        ("arbetsutskottet", "Kommunstyrelsens arbetsutskott", True),
        ("nämnden", "Byggnadsnämnden", False),
        ("råd", "Rådet", False),  # three letters are too few to stand for another form
    ],
)
def test_a_name_means_a_body_when_all_its_words_are_there(wanted: str, body: str, is_named: bool) -> None:
    assert names_body(wanted, body) is is_named


MANY = (
    "Byggnadsnämnden",
    "Kommunfullmäktige",
    "Kommunstyrelsen",
    "Kulturnämnden",
    "Skolnämnden",
    "Socialnämnden",
)


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [
        ("komunstyrelsen", "Kommunstyrelsen"),
        ("Byggnämnden", "Byggnadsnämnden"),
        ("fullmäktige", "Kommunfullmäktige"),
        ("KS", "Kommunstyrelsen"),
        ("kf", "Kommunfullmäktige"),
    ],
)
def test_a_misspelled_name_has_the_body_that_is_meant_nearest(wanted: str, nearest: str) -> None:
    assert nearest_bodies(wanted, MANY)[0] == nearest
    assert len(nearest_bodies(wanted, MANY)) <= 3


def test_where_none_is_alike_all_are_named_if_they_are_few() -> None:
    assert nearest_bodies("xyz", MANY) == ()
    assert nearest_bodies("xyz", MANY[2::-1]) == MANY[:3]
    assert nearest_bodies("", ()) == ()


def test_a_text_too_long_to_be_a_name_is_not_compared() -> None:
    assert nearest_bodies("Kommunstyrelsen " * 1000, MANY) == ()
