"""What is done about personal data before anything else reads the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Document, Page
from corpus.folder import find_sources
from corpus.privacy.detect import find_personal_data
from corpus.privacy.policy import MASK, masked, with_policy
from corpus.reading import read_meeting
from qa.reading import PersonalDataKind, PrivacyPolicy
from qa.types import Meeting

NUMBER = "811228-9874"
MINUTES = f"""\
Sundnämnden

Protokoll
Sammanträdesdatum: 2024-03-06

Närvarande: Siv Ek (S), Bo Al (M)

§ 12 Ansökan från Per Ask, {NUMBER}
Dnr SN 2024/00012

Ärendet
Per Ask, {NUMBER}, ansöker om bidrag. Han nås på 070-
123 45 67 efter klockan fem på vardagar.

Beslut
Nämnden beviljar ansökan.

§ 13 Rapport
Dnr SN 2024/00013

Beslut
Nämnden lägger rapporten till handlingarna.
"""


def read(folder: Path, policy: PrivacyPolicy, text: str = MINUTES) -> Meeting:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (source,) = find_sources([folder]).sources
    return read_meeting(with_policy(source, policy))


def texts(meeting: Meeting) -> str:
    return repr(meeting)


def paragraphs(meeting: Meeting) -> list[str]:
    return [
        paragraph.text
        for item in meeting.items
        for section in item.sections
        for paragraph in section.paragraphs
    ]


def test_warning_leaves_the_text_and_tells_kind_and_place_but_not_the_number(tmp_path: Path) -> None:
    meeting = read(tmp_path, PrivacyPolicy.WARN)
    assert NUMBER in paragraphs(meeting)[0]
    assert meeting.reading is not None
    (note,) = meeting.reading.privacy_notes
    assert "i § 12: personnummer (rad 8, 12), telefonnummer (rad 12)" in note
    assert "QA_PRIVACY" in note
    assert NUMBER not in note
    assert not any("Personuppgifter" in warning for warning in meeting.warnings)


def test_masking_leaves_no_trace_anywhere_in_the_meeting(tmp_path: Path) -> None:
    meeting = read(tmp_path, PrivacyPolicy.MASK)
    assert NUMBER not in texts(meeting)
    assert "811228" not in texts(meeting)
    assert meeting.items[0].title == f"Ansökan från Per Ask, {MASK * len(NUMBER)}"
    assert [item.number for item in meeting.items] == ["§ 12", "§ 13"]


def test_runs_stay_verbatim_of_the_masked_source(tmp_path: Path) -> None:
    meeting = read(tmp_path, PrivacyPolicy.MASK)
    document = Document("a.txt", MINUTES, (Page(None, 0, len(MINUTES)),))
    source = masked(document, find_personal_data(MINUTES)).text
    for item in meeting.items:
        for section in item.sections:
            for paragraph in section.paragraphs:
                for run in paragraph.runs:
                    in_text = paragraph.text[run.start : run.start + run.length]
                    assert in_text == source[run.source_start : run.source_start + run.length]


def test_a_masked_document_keeps_its_length_and_its_lines() -> None:
    text = f"Siv Ek, {NUMBER}\nStorgatan 5\n312 34 Sundsby\n"
    document = Document("a", text, (Page(None, 0, len(text)),), running=(f"Sida {NUMBER}",))
    hidden = masked(document, find_personal_data(text))
    assert [len(line) for line in hidden.text.splitlines()] == [len(line) for line in text.splitlines()]
    assert hidden.text.split() == ["Siv", "Ek,", MASK * 11, MASK * 9, MASK, MASK * 3, MASK * 2, MASK * 7]
    assert hidden.running == ("Sida " + MASK * 11,)


def test_leaving_out_drops_the_item_and_no_other(tmp_path: Path) -> None:
    meeting = read(tmp_path, PrivacyPolicy.LEAVE_OUT_ITEM)
    assert [item.number for item in meeting.items] == ["§ 13"]
    assert "Per Ask" not in texts(meeting)
    assert meeting.reading is not None
    assert "Ärendet är utelämnat" in meeting.reading.privacy_notes[0]


def test_what_stands_outside_the_items_is_masked_when_items_are_left_out(tmp_path: Path) -> None:
    text = MINUTES.replace("Bo Al (M)", f"Bo Al (M), Per Ask {NUMBER}").replace(NUMBER, "X", 0)
    text = (
        text.replace(f", {NUMBER}\nDnr", "\nDnr")
        .replace(f"Per Ask, {NUMBER}, ", "Per Ask ")
        .replace("070-\n123 45 67", "hem")
    )
    meeting = read(tmp_path, PrivacyPolicy.LEAVE_OUT_ITEM, text)
    assert [item.number for item in meeting.items] == ["§ 12", "§ 13"]
    assert "811228" not in texts(meeting)
    assert meeting.reading is not None
    (note,) = meeting.reading.privacy_notes
    assert "utanför ärendena" in note
    assert "maskerat" in note


def test_a_number_in_the_title_of_an_item_without_text_leaves_it_out(tmp_path: Path) -> None:
    text = MINUTES.replace("§ 13 Rapport", f"§ 13 Rapport om {NUMBER}")
    assert read(tmp_path, PrivacyPolicy.LEAVE_OUT_ITEM, text).items == ()


def test_the_fingerprint_changes_with_the_policy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    (source,) = find_sources([tmp_path]).sources
    assert len({with_policy(source, policy).fingerprint for policy in PrivacyPolicy}) == len(PrivacyPolicy)
    assert with_policy(source, PrivacyPolicy.MASK) == with_policy(replace(source), PrivacyPolicy.MASK)


@pytest.mark.parametrize("policy", PrivacyPolicy)
def test_minutes_without_personal_data_are_read_alike_under_every_policy(
    tmp_path: Path, policy: PrivacyPolicy
) -> None:
    text = MINUTES.replace(NUMBER, "se bilaga").replace("070-\n123 45 67", "plats")
    meeting = read(tmp_path, policy, text)
    assert meeting.reading is not None
    assert meeting.reading.personal_data == ()
    assert replace(meeting, reading=None) == replace(read(tmp_path, PrivacyPolicy.WARN, text), reading=None)


def test_the_kinds_are_swedish_words() -> None:
    assert {kind.value for kind in PersonalDataKind} >= {"personnummer", "samordningsnummer", "telefonnummer"}
