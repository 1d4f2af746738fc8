"""What an archivist would want to look at is said, and nothing else."""

from pathlib import Path

import pytest

from corpus.folder import find_sources
from corpus.reading import read_meeting
from qa.reading import DoubtKind, Reading

HEADER = """\
Sundnämnden

Protokoll
Sammanträdesdatum: 2024-03-06

Närvarande
Siv Ek (S), ordförande
Bo Al (M)

"""
GOOD = """\
§ 12 Bidrag
Dnr SN 2024/00012

Beslut
Nämnden beviljar ansökan om bidrag till föreningen och tackar för det goda samarbetet under året.

§ 13 Rapport
Dnr SN 2024/00013

Beslut
Nämnden lägger rapporten till handlingarna och ger förvaltningen i uppdrag att återkomma i höst.
"""
ENGLISH = "The board has decided that the contract should be signed by both parties before summer. "
SWEDISH = "Nämnden har beslutat att avtalet ska skrivas under av båda parter före sommaren. "


def judge(folder: Path, text: str) -> Reading:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (source,) = find_sources([folder]).sources
    reading = read_meeting(source).reading
    assert reading is not None
    return reading


def kinds(folder: Path, text: str) -> set[DoubtKind]:
    return {doubt.kind for doubt in judge(folder, text).doubts}


def test_good_minutes_give_no_doubts_and_all_their_text_is_understood(tmp_path: Path) -> None:
    reading = judge(tmp_path, HEADER + GOOD)
    assert reading.doubts == ()
    assert reading.coverage == 1
    assert reading.listed is None


def test_a_title_of_the_agenda_list_without_an_item_is_named(tmp_path: Path) -> None:
    listed = "Ärenden\n1. Bidrag\n2. Rapport\n3. Ny simhall\n\n"
    items = GOOD.replace("§ 12 Bidrag", "1. Bidrag").replace("§ 13 Rapport", "2. Rapport")
    reading = judge(tmp_path, HEADER + listed + items)
    (doubt,) = (doubt for doubt in reading.doubts if doubt.kind is DoubtKind.AGENDA)
    assert reading.listed == 3
    assert "”Ny simhall”" in doubt.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GOOD, DoubtKind.ATTENDANCE),
        (HEADER + GOOD.replace("§ 13", "§ 12"), DoubtKind.REPEATED_NUMBER),
        (HEADER + GOOD + "\n§ 14 Övriga frågor\n", DoubtKind.EMPTY_ITEM),
        (HEADER + GOOD + f"\n§ 14 Avtal\n\nBeslut\n{ENGLISH * 10}\n", DoubtKind.LANGUAGE),
        (HEADER + GOOD + f"\n§ 14 Avtal\n\nBeslut\n{SWEDISH * 400}\n", DoubtKind.LONG_ITEM),
        (HEADER + GOOD.replace("a", "\ufffd"), DoubtKind.UNREADABLE),
        (f"Om avtalet\n\n{SWEDISH * 40}\n", DoubtKind.NO_ITEMS),
    ],
)
def test_what_is_odd_is_doubted(tmp_path: Path, text: str, kind: DoubtKind) -> None:
    assert kind in kinds(tmp_path, text)


def test_swedish_of_the_same_length_is_not_doubted(tmp_path: Path) -> None:
    text = HEADER + GOOD + f"\n§ 14 Avtal\n\nBeslut\n{SWEDISH * 10}\n"
    assert kinds(tmp_path, text) == set()


def test_a_doubt_about_an_item_carries_its_id(tmp_path: Path) -> None:
    reading = judge(tmp_path, HEADER + GOOD + "\n§ 14 Övriga frågor\n")
    assert [doubt.item_id for doubt in reading.doubts] == ["a/14"]
