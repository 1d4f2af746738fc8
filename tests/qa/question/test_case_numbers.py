"""Which case numbers a question names, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.case_numbers import CaseNumbers
from qa.question.case_numbers import cases_named_in

NUMBERS = CaseNumbers(
    (
        "RS-2023-00188",
        "KS 2024/0045",
        "2023/188",
        "2023/024",
        "0553/21",
        "KS 2023/12",
        "RS181313",
        "RS-2023-00001:-1",
    )
)


def printed(question: str) -> list[str]:
    return [case.printed for case in cases_named_in(question, NUMBERS)]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("rs 2023 188", "RS-2023-00188"),
        ("RS2023-188", "RS-2023-00188"),
        ("rs/2023-188", "RS-2023-00188"),
        ("dnr RS-2023-00188", "RS-2023-00188"),
        ("vad blev det av dnr. rs-2023-188?", "RS-2023-00188"),
        ("hur gick det med RS 2023:188 i nämnden", "RS-2023-00188"),
        ("ks 2024/45", "KS 2024/0045"),
        ("Vad beslutades i ärende KS 2024/0045?", "KS 2024/0045"),
        ("ks2024-45 3 mars", "KS 2024/0045"),
        ("dnr 553/21", "0553/21"),
        ("553/21", "0553/21"),
        ("ärendenummer 2023/24", "2023/024"),
        ("2023/0188", "2023/188"),
        ("vad gäller 2023-00188?", "2023/188"),
        ("2023 188", "2023/188"),
        ("rs 181313", "RS181313"),
        ("Vad blev RS-2023-00001:-1?", "RS-2023-00001:-1"),
    ],
)
def test_a_case_number_is_understood_however_it_is_typed(question: str, number: str) -> None:
    assert printed(question) == [number]


@pytest.mark.parametrize(
    "question",
    [
        "budget 2023 188 miljoner",
        "budget 2023 188",
        "budget 2023, 188 miljoner",
        "fick rs 2023 188 miljoner?",
        "fick rs 2023 188 000 kronor?",
        "vad sa ks 2023 12 december",
        "KS 2023-12-07",
        "läsåret 2023/24",
        "under 2023-24",
        "mandatperioden 2022-2026",
        "SOU 2023:188",
        "prop. 2023/24:188",
        "RS-2023-00189",
        "§ 188",
        "den 7 december 2023",
        "",
    ],
)
def test_amounts_years_and_days_name_no_case(question: str) -> None:
    assert printed(question) == []


def test_the_number_with_letters_is_meant_and_not_the_one_that_it_ends_with() -> None:
    assert printed("RS 2023/188") == ["RS-2023-00188"]
    assert printed("dnr 2023/188") == ["2023/188"]


def test_several_cases_come_each_once_in_the_order_of_the_question() -> None:
    question = "hänger ks 2024/45, rs 2023 188 och KS 2024/0045 ihop?"
    assert printed(question) == ["KS 2024/0045", "RS-2023-00188"]


@given(st.text(alphabet="rsk 0123458-/:.§dnr", max_size=40))
def test_what_is_said_stands_in_the_question(question: str) -> None:
    assert all(case.said.casefold() in question.casefold() for case in cases_named_in(question, NUMBERS))
