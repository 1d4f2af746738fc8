from dataclasses import replace
from datetime import date

import pytest

from qa.question.absent_items import AbsentItem
from service.pages.words import Language
from service.understood_wording import absent_item_sentence
from tests.meetings import make_item, make_meeting

MEETING = make_meeting("m", [make_item("m", number, "Ärende", "Text.") for number in ("§ 12", "", "§ 31")])
DAY = date(2023, 5, 3)


@pytest.mark.parametrize(
    ("absent", "swedish", "english"),
    [
        (
            AbsentItem("§ 4", 1, MEETING),
            "§ 4 finns inte i protokollet från Sundnämnden 6 mars 2024. Där finns § 12–31.",
            "§ 4 is not in the minutes of Sundnämnden 6 March 2024. They have § 12–31.",
        ),
        (
            AbsentItem("3", 1, replace(MEETING, items=())),
            "Punkt 3 finns inte i protokollet från Sundnämnden 6 mars 2024.",
            "Item 3 is not in the minutes of Sundnämnden 6 March 2024.",
        ),
        (
            AbsentItem("3", 12),
            "Punkt 3 finns inte i något av de 12 protokoll som frågan gäller.",
            "Item 3 is in none of the 12 minutes that the question is about.",
        ),
        (
            AbsentItem("§ 400", 12, is_anywhere=True),
            "§ 400 finns inte i något protokoll här.",
            "§ 400 is in none of the minutes here.",
        ),
        (
            AbsentItem("3", 0, day=DAY),
            "Det finns inget protokoll från 3 maj 2023, så punkt 3 går inte att slå upp.",
            "There are no minutes of 3 May 2023, so item 3 cannot be looked up.",
        ),
        (
            AbsentItem("§ 4", 0, day=DAY, body="Sundnämnden"),
            "Det finns inget protokoll från Sundnämnden 3 maj 2023, så § 4 går inte att slå upp.",
            "There are no minutes of Sundnämnden 3 May 2023, so § 4 cannot be looked up.",
        ),
    ],
)
def test_an_item_that_is_not_there_is_said_in_either_language(
    absent: AbsentItem, swedish: str, english: str
) -> None:
    assert absent_item_sentence(absent) == swedish
    assert absent_item_sentence(absent, Language.ENGLISH) == english
