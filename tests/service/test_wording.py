import errno
from dataclasses import replace
from datetime import date

import pytest

from qa.types import DateBasis
from service.pages.words import Language
from service.wording import (
    LIKELY,
    SURE,
    confidence_word,
    dates_of,
    plural,
    reason_of,
    thousands,
)
from tests.meetings import make_meeting


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (0.0, "svag"),
        (LIKELY - 0.01, "svag"),
        (LIKELY, "trolig"),
        (SURE - 0.01, "trolig"),
        (SURE, "säker"),
        (1.0, "säker"),
    ],
)
def test_a_probability_has_a_word(confidence: float, word: str) -> None:
    assert confidence_word(confidence) == word


def test_the_day_of_a_meeting_says_how_it_is_known() -> None:
    meeting = make_meeting("a", [], date(2023, 2, 1))
    assert dates_of(meeting) == "1 februari 2023"
    two_days = replace(meeting, end_date=date(2023, 2, 2), date_basis=DateBasis.INFERRED)
    assert dates_of(two_days) == "1–2 februari 2023 (härlett)"
    assert dates_of(make_meeting("b", [], None)) == "datum okänt"


def test_the_day_of_a_meeting_is_told_in_english_too() -> None:
    meeting = make_meeting("a", [], date(2023, 2, 1))
    days = replace(meeting, end_date=date(2023, 3, 2), date_basis=DateBasis.INFERRED)
    assert dates_of(days, Language.ENGLISH) == "1 February – 2 March 2023 (inferred)"
    assert dates_of(make_meeting("b", [], None), Language.ENGLISH) == "date unknown"


def test_counts_agree_with_their_noun() -> None:
    assert plural(1, "fil", "filer") == "1 fil"
    assert plural(0, "fil", "filer") == "0 filer"
    assert plural(2865, "fil", "filer") == "2\u00a0865 filer"
    assert thousands(1234567) == "1\u00a0234\u00a0567"


def test_the_system_gives_its_reasons_in_swedish() -> None:
    assert reason_of(OSError(errno.ENOSPC, "No space left on device")) == "disken är full"
    assert reason_of(OSError(errno.EXDEV, "Invalid cross-device link")) == "Invalid cross-device link"
