"""A file becomes a meeting; and the facts of the real minutes, where they are at hand."""

from datetime import date
from pathlib import Path

import pytest

from corpus.folder import find_sources
from corpus.reading import read_meeting
from qa.errors import DocumentError
from qa.types import DateBasis, Meeting

MINUTES = Path(__file__).resolve().parents[2] / ".." / "shared" / "minutes"
needs_minutes = pytest.mark.skipif(not MINUTES.is_dir(), reason="../shared/minutes is not at hand")

FACTS = {
    "000": (date(2023, 2, 1), date(2023, 2, 2), DateBasis.INFERRED, 36, 0),
    "001": (date(2020, 2, 6), date(2020, 2, 7), DateBasis.INFERRED, 30, 4),
    "002": (None, None, DateBasis.UNKNOWN, 22, 4),
    "003": (None, None, DateBasis.UNKNOWN, 0, 0),
    "004": (None, None, DateBasis.UNKNOWN, 29, 4),
}


def meetings_in(folder: Path) -> dict[str, Meeting]:
    return {source.name: read_meeting(source) for source in find_sources([folder]).sources}


def test_a_file_becomes_a_meeting_with_the_facts_of_its_header(tmp_path):
    (tmp_path / "ks.txt").write_text(
        "Lindby kommun\nKommunstyrelsen\n\nProtokoll\n\nSammanträdesdatum: 2024-01-10\n\nNärvarande\n\n"
        "Ordföranden Anna Berg (S)\nBo Ek (M)\n\n§ 1 Dnr KS 2024/12\nVal av justerare\nBeslut\n\n"
        "Bo Ek (M) utses att justera.\n\n§ 2 Dnr KS 2024/13\nBudget\nBeslut\n\nBudgeten antas.\n",
        encoding="utf-8",
    )
    meeting = meetings_in(tmp_path)["ks.txt"]
    assert (meeting.id, meeting.source_file) == ("ks", "ks.txt")
    assert meeting.body == "Kommunstyrelsen i Lindby kommun"
    assert (meeting.start_date, meeting.date_basis) == (date(2024, 1, 10), DateBasis.STATED)
    assert [person.name for person in meeting.attendees] == ["Anna Berg", "Bo Ek"]
    assert [item.number for item in meeting.items] == ["§ 1", "§ 2"]


def test_a_binary_file_is_a_document_error(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    (source,) = find_sources([tmp_path]).sources
    with pytest.raises(DocumentError, match="en PDF-fil"):
        read_meeting(source)


@needs_minutes
@pytest.mark.parametrize("number", FACTS)
def test_the_regional_minutes_give_their_days_and_people(number):
    (path,) = (MINUTES / "halland").glob(f"{number}_*.txt")
    (meeting,) = meetings_in(path).values()
    facts = (
        meeting.start_date,
        meeting.end_date,
        meeting.date_basis,
        len(meeting.attendees),
        len(meeting.absent),
    )
    assert facts == FACTS[number]
    assert meeting.body == "Kommun- och regionledningsforum"


@needs_minutes
def test_the_municipal_minutes_state_the_day_that_their_names_give():
    meetings = meetings_in(MINUTES / "goteborg")
    assert len(meetings) == 43
    for name, meeting in meetings.items():
        assert meeting.date_basis is DateBasis.STATED
        assert meeting.start_date == date.fromisoformat(name[3:13])
        assert meeting.body.startswith({"kf": "Kommunfullmäktige i ", "ks": "Kommunstyrelsen i "}[name[:2]])
        assert meeting.end_date is None
        assert len(meeting.attendees) >= (12 if name.startswith("ks") else 0)
        assert all(person.party for person in meeting.attendees)
