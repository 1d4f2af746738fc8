"""The page of a case, and hits laid out on the search page, without any script."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.live_index import LiveIndex
from tests.indexes import build
from tests.service.cases import badhuset
from tests.service.page import Page

JOURNEY = "/diarienummer/KS%202023/45"
ADDRESSES = [
    JOURNEY,
    "/diarienummer/finns/inte",
    "/?q=badhuset&sort=date",
    "/?q=badhuset&group=case",
    "/?q=badhuset&group=meeting&limit=1&offset=1",
    "/?q=badhuset&group=case&sort=date",
    "/?q=badhuset&sort=x",
    "/?q=KS+2023/45",
]


@pytest.fixture(autouse=True)
def _minutes(live: LiveIndex, index_folder: Path) -> None:
    build(index_folder, badhuset())
    live.refresh()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_pages_keep_the_rules(client: TestClient, address: str, language: str) -> None:
    response = client.get(address, headers={"Accept": "text/html", "Accept-Language": language})
    assert Page(response.text).faults() == []


def test_the_page_of_a_case_tells_its_journey(client: TestClient) -> None:
    page = Page(client.get(JOURNEY).text)
    assert "Ärendets gång KS 2023/45" in page.text
    assert page.links("/arenden/") == [
        "/arenden/ks1/1",
        "/arenden/ks2/5",
        "/arenden/ks1/1",
        "/arenden/kf/3",
        "/arenden/ks2/5",
    ]
    order = [
        "10 januari 2023",
        "Bordläggning Ärendet bordläggs.",
        "7 februari 2023",
        "Bifall Badhuset byggs.",
        "Bordlagt den 10 januari 2023, § 1",
        "Bordlagt den 24 januari 2023, § 9 (finns inte bland protokollen här)",
        "5 mars 2024",
        "Hänvisar till ärendet.",
        "Föreslår: Antecknas",
        "Hänvisar till kommunstyrelsen den 7 februari 2023, § 5",
    ]
    places = [page.text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_the_page_of_a_case_comes_in_english_too(client: TestClient) -> None:
    page = Page(client.get(JOURNEY + "?lang=en").text)
    assert "The journey of the case KS 2023/45" in page.text
    assert all("lang=en" in link for link in page.links("/"))


def test_every_case_number_leads_to_its_journey(client: TestClient) -> None:
    for address in ("/arenden/ks1/1", "/moten/ks1", "/?q=badhuset"):
        assert JOURNEY in Page(client.get(address).text).links("/diarienummer/")


def test_a_question_that_names_a_case_leads_to_its_journey(client: TestClient) -> None:
    page = Page(client.get("/?q=vad+hände+med+ks2023/45").text)
    assert "Ärendets gång: KS 2023/45" in page.text
    assert JOURNEY in page.links("/diarienummer/")


def test_an_unknown_case_is_a_page_that_names_the_nearest(client: TestClient) -> None:
    response = client.get("/diarienummer/2023/45", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "Närmast är: KS 2023/45" in Page(response.text).text


def test_hits_laid_out_are_a_link_away_and_the_present_way_is_none(client: TestClient) -> None:
    page = Page(client.get("/?q=badhuset&sort=date").text)
    assert "/?q=badhuset" in page.links("/?q=badhuset")
    assert "/?q=badhuset&group=case" in page.links("/?q=badhuset")
    assert "/?q=badhuset&sort=date" not in page.links("/?q=badhuset")
    assert page.text.index("5 mars 2024") < page.text.index("10 januari 2023")
    assert "träffar hör till frågan, det nyaste sammanträdet först" in page.text


def test_groups_have_headings_and_a_link_to_the_journey(client: TestClient) -> None:
    page = Page(client.get("/?q=badhuset&group=case&sort=date").text)
    assert "De bästa träffarna i 2 grupper" in page.text
    assert page.text.index("Ärendets gång: KF 2024/2") < page.text.index("Ärendets gång: KS 2023/45")
    assert len(Page(client.get("/?q=badhuset&group=case").text).all("h4")) == 3


def test_more_groups_are_a_link_away(client: TestClient) -> None:
    first = Page(client.get("/?q=badhuset&group=meeting&limit=2").text)
    (onward,) = first.links("/?q=badhuset&limit=2&group=meeting&offset=")
    assert len(first.all("h4")) == 2
    assert len(Page(client.get(onward).text).all("h4")) == 1
