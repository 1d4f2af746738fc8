from datetime import date

import pytest

from qa.arrangement import Grouping, Order
from qa.errors import FilterError
from service.questions import read_day, read_grouping, read_name, read_order


def test_an_iso_date_is_a_day() -> None:
    assert read_day(" 2023-02-01 ") == date(2023, 2, 1)


@pytest.mark.parametrize("text", ["", "  ", None])
def test_an_empty_value_counts_as_not_given(text: str | None) -> None:
    assert read_day(text) is None
    assert read_name(text) is None


@pytest.mark.parametrize(
    "text",
    ["2023", "86400", "20230201", "2023-W05-3", "2023-02-30", "1/2 2023", "2023-02-01T00:00", "٢٠٢٣-٠٢-٠١"],
)
def test_anything_but_an_iso_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(FilterError, match="ÅÅÅÅ-MM-DD") as caught:
        read_day(text)
    assert text in str(caught.value)


def test_a_name_is_composed_and_trimmed() -> None:
    assert read_name(" Namnden\u030a ") == "Namnden\u030a"
    assert read_name("A\u030asen") == "Åsen"


def test_an_order_and_a_grouping_are_read_by_name_and_none_is_the_usual() -> None:
    assert [read_order(text) for text in (None, " ", "Date")] == [
        Order.RELEVANCE,
        Order.RELEVANCE,
        Order.DATE,
    ]
    assert [read_grouping(text) for text in (None, "", "case")] == [None, None, Grouping.CASE]
    with pytest.raises(FilterError, match="relevance, date"):
        read_order("färg")
    with pytest.raises(FilterError, match="case, meeting"):
        read_grouping("färg")
