import pytest

from qa.bodies import names_body


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
