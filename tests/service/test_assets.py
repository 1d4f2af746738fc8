import base64
import hashlib

import pytest
from fastapi.testclient import TestClient

from service.assets import ELEMENT, SELF_CHECK, asset


@pytest.mark.parametrize("name", [ELEMENT, SELF_CHECK, "style.css"])
def test_a_file_has_the_hash_that_a_browser_will_compute(client: TestClient, name: str) -> None:
    file = asset(name)
    content = client.get(file.path).content
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    assert file.integrity == f"sha384-{digest}"


def test_a_file_asked_for_by_its_content_is_kept_for_ever(client: TestClient) -> None:
    assert "immutable" in client.get(asset(ELEMENT).path).headers["Cache-Control"]


@pytest.mark.parametrize(
    "address", [f"/static/{ELEMENT}", f"/static/{ELEMENT}?v=0123456789abcdef", "/static/style.css?v="]
)
def test_a_file_asked_for_by_name_or_by_older_content_is_asked_for_anew(
    client: TestClient, address: str
) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-cache"


def test_any_site_may_load_the_files_and_verify_them(client: TestClient) -> None:
    headers = client.get(f"/static/{ELEMENT}", headers={"Origin": "https://other.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Content-Type"].startswith("text/javascript")


def test_other_answers_are_not_shared_with_any_site(client: TestClient) -> None:
    headers = client.get("/v1/suggest?q=sim", headers={"Origin": "https://other.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers
    assert "Cross-Origin-Resource-Policy" not in headers


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/static/finns-inte.js?v=x").status_code == 404
