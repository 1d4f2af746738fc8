"""Personal numbers are told from all other numbers by form, day of birth and check digit."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.privacy.numbers import find_personal_numbers, has_valid_check_digit
from qa.reading import PersonalDataKind

DAYS = st.dates(date(1926, 1, 1), date(2025, 12, 31))
SERIALS = st.integers(1, 999)


def check_digit(nine: str) -> str:
    return next(digit for digit in "0123456789" if has_valid_check_digit(nine + digit))


def personal_number(day: date, serial: int, added: int = 0) -> str:
    """Ten digits; ``added`` is 60 for coordination numbers."""
    nine = f"{day:%y%m}{day.day + added:02}{serial:03}"
    return nine + check_digit(nine)


def found(text: str) -> list[tuple[PersonalDataKind, str]]:
    return [(finding.kind, text[finding.start : finding.end]) for finding in find_personal_numbers(text)]


@given(
    DAYS,
    SERIALS,
    st.sampled_from(["{0}-{1}", "{0}{1}", "{0} - {1}", "{0}–{1}", "{0}‑{1}", "{0}-\n{1}"]),
    st.booleans(),
)
def test_a_valid_number_is_found_in_every_form(day: date, serial: int, form: str, with_century: bool) -> None:
    digits = personal_number(day, serial)
    written = form.format(digits[:6], digits[6:])
    if with_century:
        written = f"{day:%Y}"[:2] + written
    assert found(f"Sökanden, {written}, beviljas bidrag.") == [(PersonalDataKind.PERSONAL_NUMBER, written)]


@given(DAYS, SERIALS)
def test_a_coordination_number_is_found_as_such(day: date, serial: int) -> None:
    digits = personal_number(day, serial, added=60)
    written = f"{digits[:6]}-{digits[6:]}"
    assert found(f"({written})") == [(PersonalDataKind.COORDINATION_NUMBER, written)]


@given(DAYS, SERIALS, st.integers(0, 9), st.integers(1, 9), st.sampled_from(["", "-"]), st.booleans())
def test_with_one_digit_changed_it_is_no_number(
    day: date, serial: int, place: int, by: int, sign: str, with_century: bool
) -> None:
    digits = personal_number(day, serial)
    changed = digits[:place] + str((int(digits[place]) + by) % 10) + digits[place + 1 :]
    century = f"{day:%Y}"[:2] if with_century else ""
    assert found(f"nr {century}{changed[:6]}{sign}{changed[6:]}.") == []


@given(st.integers(20, 99), st.integers(0, 999), st.integers(10, 99), st.integers(100, 999))
def test_an_organisation_number_is_none(third: int, middle: int, first: int, serial: int) -> None:
    """The third digit is 2 or more."""
    nine = f"{first}{third}{middle % 100:02}{serial}"
    digits = nine + check_digit(nine)
    assert found(f"org.nr {digits[:6]}-{digits[6:]}") == []


@given(st.integers(1, 13), st.integers(32, 60), SERIALS)
def test_a_day_that_cannot_be_is_none(month: int, day: int, serial: int) -> None:
    nine = f"85{month:02}{day:02}{serial:03}"
    digits = nine + check_digit(nine)
    assert found(f"{digits[:6]}-{digits[6:]}") == []


@given(st.dates(date(1899, 1, 1), date(1924, 12, 31)), SERIALS)
def test_who_is_over_a_hundred_has_a_plus(day: date, serial: int) -> None:
    digits = personal_number(day, serial)
    written = f"{digits[:6]}+{digits[6:]}"
    assert found(f"f. {written}") == [(PersonalDataKind.PERSONAL_NUMBER, written)]


@given(st.text("0123456789-+ \n", max_size=60))
def test_findings_are_in_the_text_and_have_ten_or_twelve_digits(text: str) -> None:
    for _, written in found(text):
        assert sum(char.isdigit() for char in written) in {10, 12}


@given(DAYS, SERIALS, st.sampled_from(["1", "23"]))
def test_a_longer_row_of_digits_holds_no_number(day: date, serial: int, more: str) -> None:
    digits = personal_number(day, serial)
    assume(len(digits + more) != 12)
    assert found(digits + more) == []


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874 är ett nummer",
        "personnummer: 811228 9874",
        "Pnr 19811228 9874",
        "Personnr811228-9874",
        "811228-9874,811228-9874",
    ],
)
def test_numbers_are_found_beside_words_and_each_other(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "811228 9874",  # a space alone makes two numbers
        "telefon 8112289874",
        "OCR-nummer: 8112289874",
        "Dnr 2024/811228-9874",
        "20991228-9874",
        "811228-XXXX",
        "556036-0793",
        "811228-0009",
        "2024-01-10",
        "1 811 228 987,4 kronor",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []
