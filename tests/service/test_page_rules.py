"""The rules that every page keeps, whatever it shows."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from qa.types import AgendaItem, ParagraphKind, Person, Role, Section
from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import Writer, make_meeting
from tests.service.page import Page

ADDRESSES = [
    "/",
    "/?q=serviceavgift",
    "/?q=serviceavgift&limit=1&offset=1",
    "/?q=serviceavgift&body=Sundforum&date_from=2023-01-01",
    "/?q=serviceavgift&date_from=2030-01-01",
    "/?q=a&date_from=x",
    "/?q=serviceavgift&inbaddad=1",
    "/arenden/namnd/2024-03-06/1",
    "/arenden/namnd/2024-03-06/2?stycke=namnd/2024-03-06/2/1",
    "/arenden/forum/internat/vinterväghållning",
    "/arenden/finns/inte",
    "/moten",
    "/moten/namnd/2024-03-06",
    "/kvalitet",
    "/problem/finns-inte",
    "/embed",
    "/embed?mode=iframe&label=Fr%C3%A5ga&limit=0&accent=red&date_from=x&body=Sundforum",
    "/embed?mode=formular&accent=%23eeeeee",
    "/embed/kontroll",
    "/embed/kontroll?sida=nej",
    "/embed/kontroll?sida=https://intranet.example.org/&csp=default-src+'none'",
]


@pytest.fixture(scope="module")
def reader(built_index: Path) -> TestClient:
    """A reader of the sample meetings, whom nothing changes."""
    live = LiveIndex(built_index, FakeEncoder)
    live.refresh()
    return TestClient(create_app(ServiceSettings(cors_origins=("https://intranet.example.org",)), live))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_keeps_the_rules(reader: TestClient, address: str, language: str) -> None:
    response = reader.get(address, headers={"Accept": "text/html", "Accept-Language": language})
    assert Page(response.text).faults() == []


@pytest.mark.parametrize("address", ["/", "/?q=a", "/moten"])
def test_a_page_keeps_the_rules_while_nothing_is_loaded(empty_client: TestClient, address: str) -> None:
    assert Page(empty_client.get(address, headers={"Accept": "text/html"}).text).faults() == []


HOSTILE = (
    "</p></main><script>alert('x')</script><img src=x onerror=alert(1)>\" onclick=\"alert(2) avgift {{ 7*7 }}"
)


def test_minutes_that_hold_markup_change_no_page(live: LiveIndex, index_folder, client: TestClient) -> None:
    writer = Writer()
    paragraphs = tuple(writer.paragraph(HOSTILE, kind) for kind in ParagraphKind)
    item = AgendaItem("m/1", HOSTILE, HOSTILE, (HOSTILE,), (Section(Role.DECISION, HOSTILE, paragraphs),))
    meeting = replace(
        make_meeting("m", [item], body=HOSTILE),
        title=HOSTILE,
        place=HOSTILE,
        time=HOSTILE,
        date_note=HOSTILE,
        source_url="javascript:alert(3)",
        attendees=(Person(HOSTILE, HOSTILE, HOSTILE),),
        warnings=(HOSTILE,),
        opening=(Section(Role.ATTENDANCE, HOSTILE, paragraphs),),
    )
    build(index_folder, [meeting])
    live.refresh()
    addresses = [
        "/?q=avgift",
        "/arenden/m/1?stycke=m/1/1",
        "/arenden/m/inledande-uppgifter",
        f"/diarienummer/{quote(HOSTILE)}",
        "/moten/m",
        "/moten",
    ]
    addresses += ["/embed", f"/?q={HOSTILE}&body={HOSTILE}&section={HOSTILE}", f"/embed?label={HOSTILE}"]
    addresses += [
        f"/embed/kontroll?sida={HOSTILE}&csp={HOSTILE}",
        f"/embed/kontroll?api_url=https://x/{HOSTILE}",
    ]
    for address in addresses:
        page = Page(client.get(address).text)
        assert page.faults() == [], address
        assert "alert" in page.text or address in ("/moten", "/embed")
        assert not page.all("img")
        assert "49" not in page.text.replace("/v1", "")
