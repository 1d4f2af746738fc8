"""Numbers of items that a question names and the meetings it is about do not have."""

from datetime import date

import pytest

from qa.answer import make_question
from qa.index.generation import Index
from qa.question.absent_items import AbsentItem, absent_items_in
from qa.question.understanding import NOTHING, understand
from qa.types import Filter, Meeting, Role
from tests.indexes import sample_index
from tests.meetings import make_item, make_meeting

NO_FILTER = Filter()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return sample_index(
        tmp_path_factory.mktemp("index"),
        [
            _meeting("ks1", date(2023, 5, 3), "Kommunstyrelsen", "§ 54", "§ 55", "§§ 57–59", "§ 60 a"),
            _meeting("ks2", date(2023, 6, 7), "Kommunstyrelsen", "§ 70", "§ 71"),
            _meeting("rad", date(2023, 6, 8), "Pensionärsrådet", "1", "2"),
            _meeting("utan", None, "Pensionärsrådet", "9"),
        ],
    )


def _meeting(name: str, day: date | None, body: str, *numbers: str) -> Meeting:
    items = [make_item(name, number, f"Ärende {number}", f"Text om {number}.") for number in numbers]
    return make_meeting(name, items, day, body)


def absent(index: Index, text: str, where: Filter = NO_FILTER) -> tuple[AbsentItem, ...]:
    return absent_items_in(index, make_question(text, where, 3), understand(index, text))


def names(index: Index, text: str, where: Filter = NO_FILTER) -> list[str]:
    return [one.number for one in absent(index, text, where)]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Vad står i § 4 den 3 maj 2023?", ["§ 4"]),
        ("Vad står i § 54 den 3 maj 2023?", []),
        ("Vad står i § 58 den 3 maj 2023?", []),
        ("Vad står i § 60 den 3 maj 2023?", []),
        ("§ 54 och § 70 från maj 2023", ["§ 70"]),
        ("§ 70 i kommunstyrelsen", []),
        ("§ 70 i Pensionärsrådet", ["§ 70"]),
        ("§ 1 i Pensionärsrådet", []),
        ("punkt 3 i Pensionärsrådet", ["3"]),
        ("punkt 2 i Pensionärsrådet den 8 juni 2023", []),
        ("punkt 3 den 3 maj 2023", []),
        ("§ 400", ["§ 400"]),
        ("§ 54", []),
        ("Vad blev det av avgiften den 3 maj 2023?", []),
        ("Vad säger 5 kap. § 4 kommunallagen om kommunstyrelsen?", []),
        ("Ändras § 4 i arbetsordningen den 3 maj 2023?", []),
        ("Följs § 300 skollagen?", []),
    ],
)
def test_a_number_is_missed_where_no_meeting_that_is_meant_has_it(
    index: Index, question: str, numbers: list[str]
) -> None:
    assert names(index, question) == numbers


def test_the_one_meeting_that_is_meant_is_named(index: Index) -> None:
    (one,) = absent(index, "§ 4 den 3 maj 2023")
    assert (one.meetings, one.meeting and one.meeting.id, one.is_anywhere) == (1, "ks1", False)
    (several,) = absent(index, "§ 4 i kommunstyrelsen under 2023")
    assert (several.meetings, several.meeting, several.is_anywhere) == (2, None, False)
    (anywhere,) = absent(index, "§ 400", Filter(section=Role.DECISION))
    assert (anywhere.meetings, anywhere.meeting, anywhere.is_anywhere) == (4, None, True)


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        (Filter(body="kommunstyrelsen"), []),
        (Filter(body="Pensionärsrådet"), ["§ 70"]),
        (Filter(file="ks1.txt"), ["§ 70"]),
        (Filter(file="ks2.txt"), []),
        (Filter(date_to=date(2023, 5, 31)), ["§ 70"]),
        (Filter(date_from=date(2023, 6, 1), date_to=date(2023, 6, 30)), []),
        (Filter(case_number="KS 2023/1"), []),
        (Filter(body="Finns inte"), []),
    ],
)
def test_the_filter_says_which_meetings_are_meant(index: Index, where: Filter, numbers: list[str]) -> None:
    assert names(index, "§ 70", where) == numbers


def test_a_day_without_minutes_is_told_where_the_question_names_it_alone(index: Index) -> None:
    (one,) = absent(index, "§ 54 den 4 maj 2023")
    assert (one.meetings, one.day, one.body) == (0, date(2023, 5, 4), "")
    (of_body,) = absent(index, "§ 54 i Pensionärsrådet den 3 maj 2023")
    assert (of_body.day, of_body.body) == (date(2023, 5, 3), "Pensionärsrådet")
    assert absent(index, "§ 54 i april 2023") == ()
    assert absent(index, "§ 54 den 4 maj 2023 eller den 5 maj 2023") == ()


def test_a_question_that_is_read_as_it_stands_misses_nothing(index: Index) -> None:
    question = make_question("§ 400", NO_FILTER, 3, understand=False)
    assert absent_items_in(index, question, NOTHING) == ()
