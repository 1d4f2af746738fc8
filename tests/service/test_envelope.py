import logging
import re

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings

ORIGIN = "https://intranet.example.org"


@pytest.fixture
def open_client(live: LiveIndex) -> TestClient:
    """A service that lets one other site call it and embed it."""
    return TestClient(create_app(ServiceSettings(cors_origins=(ORIGIN,)), live))


def test_the_id_of_a_request_comes_back(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "a.b-1_2"}).headers["X-Request-ID"] == "a.b-1_2"


@pytest.mark.parametrize("wanted", ["", "a b", "x" * 129, "<b>"])
def test_an_id_that_could_disturb_the_log_is_replaced(client: TestClient, wanted: str) -> None:
    given = client.get("/healthz", headers={"X-Request-ID": wanted}).headers["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{32}", given)


@pytest.mark.parametrize("address", ["/", "/v1/ask?q=a", "/nope", "/docs", "/static/style.css"])
def test_every_answer_carries_the_security_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.endswith("frame-ancestors 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_head_gives_the_headers_alone(client: TestClient) -> None:
    response = client.head("/v1/ask?q=simhallen")
    assert response.status_code == 200
    assert response.content == b""
    assert response.headers["ETag"] == client.get("/v1/ask?q=simhallen").headers["ETag"]


def test_a_body_of_unknown_length_is_counted(client: TestClient) -> None:
    response = client.post("/v1/ask", content=iter([b"a" * 40_000] * 2))
    assert response.status_code == 413
    assert response.json()["type"] == "/problem/for-stor"


def test_no_other_site_may_call_by_default(client: TestClient) -> None:
    response = client.get("/v1/ask?q=a", headers={"Origin": ORIGIN})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_site_that_is_named_may_call_and_embed(open_client: TestClient) -> None:
    response = open_client.get("/v1/ask?q=a", headers={"Origin": ORIGIN})
    assert response.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "X-Request-ID" in response.headers["Access-Control-Expose-Headers"]
    assert response.headers["Content-Security-Policy"].endswith(f"frame-ancestors 'self' {ORIGIN}")
    stranger = open_client.get("/v1/ask?q=a", headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in stranger.headers


def test_a_site_that_is_named_may_ask_with_a_body(open_client: TestClient) -> None:
    asks = {
        "Origin": ORIGIN,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    assert open_client.options("/v1/ask", headers=asks).status_code == 200


def test_what_people_ask_is_never_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="service"):
        client.get("/v1/ask?q=hemligt")
        client.get("/?q=hemligt")
        client.post("/v1/ask", json={"q": "hemligt"})
    assert "GET /v1/ask 200" in caplog.text
    assert "hemligt" not in caplog.text
