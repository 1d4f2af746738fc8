from datetime import date

import pytest

from qa.swedish_dates import format_dates


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
