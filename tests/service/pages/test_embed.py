from fastapi.testclient import TestClient

from service.app import create_app
from service.assets import ELEMENT, asset
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.service.page import Page

ORIGIN = "https://intranet.example.org"


def test_the_code_to_copy_is_on_the_page_with_the_hash_of_the_script(client: TestClient) -> None:
    page = Page(client.get("/embed?api_url=https://qa.example.org&body=Sundforum").text)
    assert f'src="https://qa.example.org{asset(ELEMENT).path}"' in page.text
    assert f'integrity="{asset(ELEMENT).integrity}"' in page.text
    assert 'body="Sundforum"' in page.text
    assert page.options("body") == ["", "Sundforum", "Sundnämnden"]


def test_the_lines_of_the_policy_are_exact(client: TestClient) -> None:
    text = Page(client.get("/embed?api_url=https://qa.example.org").text).text
    assert "script-src https://qa.example.org connect-src https://qa.example.org" in text
    framed = Page(client.get("/embed?api_url=https://qa.example.org&mode=iframe").text).text
    assert "frame-src https://qa.example.org" in framed
    assert "connect-src https://qa.example.org" not in framed


def test_the_address_of_the_service_is_filled_in_also_behind_a_proxy(live: LiveIndex) -> None:
    client = TestClient(create_app(ServiceSettings(), live), base_url="https://k.se", root_path="/protokoll")
    page = Page(client.get("/embed").text)
    assert 'api-url="https://k.se/protokoll/"' in page.text
    assert 'src="https://k.se/protokoll/static/' in page.text


def test_the_page_says_which_sites_are_let_in(client: TestClient, live: LiveIndex) -> None:
    assert "inte användas från någon annan webbplats" in Page(client.get("/embed").text).text
    open_client = TestClient(create_app(ServiceSettings(cors_origins=(ORIGIN,)), live))
    assert ORIGIN in Page(open_client.get("/embed").text).text


def test_a_preview_is_restricted_as_chosen(client: TestClient) -> None:
    (box,) = Page(client.get("/embed?label=Hej&body=Sundforum&limit=2").text).all("protokoll-fraga")
    assert (box["label"], box["body"], box["limit"]) == ("Hej", "Sundforum", "2")


def test_the_code_can_be_had_while_nothing_is_loaded(empty_client: TestClient) -> None:
    response = empty_client.get("/embed")
    assert response.status_code == 200
    assert "<protokoll-fraga" in Page(response.text).text


def test_the_check_names_what_stops_the_box(client: TestClient) -> None:
    page = Page(
        client.get(
            "/embed/kontroll",
            params={
                "sida": f"{ORIGIN}/sok",
                "csp": "default-src 'none'",
                "api_url": "https://qa.example.org",
            },
        ).text
    )
    assert "Fel: Söktjänsten får inte anropas från https://intranet.example.org" in page.text
    assert "Lägg till https://qa.example.org i connect-src" in page.text


def test_the_check_asks_for_a_whole_address(client: TestClient) -> None:
    page = Page(client.get("/embed/kontroll?sida=intranet").text)
    assert "Skriv hela adressen" in page.text
    assert "Resultat för" not in page.text


def test_the_check_can_be_run_on_the_page_itself(client: TestClient) -> None:
    text = Page(client.get("/embed/kontroll").text).text
    assert '<script type="module" src="http://testserver/static/kontroll.js"></script>' in text
    assert client.get("/static/kontroll.js").status_code == 200
