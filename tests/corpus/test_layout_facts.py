"""The facts of the invented minutes whose items the golden files hold: body, days, place and people."""

from pathlib import Path

import pytest

from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.types import Meeting

DATA = Path(__file__).parent / "data"
FACTS = {
    "association_of_municipalities.txt": (
        "Direktionen i Vattenförbundet ån",
        "2023-12-08",
        None,
        4,
        ["Tim Os"],
    ),
    "bold_headings.md": ("Ungdomsrådet", "2024-03-14", None, 4, []),
    "broken_pages_and_line_ends.txt": ("Samhällsbyggnadsnämnden i Ekby kommun", "2023-08-29", None, 4, []),
    "capitals_and_motions_to_decide.txt": ("Kommunstyrelsen i Vidsjö kommun", "2018-04-10", None, 5, []),
    "columns_of_presence.txt": ("Tekniska utskottet", "2023-06-07", None, 5, ["Pär Glad"]),
    "contents_with_dots.txt": ("Barn- och utbildningsnämnden", "2022-03-24", None, 5, ["Jon Bly"]),
    "cover_sheet_and_notice.txt": ("Kommunstyrelsen i Fjälla kommun", "2023-02-07", None, 7, []),
    "finland_swedish.txt": ("Stadsstyrelsen i Hamne stad", "2023-05-08", None, 6, ["Sjöblom Dan"]),
    "homeowners_without_marks.txt": (
        "Storvretens samfällighetsförening",
        "2022-05-18",
        None,
        4,
        ["Kia Mård", "Leif Ek"],
    ),
    "members_by_party.txt": (
        "Kommunfullmäktige i Bäckerud kommun",
        "2022-12-19",
        None,
        8,
        ["Lena Mo", "Tor Vik"],
    ),
    "proposals_and_their_course.txt": ("Socialnämnden", "2023-05-16", None, 9, []),
    "regional_diary_numbers.txt": ("Regionstyrelsen i Region Sundmark", "2023-09-14", None, 6, []),
    "two_days_of_a_council.txt": (
        "Regionfullmäktige i Region Nordmark",
        "2023-11-21",
        "2023-11-22",
        4,
        ["Ewa By", "Kent Ås"],
    ),
}
"""Body, first and last day, how many were present, and who was absent."""


def _meeting(name: str) -> Meeting:
    source = SourceFile(DATA / name, name, Path(name).stem, "")
    return parse_meeting(read_document(source), source)


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_of_invented_minutes_are_read(name):
    meeting = _meeting(name)
    last = str(meeting.end_date) if meeting.end_date else None
    absent = [person.name for person in meeting.absent]
    assert (meeting.body, str(meeting.start_date), last, len(meeting.attendees), absent) == FACTS[name]


def test_members_have_the_party_that_their_line_begins_with():
    parties = {person.name: person.party for person in _meeting("members_by_party.txt").attendees}
    assert parties["Per Tall"] == "Socialdemokraterna"
    assert parties["Jan Holm"] == "Centerpartiet"
