"""The pages: what a reader sees, without any script."""

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from qa.types import AgendaItem, Meeting, Role, Section
from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import Writer, make_meeting


class Page(HTMLParser):
    """The parts of a page that are asked about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def links(self, start: str) -> list[str]:
        return [link["href"] for link in self.all("a") if (link.get("href") or "").startswith(start)]


PAGES = [
    "/",
    "/?q=serviceavgift",
    "/?q=serviceavgift&body=Sundforum&date_from=2023-01-01",
    "/?q=a&date_from=x",
    "/arenden/namnd/2024-03-06/1",
    "/moten",
    "/moten/namnd/2024-03-06",
    "/problem/finns-inte",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_swedish_labelled_and_free_of_inline_code(client: TestClient, address: str) -> None:
    page = Page(client.get(address).text)
    assert page.all("html") == [{"lang": "sv"}]
    assert len(page.all("h1")) == 1
    labels = {label["for"] for label in page.all("label")}
    fields = {field["id"] for tag in ("input", "select") for field in page.all(tag)}
    assert fields == labels
    assert not page.all("script")
    assert not page.all("style")
    assert not any("style" in attributes or "onclick" in attributes for _, attributes in page.tags)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_search_page_offers_a_plain_form(client: TestClient) -> None:
    page = Page(client.get("/").text)
    (form,) = page.all("form")
    assert (form["method"], form["action"], form["role"]) == ("get", "/", "search")
    assert [option["value"] for option in page.all("option")] == ["", "Sundforum", "Sundnämnden"]


def test_hits_come_with_citation_first_and_links_that_lead_somewhere(client: TestClient) -> None:
    page = Page(client.get("/?q=serviceavgiften+mnkr").text)
    assert page.text.index("Sundnämnden 6 mars 2024, § 1 Serviceavgift") < page.text.index("höjs till 14,5")
    items, meetings = page.links("/arenden/"), page.links("/moten/")
    assert len(items) == len(meetings) == 4
    for address in items + meetings:
        assert client.get(address).status_code == 200


def test_the_form_keeps_what_was_asked(client: TestClient) -> None:
    page = Page(client.get("/?q=simhallen&body=Sundforum&date_from=2023-01-01&date_to=2023-12-31").text)
    values = {field["name"]: field["value"] for field in page.all("input")}
    assert values == {"q": "simhallen", "date_from": "2023-01-01", "date_to": "2023-12-31"}
    assert [option["value"] for option in page.all("option") if "selected" in option] == ["Sundforum"]


def test_the_cited_passage_is_marked_in_its_item(client: TestClient) -> None:
    response = client.get("/arenden/namnd/2024-03-06/2?stycke=namnd/2024-03-06/2/1")
    assert '<p id="traff"><mark>Simhallen i Östervik blir dyrare.</mark></p>' in response.text
    assert "<mark>" not in client.get("/arenden/namnd/2024-03-06/2").text
    assert "<mark>" not in client.get("/arenden/namnd/2024-03-06/2?stycke=nope").text


def test_a_filter_without_hits_says_why(client: TestClient) -> None:
    text = Page(client.get("/?q=serviceavgift&date_from=2030-01-01").text).text
    assert "Inga träffar" in text
    assert "2030-01-01" in text


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("/?q=+&body=Sundforum", "Frågan är tom"),
        ("/?q=a&date_from=igår", "”igår” är inte ett datum"),
        ("/?q=a&date_from=2024-01-02&date_to=2024-01-01", "ligger efter"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_form(client: TestClient, address: str, message: str) -> None:
    response = client.get(address)
    assert response.status_code == 422
    page = Page(response.text)
    assert message in page.text
    assert page.all("form")
    assert any(attributes.get("role") == "alert" for _, attributes in page.tags)


def test_while_loading_the_page_stands_and_says_so(empty_client: TestClient) -> None:
    response = empty_client.get("/?q=avgift&body=Nämnden")
    page = Page(response.text)
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "läses in" in page.text
    assert page.links("/?q=avgift&body=N%C3%A4mnden")


def test_more_hits_are_a_link_away(live: LiveIndex, index_folder, client: TestClient) -> None:
    writer = Writer()
    items = [
        AgendaItem(
            f"m/{n}", f"§ {n}", "Avgift", (), (Section(Role.TEXT, "", (writer.paragraph(f"Avgift {n}."),)),)
        )
        for n in range(1, 16)
    ]
    build(index_folder, [make_meeting("m", items)])
    live.refresh()
    first = Page(client.get("/?q=avgift").text)
    assert len(first.links("/arenden/")) == 10
    (more,) = (link for link in first.links("/?q=avgift") if "limit=" in link)
    last = Page(client.get(more).text)
    assert len(last.links("/arenden/")) == 15
    assert not [link for link in last.links("/?q=avgift") if "limit=" in link]


def test_text_from_a_file_cannot_become_markup_or_script(
    live: LiveIndex, index_folder, client: TestClient
) -> None:
    writer = Writer()
    text = '<script>alert("x")</script> & avgift'
    section = Section(Role.DECISION, "<b>Beslut</b>", (writer.paragraph(text),))
    meeting = make_meeting(
        "m", [AgendaItem("m/1", "§ 1", "<i>Titel</i>", (), (section,))], body="<u>Organ</u>"
    )
    build(index_folder, [replace_url(meeting, "javascript:alert(1)")])
    live.refresh()
    for address in ("/?q=avgift", "/arenden/m/1?stycke=m/1/1", "/moten/m", "/?q=%3Cscript%3E&body=%3Cu%3E"):
        html = client.get(address).text
        assert not Page(html).all("script")
        assert not any(Page(html).all(tag) for tag in ("b", "i", "u"))
        assert "javascript:" not in html


def replace_url(meeting: Meeting, url: str) -> Meeting:
    from dataclasses import replace

    return replace(meeting, source_url=url)


def test_a_web_address_of_the_source_becomes_a_link(
    live: LiveIndex, index_folder, client: TestClient
) -> None:
    writer = Writer()
    section = Section(Role.TEXT, "", (writer.paragraph("Avgift."),))
    meeting = make_meeting("m", [AgendaItem("m/1", "§ 1", "Avgift", (), (section,))])
    build(index_folder, [replace_url(meeting, "https://example.org/m.pdf")])
    live.refresh()
    for address in ("/?q=avgift", "/arenden/m/1", "/moten/m"):
        assert Page(client.get(address).text).links("https://example.org/m.pdf")


def test_an_item_leads_to_its_neighbours(client: TestClient) -> None:
    assert Page(client.get("/arenden/namnd/2024-03-06/1").text).links("/arenden/") == [
        "/arenden/namnd/2024-03-06/2"
    ]


def test_all_meetings_are_listed_by_year_the_latest_first_and_the_unknown_last(client: TestClient) -> None:
    page = Page(client.get("/moten").text)
    assert page.links("/moten/") == [
        "/moten/namnd/2024-03-06",
        "/moten/forum/2023-02-01",
        "/moten/forum/internat",
    ]
    assert page.text.index("2024") < page.text.index("2023") < page.text.index("Datum okänt")


def test_invented_minutes_are_said_to_be_invented(live: LiveIndex, client: TestClient) -> None:
    example = TestClient(create_app(ServiceSettings(example=True), live))
    assert "påhittade exempelprotokoll" in Page(example.get("/").text).text
    assert "påhittade" not in Page(client.get("/").text).text


def test_behind_a_proxy_every_link_begins_with_its_path(live: LiveIndex) -> None:
    client = TestClient(create_app(ServiceSettings(), live), root_path="/protokoll")
    for address in ("/?q=serviceavgift", "/moten/forum/internat", "/docs"):
        page = Page(client.get(address).text)
        inner = [
            attributes[name]
            for _, attributes in page.tags
            for name in ("href", "src", "action")
            if (attributes.get(name) or "").startswith("/")
        ]
        assert inner
        assert all(link.startswith("/protokoll/") for link in inner)


def test_a_service_without_an_index_serves_the_search_page_of_nothing(tmp_path) -> None:
    live = LiveIndex(tmp_path, FakeEncoder)
    live.refresh()
    response = TestClient(create_app(ServiceSettings(), live)).get("/")
    assert response.status_code == 503
    assert "qa index" in response.text
