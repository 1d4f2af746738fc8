import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.assets import Asset
from service.pages.embedding import Colours, Embedding, Mode, Scope, contrast, readable_on, snippet, style
from service.pages.words import Language
from tests.service.page import Page

SCRIPT = Asset("/static/protokoll-fraga.js?v=abc", "sha384-xyz")
SERVICE = "https://qa.example.org/protokoll/"


def test_the_box_is_two_elements_locked_to_one_version() -> None:
    assert snippet(Embedding(SERVICE), SCRIPT) == (
        '<script type="module" src="https://qa.example.org/protokoll/static/protokoll-fraga.js?v=abc" '
        'integrity="sha384-xyz" crossorigin="anonymous"></script>\n'
        '<protokoll-fraga api-url="https://qa.example.org/protokoll/">\n'
        '  <a href="https://qa.example.org/protokoll/?lang=sv">Sök svar i protokoll</a>\n'
        "</protokoll-fraga>"
    )


def test_a_box_that_is_not_locked_loads_whatever_version_there_is() -> None:
    html = snippet(Embedding(SERVICE, is_locked=False), SCRIPT)
    assert 'src="https://qa.example.org/protokoll/static/protokoll-fraga.js" crossorigin' in html
    assert "integrity" not in html


def test_everything_chosen_becomes_an_attribute() -> None:
    chosen = Embedding(
        SERVICE,
        label="Fråga nämnden",
        language=Language.ENGLISH,
        limit=3,
        scope=Scope("Sundnämnden", "2023-01-01", "2023-12-31"),
    )
    (box,) = Page(snippet(chosen, SCRIPT)).all("protokoll-fraga")
    assert box == {
        "api-url": SERVICE,
        "lang": "en",
        "label": "Fråga nämnden",
        "limit": "3",
        "body": "Sundnämnden",
        "date-from": "2023-01-01",
        "date-to": "2023-12-31",
    }


def test_the_form_asks_the_service_also_without_script() -> None:
    chosen = Embedding(SERVICE, Mode.FORM, scope=Scope(body="Sundnämnden"))
    page = Page(snippet(chosen, SCRIPT))
    assert page.all("form")[0]["action"] == SERVICE
    assert page.hidden() == {"lang": "sv", "body": "Sundnämnden"}
    assert page.all("protokoll-fraga")[0]["mode"] == "enhance"


def test_a_frame_has_a_title_and_shows_the_page_without_its_own_frame() -> None:
    chosen = Embedding(SERVICE, Mode.IFRAME, label="Fråga", limit=3, scope=Scope(body="Sundnämnden"))
    (frame,) = Page(snippet(chosen, SCRIPT)).all("iframe")
    assert frame["title"] == "Fråga"
    assert frame["src"] == f"{SERVICE}?inbaddad=1&lang=sv&body=Sundn%C3%A4mnden&limit=3"


@given(st.sampled_from(Mode), st.text(max_size=30), st.text(max_size=30))
def test_nothing_that_is_typed_leaves_its_attribute(mode: Mode, label: str, body: str) -> None:
    def tags(chosen: Embedding) -> list[str]:
        return [tag for tag, _ in Page(snippet(chosen, SCRIPT)).tags]

    plain = Embedding(SERVICE, mode, "x", scope=Scope(body="x" * bool(body)))
    assert tags(Embedding(SERVICE, mode, label, scope=Scope(body=body))) == tags(plain)


def test_colours_become_a_rule_of_the_style_sheet_that_can_be_read() -> None:
    assert style(Colours(accent="#ffdd00", text="#222222")) == (
        "protokoll-fraga {\n"
        "  color-scheme: light;\n"
        "  --protokoll-accent: #ffdd00;\n"
        "  --protokoll-on-accent: #000000;\n"
        "  --protokoll-text: #222222;\n"
        "}"
    )
    assert style(Colours()) == ""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(st.integers(0, 0xFFFFFF))
def test_text_can_be_read_on_any_colour(number: int) -> None:
    colour = f"#{number:06x}"
    assert contrast(readable_on(colour), colour) >= 4.5
