"""The page that shows an archivist which files want a look."""

from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from qa.errors import DocumentError
from qa.index.build import Source, build_index
from qa.reading import Doubt, DoubtKind, PersonalData, PersonalDataKind, PrivacyPolicy, Reading
from qa.types import Meeting
from service.live_index import LiveIndex
from tests.fakes import FakeEncoder
from tests.indexes import sources_of
from tests.meetings import sample_meetings
from tests.service.page import Page

NOTE = "Personuppgifter i § 1: personnummer (rad 8)."


def unreadable() -> Meeting:
    raise DocumentError("Filen är <b>trasig</b>.")


def show(folder: Path, live: LiveIndex, client: TestClient) -> str:
    """Index three meetings of which one is doubtful, and a file that cannot be read; get the page."""
    good, doubtful, undated = sample_meetings()
    reading = Reading(
        characters=100,
        covered=71,
        listed=4,
        doubts=(
            Doubt(DoubtKind.AGENDA, "”Budget” står i ärendelistan men hittades inte."),
            Doubt(DoubtKind.PERSONAL_DATA, NOTE, "x"),
        ),
        personal_data=(PersonalData(PersonalDataKind.PERSONAL_NUMBER, "x", 8),),
        privacy=PrivacyPolicy.WARN,
    )
    meetings = [good, replace(doubtful, reading=reading), replace(undated, warnings=("Datum saknas.",))]
    sources = [*sources_of(meetings, "2"), Source("trasig.txt", "1", unreadable)]
    build_index(folder, sources, FakeEncoder())
    live.refresh()
    return client.get("/kvalitet").text


def test_the_worst_file_comes_first_with_the_reason(
    index_folder: Path, live: LiveIndex, client: TestClient
) -> None:
    html = show(index_folder, live, client)
    text = Page(html).text
    places = [text.index(name) for name in ("trasig.txt", "forum/internat.txt", "forum/2023-02-01.txt")]
    assert places == sorted(places)
    assert "Filen är <b>trasig</b>." in text
    assert "1 ärende (4 i ärendelistan), 71 % av texten" in text
    assert "Utan anmärkning" in text
    assert text.index("Utan anmärkning") < text.index("namnd/2024-03-06.txt")


def test_the_page_leads_to_the_meetings(index_folder: Path, live: LiveIndex, client: TestClient) -> None:
    page = Page(show(index_folder, live, client))
    assert page.links("/moten/") == [
        "/moten/forum/internat",
        "/moten/forum/2023-02-01",
        "/moten/namnd/2024-03-06",
    ]
    assert 'href="/kvalitet"' in client.get("/moten").text


def test_no_page_tells_where_personal_data_stands(
    index_folder: Path, live: LiveIndex, client: TestClient
) -> None:
    assert "personnummer" not in show(index_folder, live, client).lower()
    for address in ("/moten/forum/2023-02-01", "/v1/meetings/forum/2023-02-01"):
        assert "personnummer" not in client.get(address).text.lower()
