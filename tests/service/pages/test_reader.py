"""The pages: what a reader sees, without any script."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from qa.types import AgendaItem, Meeting, Role, Section
from service.app import create_app
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.meetings import Writer, make_item, make_meeting
from tests.service.page import Page


def test_the_search_page_offers_a_plain_form(client: TestClient) -> None:
    page = Page(client.get("/").text)
    (form,) = page.all("form")
    assert (form["method"], form["action"], form["role"]) == ("get", "/", "search")
    assert page.options("body") == ["", "Sundforum", "Sundnämnden"]
    assert page.options("section") == [""]


def test_hits_come_with_citation_first_and_links_that_lead_somewhere(client: TestClient) -> None:
    page = Page(client.get("/?q=serviceavgiften+mnkr").text)
    assert page.text.index("6 mars 2024 Sundnämnden § 1 Serviceavgift") < page.text.rindex("höjs till 14,5")
    items, meetings = page.links("/arenden/"), page.links("/moten/")
    assert len(items) == len(meetings) == 4
    for address in items + meetings:
        path, _, fragment = address.partition("#")
        response = client.get(path)
        assert response.status_code == 200
        assert unquote(fragment.partition(":~:")[0]) in Page(response.text).ids


def test_a_hit_leads_to_its_words_and_shows_which_of_them_were_asked_for(client: TestClient) -> None:
    response = client.get("/?q=hur+mycket+dyrare+blir+simhallen%3F")
    page = Page(response.text)
    assert page.links("/arenden/")[0] == (
        "/arenden/namnd/2024-03-06/2?stycke=namnd%2F2024-03-06%2F2%2F1"
        "#traff:~:text=Simhallen%20i%20%C3%96stervik%20blir%20dyrare.,Den%20%C3%B6ppnar%20h%C3%B6sten%202025."
    )
    assert "<mark>Simhallen</mark> i Östervik blir <mark>dyrare</mark>." in response.text
    assert "Ord ur frågan: simhallen, dyrare" in page.text
    assert "Inga av frågans ord" in page.text


def test_a_hit_says_why_it_was_found_and_the_page_how_the_question_was_read(client: TestClient) -> None:
    page = Page(client.get("/?q=Vad+beslutades+om+simhallan+i+mars+2024%3F").text)
    assert "Tolkade frågan som: mars 2024, beslut." in page.text
    assert "Varför denna träff?" in page.text
    assert "Lyft fram för att frågan nämner mars 2024." in page.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "§ 4 finns inte i protokollet från Sundnämnden 6 mars 2024. Där finns § 1–2."),
        ("en", "§ 4 is not in the minutes of Sundnämnden 6 March 2024. They have § 1–2."),
    ],
)
def test_an_item_that_is_not_in_the_named_minutes_is_told(
    client: TestClient, language: str, told: str
) -> None:
    address = f"/?q=Vad+beslutades+om+simhallen+i+§+4+den+6+mars+2024%3F&lang={language}"
    assert told in Page(client.get(address).text).text


def test_a_slip_is_said_and_can_be_searched_for_as_it_stands(client: TestClient) -> None:
    page = Page(client.get("/?q=Servisavgiften").text)
    assert "Läste ”Servisavgiften” som ”serviceavgiften”." in page.text
    (as_written,) = (address for address in page.links("/") if "understand=false" in address)
    page = Page(client.get(as_written).text)
    assert "Frågan lästes som den står. Låt frågan tolkas" in page.text
    assert "Läste" not in page.text


def test_the_form_keeps_what_was_asked(client: TestClient) -> None:
    asked = "/?q=simhallen&body=Sundforum&section=beslut&date_from=2023-01-01&date_to=2023-12-31"
    page = Page(client.get(asked).text)
    values = {field["name"]: field["value"] for field in page.all("input")}
    assert values == {"q": "simhallen", "date_from": "2023-01-01", "date_to": "2023-12-31"}
    assert [option["value"] for option in page.all("option") if "selected" in option] == [
        "Sundforum",
        "beslut",
    ]


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
        ("/?q=a&section=stycke", "”stycke” är ingen del av ett ärende"),
        ("/?q=a&limit=99", "”limit” i adressen är ”99”"),
        ("/?q=a&offset=-1", "”offset” i adressen är ”-1”"),
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


def test_each_sentence_of_an_answer_has_a_link_to_its_item(client: TestClient) -> None:
    question = "Höjs serviceavgiften till 14,5 mnkr?"
    spans = client.get("/v1/ask", params={"q": question}).json()["answer"]["spans"]
    links = Page(client.get("/", params={"q": question}).text).links("/arenden/")
    assert links[: len(spans)] == [f"/arenden/{span['citation']['item_id']}" for span in spans]


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
    assert len([link for link in first.links("/arenden/") if "stycke=" in link]) == 10
    (onward,) = first.links("/?q=avgift&offset")
    last = Page(client.get(onward).text)
    assert len([link for link in last.links("/arenden/") if "stycke=" in link]) == 5
    assert last.all("ol")[0]["start"] == "11"
    assert "Träff 11–15, bäst först, av 15 genomsökta stycken" in last.text
    assert last.links("/?q=avgift")[-1] == "/?q=avgift"
    beyond = Page(client.get("/?q=avgift&offset=20").text)
    assert "Det finns inga fler träffar" in beyond.text


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
        assert not [script for script in Page(html).all("script") if "integrity" not in script]
        assert "alert(" not in html or "&lt;script&gt;alert(" in html
        assert not any(Page(html).all(tag) for tag in ("b", "i", "u"))
        assert "javascript:" not in html


def replace_url(meeting: Meeting, url: str) -> Meeting:
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


def test_the_opening_of_the_minutes_is_a_page_too(live: LiveIndex, index_folder, client: TestClient) -> None:
    writer = Writer()
    section = Section(Role.ATTENDANCE, "Närvarande", (writer.paragraph("Ulla Ekdahl, ordförande"),))
    meeting = make_meeting("m", [make_item("m", "§ 1", "Avgift", "Avgiften höjs.")])
    build(index_folder, [replace(meeting, opening=(section,))])
    live.refresh()
    page = Page(client.get("/arenden/m/inledande-uppgifter").text)
    assert "Ulla Ekdahl" in page.text
    assert page.links("/arenden/") == ["/arenden/m/1"]


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


def test_a_page_comes_in_the_language_of_the_reader(client: TestClient) -> None:
    response = client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9,sv;q=0.5"})
    page = Page(response.text)
    assert page.all("html") == [{"lang": "en"}]
    assert (response.headers["Content-Language"], response.headers["Vary"]) == ("en", "Accept-Language")
    assert "What do the minutes say?" in page.text
    assert not page.links("/moten?")  # what the browser asks for need not be carried along


@pytest.mark.parametrize(
    ("language", "told"),
    [("sv", "Hittade inget säkert svar i protokollen"), ("en", "Found no certain answer in the minutes")],
)
def test_why_there_is_no_answer_is_said_in_the_language_of_the_page(
    client: TestClient, language: str, told: str
) -> None:
    page = Page(client.get(f"/?q=Varför+sköts+vargjakten+upp%3F&lang={language}").text)
    assert told in page.text


def test_a_language_that_is_chosen_is_carried_by_every_link_and_by_the_form(client: TestClient) -> None:
    page = Page(client.get("/?q=simhallen&lang=en").text)
    assert "6 March 2024" in page.text
    assert page.hidden() == {"lang": "en"}
    assert page.links("/")
    assert all("lang=en" in link for link in page.links("/"))
    assert page.other_language() == "/?q=simhallen&lang=sv"


def test_in_a_frame_the_page_has_no_frame_of_its_own(client: TestClient) -> None:
    page = Page(client.get("/?inbaddad=1&body=Sundforum").text)
    assert not page.all("header")
    assert page.hidden() == {"inbaddad": "1"}
    found = Page(client.get("/?inbaddad=1&q=simhallen").text)
    assert all("inbaddad=1" in link for link in found.links("/arenden/"))


def test_filters_alone_are_no_question(client: TestClient) -> None:
    response = client.get("/?body=Sundforum")
    assert response.status_code == 200
    assert "Inga träffar" not in response.text


def test_every_page_links_to_the_accessibility_statement_where_there_is_one(live: LiveIndex) -> None:
    address = "https://kommunen.example.org/tillganglighet"
    client = TestClient(create_app(ServiceSettings(accessibility_url=address), live))
    for path in ("/", "/moten", "/embed", "/?inbaddad=1"):
        assert Page(client.get(path).text).links(address)


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
