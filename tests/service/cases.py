"""Minutes in which one case comes up three times."""

from dataclasses import replace
from datetime import date

from qa.proceedings import Outcome, OutcomeKind, Proceedings
from qa.types import AgendaItem, Meeting
from tests.meetings import make_item, make_meeting

NUMBER = "KS 2023/45"


def _item(meeting: str, number: str, text: str, outcome: Outcome, case: str = NUMBER) -> AgendaItem:
    item = make_item(meeting, number, "Badhuset i Östervik", text, case=case)
    return replace(item, proceedings=Proceedings(outcomes=(outcome,)))


def badhuset() -> list[Meeting]:
    """Postponed, decided, and reported on under another number; each with its outcome."""
    postponed = Outcome(OutcomeKind.POSTPONED, "Ärendet bordläggs.")
    granted = Outcome(OutcomeKind.APPROVED, "Badhuset byggs.", page=4)
    noted = Outcome(OutcomeKind.NOTED, "Rapporten antecknas.", is_proposal=True)
    texts = (
        "Badhuset bordläggs.",
        "Badhuset byggs. Bordlagt den 10 januari 2023, § 1, och den 24 januari 2023, § 9.",
        "Badhuset enligt kommunstyrelsens beslut den 7 februari 2023, § 5.",
    )
    return [
        make_meeting("ks1", [_item("ks1", "§ 1", texts[0], postponed)], date(2023, 1, 10), "Kommunstyrelsen"),
        make_meeting("ks2", [_item("ks2", "§ 5", texts[1], granted)], date(2023, 2, 7), "Kommunstyrelsen"),
        make_meeting(
            "kf", [_item("kf", "§ 3", texts[2], noted, "KF 2024/2")], date(2024, 3, 5), "Kommunfullmäktige"
        ),
    ]
