import pytest
from starlette.datastructures import QueryParams

from service.pages.search_form import read_form


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        ("", False),
        ("body=Sundforum", False),  # a link or a frame that sets a filter
        ("q=", False),
        ("q=+&limit=5", False),
        ("q=avgift", True),
        ("q=&body=Sundforum", True),  # sent without a question, which is to be said
    ],
)
def test_a_form_is_asked_once_it_is_sent(address: str, is_asked: bool) -> None:
    assert read_form(QueryParams(address)).is_asked is is_asked


def test_an_address_from_another_hit_on_asks_the_same() -> None:
    form = read_form(QueryParams("q=+avgift+&section=beslut&offset=10&utm=x"))
    assert form.parameters_from(20) == {**form.parameters, "offset": "20"}
    assert form.parameters["q"] == "avgift"
    assert form.parameters["section"] == "beslut"
    assert form.parameters_from(0)["offset"] == ""
