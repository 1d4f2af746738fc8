import pytest

from qa.case_numbers import case_key, nearest_case_numbers

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
