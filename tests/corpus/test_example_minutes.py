"""The example minutes against golden files: what must be read from each.

After a change that is meant to alter them: ``python -m tests.corpus.test_example_minutes`` writes
them anew; read the difference before it is committed.
"""

import json
from pathlib import Path

import pytest

from corpus.folder import find_sources
from corpus.reading import read_meeting
from qa.types import Meeting, Person
from tests.corpus.proceedings.outline import outline_of

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
SOURCES = find_sources([ROOT / "corpus" / "examples"]).sources


def summary(meeting: Meeting) -> dict[str, object]:
    return {
        "body": meeting.body,
        "title": meeting.title,
        "dates": [str(meeting.start_date), str(meeting.end_date), meeting.date_basis],
        "place": meeting.place,
        "time": meeting.time,
        "attendees": [line(person) for person in meeting.attendees],
        "absent": [line(person) for person in meeting.absent],
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "case_numbers": list(item.case_numbers),
                "pages": list(item.pages),
                "sections": [
                    [section.role, section.heading, sum(len(p.text.split()) for p in section.paragraphs)]
                    for section in item.sections
                ],
                "proceedings": outline_of(item.proceedings),
            }
            for item in meeting.items
        ],
    }


def line(person: Person) -> str:
    return " | ".join((person.name, person.party, person.role, person.organisation, person.note)).rstrip(" |")


def golden_of(name: str) -> Path:
    return GOLDEN / f"{Path(name).stem}.json"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_each_example_is_read_as_its_golden_file_says(source):
    assert summary(read_meeting(source)) == json.loads(golden_of(source.name).read_text(encoding="utf-8"))


def test_the_examples_are_ten_meetings_and_sixty_items_at_least():
    meetings = [read_meeting(source) for source in SOURCES]
    assert len(meetings) >= 10
    assert sum(len(meeting.items) for meeting in meetings) >= 60


def test_every_example_says_that_it_is_invented():
    assert all("påhittat" in source.path.read_text(encoding="utf-8") for source in SOURCES)


if __name__ == "__main__":
    for source in SOURCES:
        text = json.dumps(summary(read_meeting(source)), ensure_ascii=False, indent=1)
        golden_of(source.name).write_text(text + "\n", encoding="utf-8")
