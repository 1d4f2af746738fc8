"""Whole documents: invented minutes in layouts of every kind against what must be read from them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.types import Meeting, Role
from tests.corpus.sheets import document

DATA = Path(__file__).parent / "data"
SOURCE = SourceFile(Path("protokoll.txt"), "protokoll.txt", "kf/protokoll", "")


def _meeting(path: Path) -> Meeting:
    source = SourceFile(path, path.name, path.stem, "")
    return parse_meeting(read_document(source), source)


def _as_json(meeting: Meeting) -> list[dict[str, object]]:
    return [
        {
            "id": item.id,
            "number": item.number,
            "title": item.title,
            "case_numbers": list(item.case_numbers),
            "pages": list(item.pages),
            "sections": [
                {
                    "role": section.role,
                    "heading": section.heading,
                    "paragraphs": [[p.kind, p.page, p.text] for p in section.paragraphs],
                }
                for section in item.sections
            ],
        }
        for item in meeting.items
    ]


@pytest.mark.parametrize("golden", sorted(DATA.glob("*.json")), ids=lambda path: path.stem)
def test_invented_minutes_are_read_as_the_golden_file_says(golden):
    (path,) = (p for p in golden.parent.glob(f"{golden.stem}.*") if p.suffix != ".json")
    assert _as_json(_meeting(path)) == json.loads(golden.read_text(encoding="utf-8"))


def test_every_invented_document_has_a_golden_file():
    assert {p.stem for p in DATA.glob("*.json")} == {p.stem for p in DATA.iterdir()}


def _parse(text: str) -> Meeting:
    return parse_meeting(document(text), SOURCE)


def test_an_item_is_named_by_its_number():
    meeting = _parse("§ 96 Dnr 1/24\nVal\nBeslut\nA.\n\n§ 97 Dnr 2/24\nTaxa\nBeslut\nB.\n")
    assert [item.id for item in meeting.items] == ["kf/protokoll/96", "kf/protokoll/97"]


def test_an_item_without_number_is_named_by_its_title_and_names_are_counted():
    meeting = _parse("Incheckning\n\nAnteckningar\n\nA.\n\nIncheckning\n\nAnteckningar\n\nB.\n")
    assert [item.id for item in meeting.items] == ["kf/protokoll/incheckning", "kf/protokoll/incheckning-2"]


def test_a_gap_in_the_numbers_is_told():
    meeting = _parse("§ 7 Dnr 1/24\nVal\nBeslut\nA.\n\n§ 9 Dnr 2/24\nTaxa\nBeslut\nB.\n")
    assert any("Efter § 7 kommer § 9." in warning for warning in meeting.warnings)


def test_who_was_present_is_kept_as_the_opening():
    meeting = _parse("Sundnämnden\n\nNärvarande\n\nAnn Ek (S)\nBo Alm (M)\n\n§ 7 Dnr 1/24\nVal\nBeslut\nA.\n")
    texts = [paragraph.text for section in meeting.opening for paragraph in section.paragraphs]
    assert texts[-2:] == ["Ann Ek (S)", "Bo Alm (M)"]
    assert {section.role for section in meeting.opening} == {Role.ATTENDANCE}


def test_a_header_that_names_only_the_body_gives_no_opening():
    assert _parse("Sundnämnden\n\n§ 7 Dnr 1/24\nVal\nBeslut\nA.\n").opening == ()


def test_text_that_is_no_minutes_becomes_one_item_with_a_warning():
    meeting = _parse("Så sorterar du avfall\n\nMatavfall läggs i påsen.\n")
    assert [(item.title, item.number) for item in meeting.items] == [("Så sorterar du avfall", "")]
    assert any("Inga ärenden hittades" in warning for warning in meeting.warnings)


def test_a_notice_with_numbered_items_is_told_from_minutes():
    meeting = _parse("KALLELSE\nSundnämnden\n\n§ 7 Dnr 1/24\nVal\nFörslag till beslut\nA.\n")
    assert any("är enligt sin rubrik en kallelse" in warning for warning in meeting.warnings)
    assert len(meeting.items) == 1


def test_an_introduction_before_the_first_item_is_kept():
    prose = "Rådet samlades vid havet för att tala om framtiden och om vad som ska göras de kommande åren. "
    meeting = _parse(
        f"Rådet\n\n{prose * 3}\n\n1. Val\n\nAnteckningar\n\nA.\n\n2. Taxa\n\nAnteckningar\n\nB.\n"
    )
    assert [item.title for item in meeting.items] == ["Inledning", "Val", "Taxa"]


PIECES = st.sampled_from(
    [
        "§ 1 Dnr 12/24",
        "§ 2",
        "§ 3 Val av justerare",
        "1. Val",
        "2. Taxa",
        "Beslut",
        "Anteckningar",
        "Ärenden",
        "Bilaga 1",
        "Startsida",
        " Ny sida",
        "3 (7)",
        "Justerandes sign",
        "Kommunstyrelsen",
        "Taxan antas och gäller från den 1 januari.",
        "en rad som går vidare till nästa och bryter planerings-",
        "förutsättningarna i delar",
        "a.",
        "Ja",
        "S",
        "",
        "",
        "\f",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_whatever_the_text_every_run_is_verbatim_and_no_character_is_used_twice(pieces):
    text = "\n".join(pieces)
    used: list[int] = []
    meeting = _parse(text)
    for item in meeting.items:
        assert item.pages == tuple(sorted(set(item.pages)))
        for section in item.sections:
            assert section.paragraphs
            for paragraph in section.paragraphs:
                assert paragraph.text.strip()
                for run in paragraph.runs:
                    stretch = text[run.source_start : run.source_start + run.length]
                    assert stretch == paragraph.text[run.start : run.start + run.length]
                    used += range(run.source_start, run.source_start + run.length)
    assert len(used) == len(set(used))
    assert len({item.id for item in meeting.items}) == len(meeting.items) >= 1


def test_page_headers_kept_apart_by_the_format_tell_body_and_date():
    text = "§ 1 Val\n\nBeslut\nA.\n\n§ 2 Taxa\n\nBeslut\nB.\n"
    running = ("Kommunstyrelsen", "Protokoll 2024-03-06")
    meeting = parse_meeting(replace(document(text), running=running), SOURCE)
    assert meeting.body == "Kommunstyrelsen"
    assert str(meeting.start_date) == "2024-03-06"
