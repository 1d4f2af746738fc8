"""The API as callers see it: exact names, filters, conditional requests."""

import pytest
from fastapi.testclient import TestClient

from tests.meetings import sample_meetings

ANSWER_KEYS = [
    "question", "language", "answer", "no_answer_reason",
    "understood", "hits", "groups", "votes", "total", "listed", "took_ms", "index_version", "model",
]  # fmt: skip
HIT_KEYS = ["rank", "passage_id", "score", "confidence", "text", "citation", "why"]
CITATION_KEYS = [
    "text", "body", "meeting_id", "meeting_date", "meeting_end_date", "date_basis", "item_id", "item_number",
    "item_title", "case_numbers", "section", "page", "source_file", "source_url",
]  # fmt: skip


def ask(client: TestClient, **parameters: str | int) -> dict:
    response = client.get("/v1/ask", params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def test_an_answer_has_exactly_the_promised_names(client: TestClient) -> None:
    answer = ask(client, q="Vad sades om serviceavgiften?")
    assert list(answer) == ANSWER_KEYS
    assert [list(hit) for hit in answer["hits"]] == [HIT_KEYS] * len(answer["hits"])
    assert [list(hit["citation"]) for hit in answer["hits"]] == [CITATION_KEYS] * len(answer["hits"])


def test_the_right_passage_comes_first_with_its_citation(client: TestClient) -> None:
    answer = ask(client, q="serviceavgiften 14,5 mnkr")
    first = answer["hits"][0]
    assert answer["question"] == "serviceavgiften 14,5 mnkr"
    assert answer["language"] == "sv"
    assert answer["answer"]["spans"][0]["text"] == "Serviceavgiften höjs till 14,5 mnkr."
    assert answer["no_answer_reason"] is None
    assert answer["model"] == "fake"
    assert answer["total"] == 4
    assert answer["took_ms"] >= 0
    assert first["rank"] == 1
    assert first["text"] == "Serviceavgiften höjs till 14,5 mnkr."
    assert first["citation"]["text"] == "Sundnämnden 6 mars 2024, § 1 Serviceavgift"
    assert first["citation"]["meeting_date"] == "2024-03-06"
    assert first["citation"]["meeting_end_date"] is None
    assert first["citation"]["case_numbers"] == ["SN-2024-00012"]
    assert [hit["rank"] for hit in answer["hits"]] == [1, 2, 3, 4]


def test_get_and_post_give_the_same_answer(client: TestClient) -> None:
    got = ask(client, q="simhallen", limit=2, body="Sundnämnden")
    posted = client.post("/v1/ask", json={"q": "simhallen", "limit": 2, "body": "Sundnämnden"}).json()
    assert got | {"took_ms": 0} == posted | {"took_ms": 0}


@pytest.mark.parametrize(
    ("where", "files"),
    [
        ({"body": "sundforum"}, {"forum/2023-02-01.txt", "forum/internat.txt"}),
        ({"date_from": "2024-01-01"}, {"namnd/2024-03-06.txt"}),
        ({"date_to": "2023-12-31"}, {"forum/2023-02-01.txt"}),
        ({"date_from": "2023-02-01", "date_to": "2023-02-01"}, {"forum/2023-02-01.txt"}),
        ({"case_number": "SN-2024-00012"}, {"namnd/2024-03-06.txt"}),
        ({"file": "forum/internat.txt"}, {"forum/internat.txt"}),
        ({"body": "", "date_from": "", "file": ""}, {m.source_file for m in sample_meetings()}),
    ],
)
def test_filters_let_through_what_they_name(
    client: TestClient, where: dict[str, str], files: set[str]
) -> None:
    answer = ask(client, q="serviceavgift", **where)
    assert {hit["citation"]["source_file"] for hit in answer["hits"]} == files


def test_a_part_of_the_item_can_be_asked_for(client: TestClient) -> None:
    assert ask(client, q="serviceavgift", section="Text")["total"] == 4
    assert ask(client, q="serviceavgift", section="beslut")["total"] == 0
    refused = client.get("/v1/ask", params={"q": "a", "section": "avsnitt"})
    assert refused.json()["type"] == "/problem/ogiltigt-filter"
    assert "yrkande" in refused.json()["detail"]


def test_further_hits_are_a_link_away_in_both_directions(client: TestClient) -> None:
    whole = [hit["passage_id"] for hit in ask(client, q="serviceavgift")["hits"]]
    seen, address, back = [], "/v1/ask?q=serviceavgift&limit=3", None
    while address:
        response = client.get(address)
        seen += [(hit["rank"], hit["passage_id"]) for hit in response.json()["hits"]]
        back = response.links.get("prev", {}).get("url")
        address = response.links.get("next", {}).get("url")
    assert seen == list(enumerate(whole, start=1))
    assert client.get(back).json()["hits"][0]["rank"] == 1


def test_suggestions_have_exactly_the_promised_names(client: TestClient) -> None:
    response = client.get("/v1/suggest", params={"q": "s"})
    assert response.json() == {"suggestions": []}
    response = client.get("/v1/suggest", params={"q": "sn-2024"})
    assert response.json() == {"suggestions": [{"text": "SN-2024-00012", "kind": "case_number"}]}
    response = client.get("/v1/suggest", params={"q": "SIM", "limit": 1})
    assert response.json() == {"suggestions": [{"text": "Simhallen", "kind": "title"}]}


def test_suggestions_can_be_confirmed_without_sending_them_again(client: TestClient) -> None:
    first = client.get("/v1/suggest", params={"q": "simh"})
    again = client.get("/v1/suggest", params={"q": "simh"}, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("parameters", [{}, {"q": "a" * 2001}, {"q": "a", "limit": 0}, {"q": "a", "x": 1}])
def test_suggestions_for_nonsense_are_refused_in_swedish(client: TestClient, parameters: dict) -> None:
    response = client.get("/v1/suggest", params=parameters)
    assert response.status_code == 422
    assert "”" in response.json()["detail"]


def test_a_filter_that_matches_nothing_gives_no_hits_and_says_why(client: TestClient) -> None:
    answer = ask(client, q="serviceavgift", body="Finns inte")
    assert (answer["hits"], answer["total"]) == ([], 0)
    assert answer["no_answer_reason"] == (
        "Inget organ i protokollen heter ”Finns inte”. Närmast är: Sundforum och Sundnämnden."
    )


def test_the_question_is_given_back_composed_and_trimmed(client: TestClient) -> None:
    assert ask(client, q="  Va\u030ard  ")["question"] == "Vård"


def test_an_answer_can_be_confirmed_without_sending_it_again(client: TestClient) -> None:
    first = client.get("/v1/ask", params={"q": "simhallen"})
    again = client.get("/v1/ask", params={"q": "simhallen"}, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == first.headers["ETag"]
    other = client.get("/v1/ask", params={"q": "simhall"}, headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_meetings_are_listed_in_order_of_time_with_the_unknown_first(client: TestClient) -> None:
    listed = client.get("/v1/meetings").json()
    assert list(listed) == ["meetings", "total", "limit", "offset", "index_version"]
    assert [meeting["id"] for meeting in listed["meetings"]] == [
        "forum/internat",
        "forum/2023-02-01",
        "namnd/2024-03-06",
    ]
    assert [meeting["item_count"] for meeting in listed["meetings"]] == [1, 1, 2]


def test_meetings_can_be_filtered(client: TestClient) -> None:
    listed = client.get("/v1/meetings", params={"body": "Sundforum", "date_from": "2023-01-01"}).json()
    assert [meeting["id"] for meeting in listed["meetings"]] == ["forum/2023-02-01"]
    assert listed["total"] == 1


def test_a_long_list_of_meetings_leads_on_to_its_next_part(client: TestClient) -> None:
    seen, address = [], "/v1/meetings?limit=1"
    while address:
        response = client.get(address)
        seen += [meeting["id"] for meeting in response.json()["meetings"]]
        assert response.json()["total"] == 3
        address = response.links.get("next", {}).get("url")
    assert seen == ["forum/internat", "forum/2023-02-01", "namnd/2024-03-06"]


def test_a_meeting_lists_its_items(client: TestClient) -> None:
    meeting = client.get("/v1/meetings/namnd/2024-03-06").json()
    assert [item["number"] for item in meeting["items"]] == ["§ 1", "§ 2"]
    assert meeting["date"] == "2024-03-06"
    assert meeting["attendees"] == []


def test_an_item_has_its_whole_text(client: TestClient) -> None:
    item = client.get("/v1/items/namnd/2024-03-06/2").json()
    assert item["title"] == "Simhallen"
    assert [paragraph["text"] for paragraph in item["sections"][0]["paragraphs"]] == [
        "Simhallen i Östervik blir dyrare.",
        "Den öppnar hösten 2025.",
    ]
    assert item["meeting"]["id"] == "namnd/2024-03-06"


def test_every_id_in_an_answer_leads_to_its_meeting_and_item(client: TestClient) -> None:
    for hit in ask(client, q="serviceavgift")["hits"]:
        citation = hit["citation"]
        assert client.get(f"/v1/meetings/{citation['meeting_id']}").json()["id"] == citation["meeting_id"]
        assert client.get(f"/v1/items/{citation['item_id']}").json()["id"] == citation["item_id"]


def test_the_probes_tell_alive_from_ready(client: TestClient, empty_client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}
    assert empty_client.get("/healthz").status_code == 200
    assert empty_client.get("/readyz").status_code == 503


def test_the_version_is_told_before_and_after_loading(client: TestClient, empty_client: TestClient) -> None:
    ready = client.get("/version").json()
    assert list(ready) == ["version", "index_version", "model", "meetings"]
    assert (ready["model"], ready["meetings"]) == ("fake", 3)
    assert empty_client.get("/version").json() == {
        "version": ready["version"],
        "index_version": None,
        "model": None,
        "meetings": None,
    }


def test_what_was_understood_and_why_is_told_in_parts_and_as_text(client: TestClient) -> None:
    answer = ask(client, q="Vem reserverade sig mot servisavgiften i § 1 i mars 2024?")
    assert answer["understood"] == {
        "periods": [{"first": "2024-03-01", "last": "2024-03-31"}],
        "bodies": [],
        "case_numbers": [],
        "item_numbers": ["§ 1"],
        "people": [],
        "wishes": ["reservation", "person eller organ"],
        "corrections": [{"said": "servisavgiften", "read_as": "serviceavgiften"}],
        "absent_items": [],
        "text": "Tolkade frågan som: mars 2024, § 1, reservation, person eller organ. "
        "Läste ”servisavgiften” som ”serviceavgiften”.",
    }
    why = answer["hits"][0]["why"]
    assert list(why) == ["words", "nearness", "section", "preferred", "filters", "text"]
    assert why["words"][0] == {
        "asked": "servisavgiften",
        "found": "serviceavgiften",
        "kind": "corrected",
        "parts": [],
        "in_heading": False,
    }
    assert why["preferred"] == [
        {"aspect": "period", "text": "mars 2024"},
        {"aspect": "item_number", "text": "§ 1"},
    ]


def test_an_item_that_the_named_meeting_does_not_have_is_told(client: TestClient) -> None:
    understood = ask(client, q="Vad står i § 4 från den 6 mars 2024?")["understood"]
    told = "§ 4 finns inte i protokollet från Sundnämnden 6 mars 2024. Där finns § 1–2."
    assert understood["absent_items"] == [{"number": "§ 4", "meeting_id": "namnd/2024-03-06", "text": told}]
    assert understood["text"] == f"Tolkade frågan som: 6 mars 2024. {told}"
    read_as_written = ask(client, q="Vad står i § 4 från den 6 mars 2024?", understand="false")
    assert read_as_written["understood"]["absent_items"] == []


def test_understanding_can_be_switched_off(client: TestClient) -> None:
    answer = ask(client, q="servisavgiften i mars 2024", understand="false")
    assert not any(answer["understood"].values())
    assert all(hit["why"]["preferred"] == [] for hit in answer["hits"])
