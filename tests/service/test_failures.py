"""Every way a request can fail has the one shape of a problem (RFC 9457)."""

import logging

import pytest
from fastapi.testclient import TestClient

from qa.answer import Answerer
from service.app import create_app
from service.envelope import LARGEST_BODY
from service.live_index import LiveIndex
from service.settings import ServiceSettings

KEYS = ["type", "title", "status", "detail", "request_id", "errors"]
JSON = {"content-type": "application/json"}

FAILURES = [
    ("GET", "/v1/ask", None, 422, "ogiltig-begaran", ["#/q"]),
    ("GET", "/v1/ask?q=", None, 422, "ogiltig-fraga", ["#/q"]),
    ("GET", "/v1/ask?q=%20%20", None, 422, "ogiltig-fraga", ["#/q"]),
    ("GET", f"/v1/ask?q={'a' * 2001}", None, 422, "ogiltig-fraga", ["#/q"]),
    ("GET", "/v1/ask?q=a&limit=0", None, 422, "ogiltig-begaran", ["#/limit"]),
    ("GET", "/v1/ask?q=a&limit=51", None, 422, "ogiltig-begaran", ["#/limit"]),
    ("GET", "/v1/ask?q=a&limit=tio", None, 422, "ogiltig-begaran", ["#/limit"]),
    ("GET", "/v1/ask?q=a&limit=1.5", None, 422, "ogiltig-begaran", ["#/limit"]),
    ("GET", "/v1/ask?q=a&organ=b", None, 422, "ogiltig-begaran", ["#/organ"]),
    ("GET", "/v1/ask?q=a&date_from=2024", None, 422, "ogiltigt-filter", ["#/date_from"]),
    ("GET", "/v1/ask?q=a&date_to=2024-02-30", None, 422, "ogiltigt-filter", ["#/date_to"]),
    ("GET", "/v1/ask?q=a&date_from=2024-01-02&date_to=2024-01-01", None, 422, "ogiltigt-filter", ["#"]),
    ("GET", "/v1/ask?limit=0&x=1", None, 422, "ogiltig-begaran", ["#/q", "#/limit", "#/x"]),
    ("POST", "/v1/ask", b'{"q": 1}', 422, "ogiltig-begaran", ["#/q"]),
    ("POST", "/v1/ask", b'{"q": "a", "a/b~c": 1}', 422, "ogiltig-begaran", ["#/a~1b~0c"]),
    ("POST", "/v1/ask", b'{"q": "\\ud800"}', 422, "ogiltig-fraga", ["#/q"]),
    ("POST", "/v1/ask", b"[]", 422, "ogiltig-begaran", ["#"]),
    ("POST", "/v1/ask", b'{"q":', 400, "ogiltig-json", ["#"]),
    ("POST", "/v1/ask", b"a" * (LARGEST_BODY + 1), 413, "for-stor", []),
    ("DELETE", "/v1/ask", None, 405, "fel-metod", []),
    ("GET", "/v1/meetings?limit=501", None, 422, "ogiltig-begaran", ["#/limit"]),
    ("GET", "/v1/meetings?offset=-1", None, 422, "ogiltig-begaran", ["#/offset"]),
    ("GET", "/v1/meetings?q=a", None, 422, "ogiltig-begaran", ["#/q"]),
    ("GET", "/v1/meetings/nope", None, 404, "finns-inte", []),
    ("GET", "/v1/items/namnd/2024-03-06/99", None, 404, "finns-inte", []),
    ("GET", "/v1/nope", None, 404, "okand-adress", []),
    ("GET", "/nope", None, 404, "okand-adress", []),
    ("GET", "/static/nope.css", None, 404, "okand-adress", []),
    ("GET", "/problem/nope", None, 404, "finns-inte", []),
    ("POST", "/healthz", None, 405, "fel-metod", []),
]


@pytest.mark.parametrize(("method", "address", "content", "status", "slug", "pointers"), FAILURES)
def test_a_failure_is_a_problem(
    client: TestClient,
    method: str,
    address: str,
    content: bytes | None,
    status: int,
    slug: str,
    pointers: list[str],
) -> None:
    response = client.request(method, address, content=content, headers=JSON if content else {})
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert response.status_code == status, problem
    assert list(problem) == KEYS
    assert problem["status"] == status
    assert problem["type"] == f"/problem/{slug}"
    assert problem["request_id"] == response.headers["X-Request-ID"]
    assert [error["pointer"] for error in problem["errors"]] == pointers
    assert all(list(error) == ["pointer", "location", "detail"] for error in problem["errors"])
    assert client.get(problem["type"]).status_code == 200, "the type leads to an explanation"


@pytest.mark.parametrize(
    "address",
    ["/v1/ask?q=a", "/v1/meetings", "/v1/meetings/a", "/v1/items/a", "/readyz", "/arenden/a", "/moten/a"],
)
def test_while_loading_everything_that_needs_the_index_says_when_to_come_back(
    empty_client: TestClient, address: str
) -> None:
    response = empty_client.get(address)
    assert response.status_code == 503
    assert response.json()["type"] == "/problem/laser-in"
    assert int(response.headers["Retry-After"]) > 0


def test_every_wrong_value_is_told_in_swedish_with_its_name(client: TestClient) -> None:
    problem = client.get("/v1/ask?q=a&limit=99&organ=b").json()
    assert problem["detail"] == (
        "”limit” ska vara högst 50, men är 99. "
        "”organ” är ingen känd parameter. Kontrollera stavningen eller ta bort den."
    )
    assert {error["location"] for error in problem["errors"]} == {"query"}


def test_a_method_that_is_not_allowed_names_those_that_are(client: TestClient) -> None:
    assert client.put("/v1/meetings").headers["Allow"] == "GET"


def test_a_fault_of_our_own_is_logged_and_shows_nothing(
    live: LiveIndex, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Answerer, "ask", fail)
    with TestClient(create_app(ServiceSettings(), live)) as client, caplog.at_level(logging.ERROR):
        response = client.get("/v1/ask?q=hemligt", headers={"X-Request-ID": "abc-1"})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert list(response.json()) == KEYS
    assert "secret" not in response.text
    assert "secret detail" in caplog.text
    assert "abc-1" in caplog.text
    assert "hemligt" not in caplog.text
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_reader_with_a_browser_gets_a_page_and_the_api_never_gives_one(client: TestClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml"}
    page = client.get("/nope", headers=browser)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "Adressen finns inte" in page.text
    assert client.get("/v1/nope", headers=browser).headers["content-type"] == "application/problem+json"
