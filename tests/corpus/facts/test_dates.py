"""Swedish dates are found in every usual form, and never with more than the text gives."""

import unicodedata
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.facts.dates import WEEKDAYS, Day, Mention, find_dates, read_date
from qa.swedish_dates import format_dates

ONE_DAY = [
    "2024-01-10",
    "2024/01/10",
    "2024.01.10",
    "2024-1-10",
    "20240110",
    "10.1.2024",
    "10. 1. 2024",
    "10/1 2024",
    "10/1-2024",
    "10/1/2024",
    "10/1-24",
    "10/1 -24",
    "10 januari 2024",
    "10 January 2024",
    "10 JANUARI 2024",
    "10 jan 2024",
    "10 jan. 2024",
    "10:e januari 2024",
    "den 10 januari 2024",
    "den 10:e januari 2024",
    "Den 10 Januari 2024",
    "10 januari, 2024",
    "10\u00a0januari\u00a02024",
    "onsdag 10 januari 2024",
    "ons 10 januari 2024",
    "ons. 10 jan. 2024",
    "onsdag den 10 januari 2024",
    "onsdag, den 10 januari 2024",
    "onsdagen den 10 januari 2024",
    "Onsdagen den 10\njanuari 2024",
    "onsdag 2024-01-10",
    "2024-01-10 kl 13:00",
    "2024-01-10 kl. 13.00–15.30",
    "2024-01-10 13:00-15:00",
    "kl. 13-15, 10 januari 2024",
    "kl 18.00 10 januari 2024",
    "Sal 9, 10 januari 2024",
    "Rum 2 och 3, 10 januari 2024",
    "Kommunhuset, den 10 januari 2024 kl 13",
    "sammanträde (10 januari 2024)",
]
SEVERAL_DAYS = [
    ("1–2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("1-2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("1 - 2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("1 och 2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("1 till 3 februari 2023", (2023, 2, 1), (2023, 2, 3)),
    ("1 t.o.m. 3 februari 2023", (2023, 2, 1), (2023, 2, 3)),
    ("6, 7 och 8 februari 2023", (2023, 2, 6), (2023, 2, 8)),
    ("onsdag 1 och torsdag 2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("onsdagen den 1 – torsdagen den 2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("1 februari–2 februari 2023", (2023, 2, 1), (2023, 2, 2)),
    ("30 november–1 december 2023", (2023, 11, 30), (2023, 12, 1)),
    ("30 november 2023 – 1 december 2023", (2023, 11, 30), (2023, 12, 1)),
    ("30 december – 2 januari 2024", (2023, 12, 30), (2024, 1, 2)),
    ("30 december 2023 – 2 januari", (2023, 12, 30), (2024, 1, 2)),
    ("onsdag 1 februari 2023 kl. 09:00 till torsdag 2 februari", (2023, 2, 1), (2023, 2, 2)),
    ("1 februari kl. 09.00 – 2 februari 2023 kl. 13.00", (2023, 2, 1), (2023, 2, 2)),
    ("den 6 februari 2020 kl. 08.30-17.00, den 7 februari", (2020, 2, 6), (2020, 2, 7)),
    ("den 6 februari kl 9-12, den 7 februari kl 9-12, den 8 februari 2023", (2023, 2, 6), (2023, 2, 8)),
    ("24 aug. 2023, kl. 09.00 – 25 aug. 2023, kl. 12.00", (2023, 8, 24), (2023, 8, 25)),
    ("2024-01-10 – 2024-01-11", (2024, 1, 10), (2024, 1, 11)),
    ("2024-01-10--2024-01-11", (2024, 1, 10), (2024, 1, 11)),
    ("2024-01-10--11", (2024, 1, 10), (2024, 1, 11)),
    ("2024-01-10 – 11", (2024, 1, 10), (2024, 1, 11)),
    ("10-11/1 2024", (2024, 1, 10), (2024, 1, 11)),
]
WITHOUT_YEAR = [
    ("den 22 maj", Day(5, 22), None),
    ("onsdag 1 februari", Day(2, 1, None, 2), None),
    ("10/1", Day(1, 10), None),
    ("26-27 juni", Day(6, 26), Day(6, 27)),
    ("onsdag 1 februari kl. 09:00 till torsdag 2 februari", Day(2, 1, None, 2), Day(2, 2, None, 3)),
    ("Den 6 februari kl. 08.30-17.00, den 7 februari kl. 08.30-12.00", Day(2, 6), Day(2, 7)),
]
NO_DATE = [
    "",
    "januari 2024",
    "2024",
    "2024-01",
    "31 februari 2024",
    "2023-02-29",
    "32 januari 2024",
    "SLK-2024-00062",
    "2024/00123",
    "Dnr KS 2024-01-1012",
    "§§ 4-9",
    "3 (25)",
    "kl. 08.30-17.00",
    "13.00–15.30",
    "SOU 2018:39",
    "5 majoriteter",
    "10 marsvin",
    "212000-1355",
]


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_full_date_is_found_in_every_usual_form(text):
    (mention,) = find_dates(text)
    assert mention.days_in(mention.year) == (date(2024, 1, 10), None)


@pytest.mark.parametrize(("text", "first", "last"), SEVERAL_DAYS)
def test_a_meeting_of_several_days_gives_first_and_last(text, first, last):
    (mention,) = find_dates(text)
    assert mention.days_in(mention.year) == (date(*first), date(*last))


@pytest.mark.parametrize(("text", "first", "last"), WITHOUT_YEAR)
def test_a_day_without_a_year_is_given_none(text, first, last):
    (mention,) = find_dates(text)
    assert (mention.first, mention.last) == (first, last)
    assert mention.year is None


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_day_is_no_date(text):
    assert find_dates(text) == ()


def test_days_apart_are_two_dates_unless_a_range_links_them():
    assert len(find_dates("den 22 maj och den 5 juni 2019")) == 2
    assert len(find_dates("1 juli 2024, 5 juli 2024")) == 2


def test_a_mention_says_where_it_stands():
    text = "Kommunhuset, onsdagen den 10 januari 2024 kl. 13"
    (mention,) = find_dates(text)
    assert text[mention.start : mention.end] == "onsdagen den 10 januari 2024"


def test_a_weekday_fits_only_the_years_where_it_is_right():
    (mention,) = find_dates("onsdag 1 februari till torsdag 2 februari")
    assert [year for year in range(2018, 2031) if mention.weekdays_fit(year)] == [2023]


def test_a_wrong_second_weekday_fits_no_year():
    (mention,) = find_dates("onsdag 1 februari till lördag 2 februari")
    assert not any(mention.weekdays_fit(year) for year in range(2000, 2030))


def test_leap_day_is_a_day_of_leap_years_only():
    (mention,) = find_dates("29 februari")
    assert mention.days_in(2024) == (date(2024, 2, 29), None)
    assert mention.days_in(2023) is None


def test_a_range_over_new_year_ends_in_the_next_year():
    mention = Mention(Day(12, 30), Day(1, 2), 0, 1)
    assert mention.days_in(2023) == (date(2023, 12, 30), date(2024, 1, 2))


def test_a_decomposed_weekday_is_read_after_composing():
    decomposed = unicodedata.normalize("NFD", "måndagen den 8 januari 2024")
    (mention,) = find_dates(unicodedata.normalize("NFC", decomposed))
    assert mention.first.weekday == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-10", (date(2024, 1, 10), None)),
        ("  10 januari 2024. ", (date(2024, 1, 10), None)),
        ("1–2 februari 2023", (date(2023, 2, 1), date(2023, 2, 2))),
        ("10 januari", None),
        ("2024-13-01", None),
        ("i början av 2024", None),
        ("2024-01-10 eller 2024-02-10", None),
        ("sedan 2024-01-10", None),
    ],
)
def test_a_cell_is_a_date_only_if_all_of_it_is(text, expected):
    assert read_date(text) == expected


DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@given(DAYS, st.integers(0, 14))
def test_what_is_printed_as_a_citation_prints_it_is_read_again(start, length):
    end = start + timedelta(days=length) if length else None
    (mention,) = find_dates(format_dates(start, end))
    assert mention.days_in(mention.year) == (start, end)


@given(DAYS)
def test_the_right_weekday_always_fits(day):
    (mention,) = find_dates(f"{WEEKDAYS[day.weekday()]}en den {format_dates(day, None)}")
    assert mention.weekdays_fit(day.year)


@given(st.text(alphabet="0123456789-–/.: den onsdag januari maj kl\n", max_size=60))
def test_mentions_are_in_order_and_apart_whatever_the_text(text):
    mentions = find_dates(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
