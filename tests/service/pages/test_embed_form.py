import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from service.pages.embed_form import is_page_address, read_embed_form
from service.pages.embedding import Colours, Embedding, Mode, Scope
from service.pages.words import Language

OWN = "https://qa.example.org/"


def test_with_nothing_chosen_the_box_asks_the_service_it_came_from() -> None:
    form = read_embed_form(QueryParams(), OWN)
    assert form.chosen == Embedding(OWN)
    assert form.errors == {}
    assert form.values["api_url"] == OWN


def test_everything_can_be_chosen() -> None:
    form = read_embed_form(
        QueryParams(
            "api_url=https://p.se/qa&mode=iframe&label=+Fr%C3%A5ga++oss&language=en&limit=3&lock=nej&body=N"
            "&date_from=2023-01-01&date_to=2023-12-31&accent=%23ABCDEF&background=%23000000&text=%23ffffff"
        ),
        OWN,
    )
    assert form.errors == {}
    assert form.chosen == Embedding(
        service="https://p.se/qa/",
        mode=Mode.IFRAME,
        label="Fråga oss",
        language=Language.ENGLISH,
        limit=3,
        is_locked=False,
        scope=Scope("N", "2023-01-01", "2023-12-31"),
        colours=Colours("#abcdef", "#000000", "#ffffff"),
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("api_url", "qa.example.org", "webbadress"),
        ("api_url", "javascript:alert(1)", "webbadress"),
        ("api_url", "https://[", "webbadress"),
        ("mode", "popup", "element"),
        ("language", "de", "sv, en"),
        ("label", "x" * 121, "121 tecken"),
        ("limit", "51", "från 1 till 50"),
        ("limit", "²", "från 1 till 50"),
        ("date_from", "igår", "inte ett datum"),
        ("accent", "red", "#17486b"),
        ("accent", "#ffff00", "1,1:1"),
        ("text", "#777777", "4,5:1"),
        ("background", "#1b2126", "1,0:1"),
    ],
)
def test_what_cannot_be_used_is_named_at_its_field(field: str, value: str, message: str) -> None:
    form = read_embed_form(QueryParams({field: value}), OWN)
    assert list(form.errors) == [field]
    assert message in form.errors[field]
    assert form.values[field] == value


@given(
    st.dictionaries(st.sampled_from(["api_url", "limit", "accent", "mode", "date_to"]), st.text(max_size=20))
)
def test_nothing_that_is_typed_is_a_fault_of_the_service(fields: dict[str, str]) -> None:
    assert read_embed_form(QueryParams(fields), OWN).chosen.service.startswith("http")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.se/x", True),
        ("http://localhost:8000", True),
        ("a.se", False),
        ("ftp://a.se", False),
        ("http://", False),
        ("http://a:99999/", False),
    ],
)
def test_a_page_has_a_scheme_and_a_host(text: str, expected: bool) -> None:
    assert is_page_address(text) is expected
