from datetime import date

import pytest

from qa.swedish_dates import format_dates, format_period, in_english


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 10, 10), None, "10 oktober 2024"),
        (date(2023, 2, 1), date(2023, 2, 1), "1 februari 2023"),
        (date(2023, 2, 1), date(2023, 2, 2), "1–2 februari 2023"),
        (date(2023, 11, 30), date(2023, 12, 1), "30 november – 1 december 2023"),
        (date(2023, 12, 31), date(2024, 1, 1), "31 december 2023 – 1 januari 2024"),
    ],
)
def test_a_stretch_of_days_is_written_as_short_as_it_goes(first: date, last: date | None, text: str) -> None:
    assert format_dates(first, last) == text


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 3, 1), date(2024, 3, 31), "mars 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "år 2024"),
        (date(2024, 3, 6), date(2024, 3, 6), "6 mars 2024"),
        (date(2024, 1, 1), date(2024, 6, 30), "1 januari – 30 juni 2024"),
        (date(2022, 1, 1), date.max, "från och med 2022"),
        (date(2022, 3, 1), None, "från och med 1 mars 2022"),
        (None, date(2022, 3, 1), "till och med 1 mars 2022"),
        (None, None, ""),
    ],
)
def test_a_period_is_written_as_it_is_spoken_of(first: date | None, last: date | None, expected: str) -> None:
    assert format_period(first, last) == expected


def test_dates_are_said_in_english_with_their_months_alone_changed() -> None:
    assert in_english("30 november – 1 maj 2023") == "30 November – 1 May 2023"
