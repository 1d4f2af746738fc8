"""The same meeting in two formats gives the same items and the same passages; the text is the reference."""

from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from qa.chunking import passages_of_meeting
from qa.types import Meeting, Paragraph, ParagraphKind
from tests.corpus.pdf_layouts import LAYOUTS
from tests.corpus.render import Sheet, authored, read, typed
from tests.corpus.writers import WRITERS

EXAMPLES = Path(__file__).parents[3] / "corpus" / "examples"
NAMES = sorted(
    path.name for path in EXAMPLES.iterdir() if path.suffix in {".md", ".txt"} and path.stem != "README"
)

NUMBERED = [name for name in NAMES if any(item.number for item in read(EXAMPLES / name).items)]


@cache
def reference(name: str) -> Meeting:
    return read(EXAMPLES / name)


def rendered(sheet: Sheet, ending: str, folder: Path) -> Meeting:
    path = folder / f"protokoll{ending}"
    path.write_bytes(WRITERS[ending](sheet))
    return read(path)


def items(meeting: Meeting) -> list[tuple[object, ...]]:
    """Return all of a meeting's items but their pages, white space made even."""
    return [
        (
            item.number,
            item.title,
            item.case_numbers,
            [(section.role, section.heading, texts(section.paragraphs)) for section in item.sections],
        )
        for item in meeting.items
    ]


def texts(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, str]]:
    """Return paragraphs as kind and text; a table is one text, however its pages part it."""
    found = []
    for is_table, group in groupby(paragraphs, key=lambda p: p.kind is ParagraphKind.TABLE):
        if is_table:
            found.append(("table", " ".join(" ".join(p.text for p in group).split())))
        else:
            found += [(p.kind.value, " ".join(p.text.split())) for p in group]
    return found


def facts(meeting: Meeting) -> tuple[object, ...]:
    return (
        meeting.body,
        meeting.start_date,
        meeting.end_date,
        meeting.date_basis,
        meeting.place,
        meeting.time,
        meeting.attendees,
        meeting.absent,
    )


@pytest.mark.parametrize("ending", sorted(WRITERS))
@pytest.mark.parametrize("name", NAMES)
def test_a_text_typed_into_a_document_gives_the_same_items(name, ending, tmp_path):
    meeting = rendered(typed(EXAMPLES / name), ending, tmp_path)
    assert items(meeting) == items(reference(name))
    assert facts(meeting) == facts(reference(name))


@pytest.mark.parametrize("ending", sorted(WRITERS))
@pytest.mark.parametrize("name", NAMES)
def test_minutes_as_an_office_sets_them_give_the_same_items(name, ending, tmp_path):
    meeting = rendered(authored(EXAMPLES / name), ending, tmp_path)
    assert items(meeting) == items(reference(name))
    assert facts(meeting) == facts(reference(name))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NUMBERED)
def test_minutes_printed_in_any_layout_give_the_same_items(name, layout, tmp_path):
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(LAYOUTS[layout](authored(EXAMPLES / name)))
    assert [item[:3] for item in items(read(path))] == [item[:3] for item in items(reference(name))]


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_in_the_margin_change_no_section(name, tmp_path):
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(LAYOUTS["numbers in the margin"](authored(EXAMPLES / name)))
    assert roles(read(path)) == roles(reference(name))


def roles(meeting: Meeting) -> list[list[tuple[object, str]]]:
    return [[(section.role, section.heading) for section in item.sections] for item in meeting.items]


@pytest.mark.parametrize("how", [typed, authored])
@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_the_passages_are_the_same(how, ending, tmp_path):
    path = EXAMPLES / "krr-internat-2020.txt"
    meeting = rendered(how(path), ending, tmp_path)
    assert passages(meeting) == passages(reference(path.name))


def passages(meeting: Meeting) -> list[tuple[str, list[str], str]]:
    """Return the passages of the items, by id; the opening is set otherwise in a table than in lines."""
    of_items = {item.id for item in meeting.items}
    found = [p for p in passages_of_meeting(meeting) if p.citation.item_id in of_items]
    return [(passage.id, passage.text.split(), passage.context) for passage in found]
