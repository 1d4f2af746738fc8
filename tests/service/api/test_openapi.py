import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def document(client: TestClient) -> dict:
    return client.get("/openapi.json").json()


def test_the_operations_keep_their_names(document: dict) -> None:
    names = {
        (method, path): operation["operationId"]
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    }
    assert document["openapi"].startswith("3.1")
    assert names == {
        ("get", "/v1/ask"): "ask",
        ("post", "/v1/ask"): "ask_with_body",
        ("get", "/v1/suggest"): "suggest",
        ("get", "/v1/meetings"): "list_meetings",
        ("get", "/v1/meetings/{meeting_id}"): "get_meeting",
        ("get", "/v1/items/{item_id}"): "get_item",
        ("get", "/v1/cases/{case_number}"): "get_case",
        ("get", "/healthz"): "healthz",
        ("get", "/readyz"): "readyz",
        ("get", "/version"): "version",
    }


def test_errors_are_described_as_problems(document: dict) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if status.startswith(("4", "5")):
                    assert list(response["content"]) == ["application/problem+json"]
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_every_operation_and_parameter_is_described(document: dict) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            assert operation["summary"]
            assert operation["description"]
            for parameter in operation.get("parameters", []):
                assert parameter["in"] == "path" or parameter["description"]


def test_the_description_is_shown_without_the_internet(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "http://" not in page
    assert "https://" not in page
    assert "<script>" not in page
    for asset in ("/docs-static/swagger-ui.css", "/docs-static/swagger-ui-bundle.js", "/static/docs.js"):
        assert asset in page
        assert client.get(asset).status_code == 200


def test_every_field_of_every_answer_is_described(document: dict) -> None:
    lacking = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, described in schema.get("properties", {}).items()
        if not described.get("description")
    ]
    assert not lacking
