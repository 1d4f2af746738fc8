import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.case_numbers import CaseNumbers, case_key, nearest_case_numbers

NUMBERS = ("SN-2024-00012", "SN-2024-00013", "SN-2023-00912", "KS 2024/45")


@pytest.mark.parametrize("same", ["KS-2024/123", "ks 2024/123", "dnr KS 2024/123", "Ärendenummer KS2024123"])
def test_case_numbers_compare_by_letters_and_digits(same: str) -> None:
    assert case_key(same) == "ks2024123"


def test_numbers_that_hold_the_wanted_one_are_the_nearest() -> None:
    assert nearest_case_numbers("2024-00012", NUMBERS) == ("SN-2024-00012",)
    assert nearest_case_numbers("sn-2024-0001", NUMBERS) == ("SN-2024-00012", "SN-2024-00013")


def test_a_slip_finds_what_is_alike() -> None:
    assert nearest_case_numbers("SN-2024-00014", NUMBERS)[:2] == ("SN-2024-00012", "SN-2024-00013")


@pytest.mark.parametrize("wanted", ["", "2", "vargjakt", "!!"])
def test_what_is_like_no_number_has_none_near(wanted: str) -> None:
    assert nearest_case_numbers(wanted, NUMBERS) == ()


@pytest.mark.parametrize(
    "typed", ["rs 2023 188", "RS2023-188", "dnr RS-2023-00188", "rs/2023:0188", "RS-2023-00188"]
)
def test_a_number_is_found_whatever_its_spaces_signs_and_leading_zeros(typed: str) -> None:
    assert CaseNumbers(("RS-2023-00188", "RS-2023-00189")).find(typed) == "RS-2023-00188"


def test_the_same_letters_and_digits_win_over_the_same_parts() -> None:
    numbers = CaseNumbers(("KS 2024/45", "KS 2024/0045"))
    assert numbers.find("ks-2024-45") == "KS 2024/45"
    assert numbers.find("ks 2024/0045") == "KS 2024/0045"


def test_a_number_that_several_cases_could_be_is_none_of_them() -> None:
    assert CaseNumbers(("KS 2024/45", "KS 2024/0045")).find("KS 2024/045") is None


@pytest.mark.parametrize(
    "typed", ["", "dnr", "188", "00188", "2023 188", "RS 2023 18", "SR 2023 188", "RS 2023 1880"]
)
def test_other_parts_are_another_number(typed: str) -> None:
    assert CaseNumbers(("RS-2023-00188", "0188")).find(typed) is None


def test_the_last_form_of_a_number_is_the_printed_one() -> None:
    numbers = CaseNumbers(("KS 2024/45", "--", "KS-2024/45"))
    assert list(numbers) == ["KS-2024/45"]


@given(
    st.from_regex(r"[A-ZÅÄÖ]{2,5}", fullmatch=True),
    st.integers(1990, 2099),
    st.integers(1, 99999),
    st.sampled_from(("{} {} {}", "{}-{}-{:05}", "{}{}/{:04}", "dnr {} {}:{}", " {}/{}/{:06} ")),
)
def test_every_way_to_type_a_number_finds_it(letters: str, year: int, running: int, form: str) -> None:
    printed = f"{letters} {year}/{running:05}"
    assert CaseNumbers((printed,)).find(form.format(letters.lower(), year, running)) == printed
