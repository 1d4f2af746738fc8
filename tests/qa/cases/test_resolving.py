from dataclasses import replace
from datetime import date

from qa.cases.mentions import item_mentions
from qa.cases.resolving import Directory, Located
from qa.types import Meeting
from tests.meetings import make_item, make_meeting

EARLY, LATE = date(2023, 1, 10), date(2023, 2, 7)


def meeting(name: str, body: str, day: date, *items: tuple[str, str, str]) -> Meeting:
    return make_meeting(
        name, [make_item(name, number, title, case=case) for number, title, case in items], day, body
    )


def resolved(text: str, *others: Meeting, body: str = "Kommunstyrelsen", case: str = "KS-1") -> str | None:
    """The id of the item that a text means, spoken by § 9 of a later meeting."""
    item = make_item("nu", "§ 9", "Badhuset", text, case=case)
    own = make_meeting("nu", [item, make_item("nu", "§ 3", "Rapport")], LATE, body)
    (mention,) = item_mentions(item)
    meant = Directory([*others, own]).resolve(Located(own, item), mention)
    return meant.item.id if meant else None


STYRELSEN = meeting("ks", "Kommunstyrelsen", EARLY, ("§ 5", "Badhuset", "KS-1"), ("§ 6", "Annat", "KS-2"))
FULLMAKTIGE = meeting("kf", "Kommunfullmäktige", EARLY, ("§ 5", "Skolan", "KS-3"))
NAMNDEN = meeting("bn", "Byggnadsnämnden", EARLY, ("§ 5", "Badhuset", "KS-1"), ("§ 8", "Bygglov", "BN-1"))


def test_a_text_that_names_no_body_means_its_own() -> None:
    assert resolved("Bordlagt den 10 januari 2023, § 5.", STYRELSEN, FULLMAKTIGE) == "ks/5"


def test_a_body_that_is_named_is_the_one_meant() -> None:
    assert resolved("Kommunfullmäktige 2023-01-10 § 5", STYRELSEN, FULLMAKTIGE) == "kf/5"
    assert resolved("KF § 5/2023", STYRELSEN, FULLMAKTIGE) == "kf/5"


def test_an_item_of_another_body_than_named_is_never_taken() -> None:
    assert resolved("Tekniska nämnden 2023-01-10 § 5", STYRELSEN, FULLMAKTIGE, NAMNDEN) is None


def test_without_own_minutes_of_that_day_another_body_counts_only_for_the_same_case() -> None:
    assert resolved("Bordlagt den 10 januari 2023, § 5.", FULLMAKTIGE) is None
    assert resolved("Bordlagt den 10 januari 2023, § 5.", FULLMAKTIGE, NAMNDEN) == "bn/5"
    assert resolved("Nämndens beslut den 10 januari 2023, § 5.", FULLMAKTIGE, NAMNDEN) == "bn/5"
    assert resolved("Nämndens beslut den 10 januari 2023, § 8.", FULLMAKTIGE, NAMNDEN) is None


def test_of_two_items_none_is_taken_unless_one_alone_is_the_same_case() -> None:
    twins = meeting("x", "Kommunstyrelsen", EARLY, ("§ 5", "Ett", "KS-8"), ("§ 5", "Två", "KS-9"))
    assert resolved("Bordlagt den 10 januari 2023, § 5.", twins) is None
    assert resolved("Bordlagt den 10 januari 2023, § 5.", twins, case="KS-9") == "x/5"


def test_a_number_of_a_year_must_be_the_only_one_of_that_year() -> None:
    again = meeting("ks2", "Kommunstyrelsen", date(2023, 5, 2), ("§ 6", "Annat", "KS-7"))
    assert resolved("KS § 6/2023", STYRELSEN) == "ks/6"
    assert resolved("KS § 6/2023", STYRELSEN, again) is None
    assert resolved("KS § 6/2022", STYRELSEN) is None


def test_a_day_alone_takes_the_item_of_the_same_case() -> None:
    text = "Återremitterat från kommunstyrelsen den 10 januari 2023."
    assert resolved(text, STYRELSEN) == "ks/5"
    assert resolved(text, STYRELSEN, case="KS-4711") == "ks/5"  # the same title
    assert resolved(text, meeting("ks", "Kommunstyrelsen", EARLY, ("§ 6", "Annat", "KS-2"))) is None


def test_every_day_of_a_meeting_is_its_day() -> None:
    days = replace(STYRELSEN, end_date=date(2023, 1, 11))
    assert resolved("Bordlagt den 11 januari 2023, § 5.", days) == "ks/5"
    assert resolved("Bordlagt den 12 januari 2023, § 5.", days) is None


def test_an_item_of_the_same_minutes_is_found_and_never_itself() -> None:
    assert resolved("Se § 3 i detta protokoll.") == "nu/3"
    assert resolved("Se § 9 i detta protokoll.") is None


def test_a_body_of_another_place_is_another_body() -> None:
    elsewhere = meeting("ks", "Kommunstyrelsen i Skärvik", EARLY, ("§ 5", "Skolan", "X-1"))
    assert (
        resolved("Kommunstyrelsen 2023-01-10 § 5", elsewhere, body="Kommunfullmäktige i Sundköping") is None
    )
    here = meeting("ks", "Kommunstyrelsen i Sundköping", EARLY, ("§ 5", "Skolan", "X-1"))
    assert resolved("Kommunstyrelsen 2023-01-10 § 5", here, body="Kommunfullmäktige i Sundköping") == "ks/5"
