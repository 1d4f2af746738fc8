"""``GET /v1/cases``: a case as callers see it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from qa.arrangement import RELEVANT_FROM
from service.live_index import LiveIndex
from tests.indexes import build
from tests.service.cases import badhuset

CASE_KEYS = ["case_number", "title", "steps", "related_case_numbers", "index_version"]
STEP_KEYS = ["item_id", "belonging", "citation", "outcomes", "references", "referred_by"]


@pytest.fixture(autouse=True)
def _minutes(live: LiveIndex, index_folder: Path) -> None:
    build(index_folder, badhuset())
    live.refresh()


def test_a_case_has_exactly_the_promised_names(client: TestClient) -> None:
    case = client.get("/v1/cases/KS 2023/45").json()
    assert list(case) == CASE_KEYS
    assert [list(step) for step in case["steps"]] == [STEP_KEYS] * 3
    assert list(case["steps"][1]["references"][0]) == ["tie", "text", "body", "item_id", "case_number"]
    assert list(case["steps"][1]["outcomes"][0]) == ["kind", "text", "page", "is_proposal"]


def test_a_case_is_told_in_order_of_time_with_outcomes_and_references(client: TestClient) -> None:
    case = client.get("/v1/cases/ks-2023/45").json()
    assert (case["case_number"], case["title"]) == ("KS 2023/45", "Badhuset i Östervik")
    first, second, third = case["steps"]
    assert [step["belonging"] for step in case["steps"]] == ["diarienummer", "diarienummer", "hänvisar"]
    assert first["citation"]["text"] == "Kommunstyrelsen 10 januari 2023, § 1 Badhuset i Östervik"
    assert first["outcomes"] == [
        {"kind": "bordläggning", "text": "Ärendet bordläggs.", "page": None, "is_proposal": False}
    ]
    assert first["referred_by"] == ["ks2/5"]
    assert [(each["tie"], each["item_id"]) for each in second["references"]] == [
        ("bordläggning", "ks1/1"),
        ("bordläggning", None),
    ]
    assert [(each["body"], each["item_id"]) for each in third["references"]] == [("kommunstyrelsen", "ks2/5")]


@pytest.mark.parametrize("typed", ["ks 2023 45", "KS2023-0045", "KS-2023-00045"])
def test_a_number_may_be_typed_otherwise_than_printed(client: TestClient, typed: str) -> None:
    assert client.get(f"/v1/cases/{typed}").json()["case_number"] == "KS 2023/45"
    understood = client.get("/v1/ask", params={"q": f"vad hände med {typed}?"}).json()["understood"]
    assert understood["case_numbers"] == ["KS 2023/45"]
    assert understood["corrections"] == [{"said": typed, "read_as": "KS 2023/45"}]
    assert f"”{typed}” som ”KS 2023/45”" in understood["text"]


def test_no_number_at_all_is_refused_with_what_to_write(client: TestClient) -> None:
    response = client.get("/v1/cases/ ")
    assert response.status_code == 422
    assert response.json()["detail"].startswith("Diarienumret är tomt. Skriv det som")


def test_every_item_of_a_case_can_be_fetched(client: TestClient) -> None:
    for step in client.get("/v1/cases/KS 2023/45").json()["steps"]:
        assert client.get(f"/v1/items/{step['item_id']}").json()["title"] == "Badhuset i Östervik"


def test_a_case_can_be_confirmed_without_sending_it_again(client: TestClient) -> None:
    first = client.get("/v1/cases/KS 2023/45")
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get("/v1/cases/KS 2023/45", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/v1/cases/KF 2024/2", headers=known).status_code == 200


def test_an_unknown_case_is_a_problem_that_names_the_nearest(client: TestClient) -> None:
    response = client.get("/v1/cases/2023/45")
    assert response.status_code == 404
    assert response.json()["type"] == "/problem/finns-inte"
    assert "KS 2023/45" in response.json()["detail"]


def test_hits_come_by_date_and_their_ranks_stay(client: TestClient) -> None:
    ranked = client.get("/v1/ask", params={"q": "badhuset"}).json()
    dated = client.get("/v1/ask", params={"q": "badhuset", "sort": "date"}).json()
    relevant = [hit for hit in ranked["hits"] if hit["confidence"] >= RELEVANT_FROM]
    newest_first = sorted(relevant, key=lambda hit: hit["citation"]["meeting_date"], reverse=True)
    assert len(relevant) > 1
    assert dated["hits"] == newest_first
    assert (ranked["groups"], ranked["listed"]) == (None, None)
    assert (dated["groups"], dated["listed"]) == (None, len(relevant))


def test_hits_are_gathered_case_by_case_and_stay_in_hits_too(client: TestClient) -> None:
    answer = client.get("/v1/ask", params={"q": "badhuset", "group": "case"}).json()
    assert {group["key"]: len(group["hits"]) for group in answer["groups"]} == {
        "KF 2024/2": 1,
        "KS 2023/45": 2,
    }
    assert [hit for group in answer["groups"] for hit in group["hits"]] == answer["hits"]
    assert answer["listed"] == 2


@pytest.mark.parametrize("way", ["sort=date", "group=case", "group=meeting", "group=case&sort=date"])
def test_the_parts_of_hits_laid_out_joined_are_the_whole(client: TestClient, way: str) -> None:
    whole = client.get(f"/v1/ask?q=badhuset&{way}").json()
    seen, address = [], f"/v1/ask?q=badhuset&{way}&limit=1"
    while address:
        response = client.get(address)
        assert response.json()["listed"] == whole["listed"]
        seen += response.json()["hits"]
        address = response.links.get("next", {}).get("url")
    assert seen == whole["hits"]


def test_another_layout_has_another_tag(client: TestClient) -> None:
    ways = ({}, {"sort": "date"}, {"group": "case"}, {"group": "meeting"}, {"sort": "date", "group": "case"})
    tags = {client.get("/v1/ask", params={"q": "badhuset", **way}).headers["ETag"] for way in ways}
    assert len(tags) == len(ways)


def test_layouts_can_be_asked_for_with_a_body_and_empty_ones_are_none(client: TestClient) -> None:
    posted = client.post("/v1/ask", json={"q": "badhuset", "sort": "date", "group": "case"}).json()
    assert [group["key"] for group in posted["groups"]] == ["KF 2024/2", "KS 2023/45"]
    assert client.get("/v1/ask?q=badhuset&sort=&group=").json()["listed"] is None


@pytest.mark.parametrize(("name", "choices"), [("sort", "relevance, date"), ("group", "case, meeting")])
def test_an_unknown_layout_is_refused_with_those_there_are(
    client: TestClient, name: str, choices: str
) -> None:
    response = client.get("/v1/ask", params={"q": "badhuset", name: "färg"})
    assert response.status_code == 422
    assert "färg" in response.json()["detail"]
    assert choices in response.json()["detail"]
