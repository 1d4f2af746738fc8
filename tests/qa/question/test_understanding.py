from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.generation import Index
from qa.question.periods import periods_in
from qa.question.preference import BODY_BONUS, CASE_BONUS, PERIOD_BONUS, preference
from qa.question.spelling import corrected
from qa.question.understanding import understand
from qa.question.wishes import Wish
from qa.retrieval.base import Scores
from tests.indexes import sample_index
from tests.meetings import make_item, make_meeting, sample_meetings


def gain_from(index: Index, question: str) -> Scores:
    return preference(index, understand(index, question))


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("vad beslutades i mars 2024?", [(date(2024, 3, 1), date(2024, 3, 31))]),
        ("mötet den 6 mars 2024", [(date(2024, 3, 6), date(2024, 3, 6))]),
        ("2024-03-06", [(date(2024, 3, 6), date(2024, 3, 6))]),
        ("i Februari 2024", [(date(2024, 2, 1), date(2024, 2, 29))]),
        (
            "från mars 2023 till maj 2024",
            [(date(2023, 3, 1), date(2023, 3, 31)), (date(2024, 5, 1), date(2024, 5, 31))],
        ),
        ("den 31 februari 2024", []),
        ("2024-13-01", []),
        ("i mars", []),
        ("budget 2025", []),
        ("vad hände år 2024?", [(date(2024, 1, 1), date(2024, 12, 31))]),
        ("under 2024", [(date(2024, 1, 1), date(2024, 12, 31))]),
        ("våren 2023", [(date(2023, 1, 1), date(2023, 6, 30))]),
        ("hösten 2023", [(date(2023, 7, 1), date(2023, 12, 31))]),
        ("sedan 2022", [(date(2022, 1, 1), date.max)]),
        ("förra mandatperioden", [(date(2018, 10, 15), date(2022, 10, 14))]),
        ("denna mandatperiod", [(date(2022, 10, 15), date(2026, 10, 14))]),
    ],
)
def test_periods_are_found(question: str, periods: list[tuple[date, date]]) -> None:
    found = periods_in(question, today=date(2025, 1, 1))
    assert [(period.first, period.last) for period in found] == periods


@given(st.text(alphabet="0123456789- marsjui", max_size=40))
def test_no_text_breaks_the_reading_of_periods(text: str) -> None:
    assert all(period.first <= period.last for period in periods_in(text))


def test_passages_of_a_meeting_in_the_period_gain(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    bonus = gain_from(index, "vad sades i februari 2023?")
    gained = {
        passage.citation.meeting_id for passage, gain in zip(index.passages, bonus, strict=True) if gain
    }
    assert gained == {"forum/2023-02-01"}
    assert bonus.max() == PERIOD_BONUS


def test_passages_of_the_body_that_is_named_gain(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    bonus = gain_from(index, "vad sa Sundnämnden om avgiften?")
    gained = {passage.citation.body for passage, gain in zip(index.passages, bonus, strict=True) if gain}
    assert gained == {"Sundnämnden"}
    assert bonus.max() == BODY_BONUS


def test_passages_of_the_case_that_is_named_come_first(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    bonus = gain_from(index, "vad gäller ärende SN-2024-00012?")
    gained = {
        passage.citation.case_numbers for passage, gain in zip(index.passages, bonus, strict=True) if gain
    }
    assert gained == {("SN-2024-00012",)}
    assert bonus.max() == CASE_BONUS


def test_a_new_term_of_office_begins_in_the_middle_of_october(tmp_path: Path) -> None:
    (before,) = periods_in("denna mandatperiod", today=date(2026, 10, 14))
    (after,) = periods_in("denna mandatperiod", today=date(2026, 10, 15))
    assert (before.first.year, after.first.year) == (2022, 2026)


def test_what_was_understood_names_bodies_and_cases_that_there_are(tmp_path: Path) -> None:
    understood = understand(sample_index(tmp_path), "Sundforum om SN-2024-00012, inte XX-2020-99999")
    assert (understood.bodies, understood.case_numbers) == (("Sundforum",), ("SN-2024-00012",))


def test_a_number_typed_otherwise_is_read_as_printed(tmp_path: Path) -> None:
    question = "Vad sägs i dnr sn 2024 12?"
    understood = understand(sample_index(tmp_path), question)
    assert understood.case_numbers == ("SN-2024-00012",)
    assert corrected(question, understood.corrections) == "Vad sägs i dnr SN-2024-00012?"
    assert understand(sample_index(tmp_path), "Vad sägs i dnr sn-2024-00012?").corrections == ()


def test_with_one_body_its_name_tells_nothing_apart(tmp_path: Path) -> None:
    meetings = [meeting for meeting in sample_meetings() if meeting.body == "Sundforum"]
    assert not gain_from(sample_index(tmp_path, meetings), "vad sa Sundforum?").any()


def test_an_ordinary_question_gives_nobody_a_gain(tmp_path: Path) -> None:
    meeting = make_meeting("m", [make_item("m", "1", "Avgift", "Avgiften höjs.")], body="Råd")
    index = sample_index(tmp_path, [meeting, *sample_meetings()])
    assert not gain_from(index, "vad blev råd och avgift?").any()


@pytest.mark.parametrize(
    ("question", "is_reference"),
    [
        ("SN-2024-00012", True),
        ("Visa ärende SN-2024-00012", True),
        ("vad gäller ärende SN-2024-00012?", True),
        ("§ 1", True),
        ("vem yrkade i ärende SN-2024-00012?", False),
        ("kostnaden i SN-2024-00012", False),
        ("RS-1999-00001", False),
        ("serviceavgiften", False),
    ],
)
def test_a_question_that_only_names_a_case_asks_what_was_decided(
    tmp_path: Path, question: str, *, is_reference: bool
) -> None:
    understood = understand(sample_index(tmp_path), question)
    assert understood.is_reference is is_reference
    assert (Wish.DECISION in understood.wishes) is is_reference
