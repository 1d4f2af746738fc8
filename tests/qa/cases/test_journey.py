from datetime import date

import pytest

from qa.cases.journey import Belonging, Case, CaseBook
from qa.cases.mentions import Tie
from qa.errors import NotFoundError
from qa.types import Meeting
from tests.meetings import make_item, make_meeting

DAYS = (date(2023, 1, 10), date(2023, 2, 7), date(2023, 3, 7), date(2023, 4, 4))


def meeting(place: int, *items: tuple[str, str, str, str], body: str = "Kommunstyrelsen") -> Meeting:
    """A meeting ``m<place>`` with items of number, title, text and case number."""
    name = f"m{place}"
    made = [make_item(name, number, title, text, case=case) for number, title, text, case in items]
    return make_meeting(name, made, DAYS[place], body)


def ways(case: Case) -> list[tuple[str, Belonging]]:
    return [(step.item.id, step.belonging) for step in case.steps]


def test_the_items_of_a_number_come_in_order_of_time_with_their_meeting_and_citation() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Badhuset", "Ärendet bordläggs.", "KS 2023/1")),
            meeting(
                1, ("§ 4", "Annat", "Bifall.", "KS 2023/2"), ("§ 5", "Nytt badhus", "Bifall.", "KS-2023/1")
            ),
        ]
    )
    case = book.journey("dnr ks 2023/1")
    assert (case.number, case.title) == ("KS-2023/1", "Nytt badhus")
    assert ways(case) == [("m0/1", Belonging.HAS_NUMBER), ("m1/5", Belonging.HAS_NUMBER)]
    assert case.steps[0].meeting.id == "m0"
    assert case.steps[0].citation.text == "Kommunstyrelsen 10 januari 2023, § 1 Badhuset"


def test_items_that_refer_and_are_referred_to_belong_to_the_case() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Uppdrag", "Utred.", "KS 2022/9")),
            meeting(1, ("§ 5", "Badhuset", "Uppdraget den 10 januari 2023, § 1, är klart.", "KS 2023/1")),
            meeting(2, ("§ 6", "Uppföljning", "Beslutet den 7 februari 2023, § 5, följs.", "KS 2023/8")),
            meeting(3, ("§ 7", "Läget", "Se KS 2023/1.", "KS 2023/9")),
        ]
    )
    case = book.journey("KS 2023/1")
    assert ways(case) == [
        ("m0/1", Belonging.REFERRED_TO),
        ("m1/5", Belonging.HAS_NUMBER),
        ("m2/6", Belonging.REFERS),
        ("m3/7", Belonging.REFERS),
    ]
    assert case.steps[0].referred_by == ("m1/5",)
    assert [(each.text, each.item_id) for each in case.steps[1].references] == [
        ("den 10 januari 2023, § 1", "m0/1")
    ]
    assert [(each.text, each.case_number) for each in case.steps[3].references] == [
        ("KS 2023/1", "KS 2023/1")
    ]


def test_what_was_put_off_is_followed_to_its_ends_where_it_has_no_number() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Badhuset", "Bordläggs.", "")),
            meeting(1, ("§ 2", "Badhuset", "Bordlagt den 10 januari 2023, § 1.", "")),
            meeting(2, ("§ 3", "Badhuset", "Återremitterat den 7 februari 2023, § 2.", "KS 2023/1")),
            meeting(3, ("§ 4", "Badhuset", "Bordlagt den 7 mars 2023, § 3.", "")),
        ]
    )
    case = book.journey("KS 2023/1")
    assert [step.item.id for step in case.steps] == ["m0/1", "m1/2", "m2/3", "m3/4"]
    assert [reference.tie for reference in case.steps[1].references] == [Tie.POSTPONED]


def test_a_list_of_many_assignments_does_not_draw_in_the_others_of_its_list() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Badhuset", "Utred.", "KS 2023/1"), ("§ 2", "Skolan", "Utred.", "KS 2023/2")),
            meeting(
                1,
                ("§ 9", "Återrapport", "Uppdragen 2023-01-10 § 1 och 2023-01-10 § 2 är klara.", "KS 2023/3"),
            ),
        ]
    )
    case = book.journey("KS 2023/1")
    assert [step.item.id for step in case.steps] == ["m0/1", "m1/9"]
    assert [reference.item_id for reference in case.steps[1].references] == ["m0/1"]


def test_a_chain_stops_at_an_item_of_another_number() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Skolan", "Bordläggs.", "")),
            meeting(1, ("§ 2", "Skolan", "Bordlagt den 10 januari 2023, § 1.", "KS 2023/2")),
            meeting(2, ("§ 3", "Badhuset", "Bordlagt den 7 februari 2023, § 2.", "KS 2023/1")),
        ]
    )
    assert [step.item.id for step in book.journey("KS 2023/1").steps] == ["m1/2", "m2/3"]


def test_a_reference_that_the_index_does_not_have_is_kept_as_its_words() -> None:
    book = CaseBook([meeting(1, ("§ 5", "Badhuset", "Bordlagt den 10 januari 2023, § 1.", "KS 2023/1"))])
    (step,) = book.journey("KS 2023/1").steps
    assert [(each.text, each.item_id) for each in step.references] == [("den 10 januari 2023, § 1", None)]


def test_other_numbers_that_its_items_carry_or_name_are_related() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Skolan", "Utred.", "KS 2023/2")),
            meeting(1, ("§ 5", "Badhuset", "Hör ihop med KS 2023/2 och KS 1999/7.", "KS 2023/1")),
        ]
    )
    assert book.journey("KS 2023/1").related_numbers == ("KS 2023/2",)
    assert book.journey("KS 2023/2").steps[-1].belonging is Belonging.REFERS


def test_an_unknown_number_is_said_with_those_that_are_nearest() -> None:
    book = CaseBook([meeting(0, ("§ 1", "Badhuset", "Text.", "KS-2023-00012"))])
    with pytest.raises(NotFoundError, match=r"”2023-00012”.*Närmast är: KS-2023-00012"):
        book.journey("2023-00012")
    with pytest.raises(NotFoundError, match="till exempel RS-2023-00123"):
        book.journey("båt")


def test_a_number_is_printed_as_the_newest_item_has_it() -> None:
    book = CaseBook(
        [
            meeting(0, ("§ 1", "Badhuset", "Text.", "KS 2023/1")),
            meeting(1, ("§ 1", "Badhuset", "Text.", "KS-2023/1")),
        ]
    )
    assert book.journey("ks2023/1").number == "KS-2023/1"
