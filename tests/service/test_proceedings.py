"""What became of an item: in the API, on its page and in the terminal."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from qa.answer import Answerer, make_question
from qa.citation import cite
from qa.index.generation import open_index
from qa.types import Filter, Role
from qa.voting import ItemVote
from service.api.schemas import ItemVoteOut
from service.app import create_app
from service.commands.proceedings_wording import item_vote_lines, proceedings_lines
from service.live_index import LiveIndex
from service.settings import ServiceSettings
from tests.fakes import FakeEncoder
from tests.indexes import build
from tests.proceedings import PROCEEDINGS, VOTE, voted_meeting
from tests.service.page import Page

ADDRESS = "/arenden/namnd/rost/1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("voted") / "index"
    build(folder, [voted_meeting()])
    return folder


@pytest.fixture(scope="module")
def reader(folder: Path) -> TestClient:
    live = LiveIndex(folder, FakeEncoder)
    live.refresh()
    return TestClient(create_app(ServiceSettings(), live))


def test_an_item_of_the_api_tells_what_became_of_it(reader: TestClient) -> None:
    became = reader.get("/v1/items/namnd/rost/1").json()["proceedings"]
    assert list(became) == ["outcomes", "motions", "votes", "reservations"]
    assert became["outcomes"][1] == {
        "kind": "avslag",
        "text": "Motionen avslås.",
        "page": None,
        "is_proposal": True,
    }
    assert became["motions"][0]["movers"] == [{"name": "Anna Ek", "party": "S"}]
    (vote,) = became["votes"]
    assert (vote["yes"], vote["no"], vote["abstained"], vote["absent"]) == (2, 1, 0, None)
    assert (vote["winner"], vote["agreement"], vote["page"]) == ("ja", "stämmer", 4)
    assert vote["ballots"][1] == {"name": "Bo Al", "party": "M", "choice": "nej"}
    assert became["reservations"][0]["members"] == [{"name": "Bo Al", "party": "M"}]


def test_an_item_of_which_nothing_became_has_empty_lists(reader: TestClient) -> None:
    became = reader.get("/v1/items/namnd/rost/2").json()["proceedings"]
    assert became == {"outcomes": [], "motions": [], "votes": [], "reservations": []}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("number", ["1", "2"])
def test_the_page_of_an_item_keeps_the_rules(reader: TestClient, number: str, language: str) -> None:
    address = f"/arenden/namnd/rost/{number}"
    page = Page(reader.get(address, headers={"Accept": "text/html", "Accept-Language": language}).text)
    assert page.faults() == []
    assert ("I korthet" in page.text or "In short" in page.text) == (number == "1")


def test_the_page_of_an_item_shows_outcome_motions_vote_and_reservations(reader: TestClient) -> None:
    text = Page(reader.get(ADDRESS).text).text
    for shown in (
        "Bifall Badhuset byggs.",
        "Föreslår: Avslag Motionen avslås.",
        "Ja 2 bifall till förslaget",
        "Nej 1 avslag",
        "Ja-sidan fick sin vilja fram. Kontrollerat: siffrorna stämmer med namnlistan.",
        "Så röstade var och en (3)",
        "Ja (2): Anna Ek (S), Kim Lo (S)",
        "S 2 0 0 0",
        "Bo Al (M) reserverar sig.",
    ):
        assert shown in text


def test_how_was_voted_comes_with_the_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.answer.POSSIBLE_FROM", 0.0)  # what the fake encoder finds is far from sure
    answerer = Answerer(open_index(folder), FakeEncoder())
    (one,) = answerer.ask(make_question("Hur röstade Bo Al om badhuset?", Filter(), 5)).votes
    assert (one.vote, one.citation.item_id) == (VOTE, "namnd/rost/1")
    assert [ballot.name for ballot in ItemVoteOut.model_validate(one).asked] == ["Bo Al"]


def test_the_page_of_an_answer_keeps_the_rules_with_votes(
    reader: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    citation = open_index(folder).passages[0].citation
    one = ItemVote(citation, VOTE, VOTE.ballots[1:2])
    monkeypatch.setattr("qa.answer.votes_asked_for", lambda *_: (one, one))
    page = Page(reader.get("/?q=hur+röstade+Bo+Al", headers={"Accept": "text/html"}).text)
    assert page.faults() == []
    assert "Omröstning 2" in page.text
    assert "De som frågan gäller Nej (1): Bo Al (M)" in page.text
    asked = reader.get("/v1/ask", params={"q": "hur röstade Bo Al"}).json()["votes"]
    assert [list(vote) for vote in asked] == [["citation", "vote", "asked"]] * 2


def test_the_terminal_tells_each_kind_on_lines_of_its_own() -> None:
    assert proceedings_lines(PROCEEDINGS) == [
        "Utfall: bifall: Badhuset byggs.",
        "Utfall: föreslår avslag: Motionen avslås.",
        "Yrkande: Anna Ek (S) yrkar bifall.",
        "Omröstning: 2 ja, 1 nej, 0 avstår; ja-sidan fick sin vilja fram; siffrorna stämmer med namnlistan",
        "Ja: bifall till förslaget. Nej: avslag.",
        "Reservation: Bo Al (M) reserverar sig.",
    ]


def test_the_terminal_tells_how_those_asked_about_voted() -> None:
    meeting = voted_meeting()
    one = ItemVote(cite(meeting, meeting.items[0], Role.VOTE, None), VOTE, VOTE.ballots)
    assert item_vote_lines(one)[-2:] == ["Ja: Anna Ek (S), Kim Lo (S)", "Nej: Bo Al (M)"]
