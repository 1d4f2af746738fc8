from dataclasses import replace
from datetime import date

from qa.citation import cite
from qa.types import DateBasis, Role
from tests.meetings import make_item, make_meeting


def text_of(number: str, title: str, day: date | None = date(2024, 3, 6), page: int | None = None) -> str:
    item = make_item("m", number, title, "Text.")
    return cite(make_meeting("m", [item], day), item, Role.DECISION, page).text


def test_a_paragraph_is_cited_by_its_sign() -> None:
    assert text_of("§ 96", "Serviceavgift") == "Sundnämnden 6 mars 2024, § 96 Serviceavgift"


def test_a_numbered_item_is_cited_as_punkt() -> None:
    assert text_of("3", "Gemensam yta") == "Sundnämnden 6 mars 2024, punkt 3 Gemensam yta"


def test_an_unnumbered_item_is_cited_by_its_title() -> None:
    assert text_of("", "Serviceavgiften") == "Sundnämnden 6 mars 2024, Serviceavgiften"


def test_a_page_comes_last() -> None:
    assert text_of("§ 96", "Avgift", page=12) == "Sundnämnden 6 mars 2024, § 96 Avgift, s. 12"


def test_a_date_that_is_not_known_is_said_to_be_so() -> None:
    assert text_of("3", "Avgift", day=None) == "Sundnämnden (datum okänt), punkt 3 Avgift"


def test_a_meeting_without_a_body_is_cited_by_its_title() -> None:
    item = make_item("m", "3", "Avgift", "Text.")
    meeting = replace(
        make_meeting("m", [item], None, body=""), title="Internatet", date_basis=DateBasis.UNKNOWN
    )
    assert cite(meeting, item, Role.TEXT, None).text == "Internatet (datum okänt), punkt 3 Avgift"


def test_a_meeting_of_which_nothing_is_known_is_cited_by_its_file() -> None:
    item = make_item("m", "", "Avgift", "Text.")
    meeting = replace(make_meeting("m", [item], None, body=""), title="")
    assert cite(meeting, item, Role.TEXT, None).text == "m.txt (datum okänt), Avgift"
