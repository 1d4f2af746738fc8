"""Real minutes, where they lie beside the checkout: which items are found in each file."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.headings.agenda import is_day
from corpus.layout.furniture import clear_furniture
from corpus.layout.roles import heading_role
from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.source import SourceFile
from qa.types import Meeting, ParagraphKind, Role

MINUTES = Path(__file__).resolve().parents[2] / ".." / "shared" / "minutes"
FILES = sorted(MINUTES.glob("*/*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="the real minutes (../shared/minutes) are not here")

PARAGRAPHS = {
    "kf-2023-01-26": (1, 41),
    "kf-2023-02-23": (1, 34),
    "kf-2023-03-23": (1, 40),
    "kf-2023-06-08": (1, 36),
    "kf-2023-06-19": (1, 20),
    "kf-2023-09-07": (1, 18),
    "kf-2023-10-12": (1, 29),
    "kf-2023-11-09": (1, 4),
    "kf-2023-11-23": (34, 71),
    "kf-2023-12-07": (72, 107),
    "kf-2024-02-01": (1, 49),
    "kf-2024-02-29": (50, 99),
    "kf-2024-03-21": (100, 142),
    "kf-2024-04-25": (143, 194),
    "kf-2024-05-23": (195, 245),
    "kf-2024-06-19": (246, 300),
    "kf-2024-08-22": (301, 332),
    "kf-2024-09-12": (333, 385),
    "kf-2024-10-10": (386, 449),
    "kf-2024-11-07": (450, 451),
    "ks-2024-01-10": (1, 41),
    "ks-2024-01-24": (43, 87),
    "ks-2024-02-07": (93, 129),
    "ks-2024-02-21": (130, 179),
    "ks-2024-02-28": (180, 182),
    "ks-2024-03-06": (183, 217),
    "ks-2024-03-20": (219, 267),
    "ks-2024-04-10": (271, 323),
    "ks-2024-04-24": (327, 378),
    "ks-2024-05-08": (379, 422),
    "ks-2024-05-15": (423, 471),
    "ks-2024-05-29": (474, 529),
    "ks-2024-06-12": (532, 597),
    "ks-2024-08-28": (600, 671),
    "ks-2024-09-11": (676, 730),
    "ks-2024-09-25": (734, 789),
    "ks-2024-10-09": (791, 839),
    "ks-2024-10-16": (842, 844),
    "ks-2024-10-23": (845, 886),
    "ks-2024-11-06": (887, 938),
    "ks-2024-11-20": (940, 984),
    "ks-2024-11-27": (985, 1020),
    "ks-2024-12-11": (1021, 1082),
}
"""First and last paragraph of each file."""
NOT_THERE = {"ks-2024-09-11": {716, 724}, "ks-2024-09-25": {767, 782}, "ks-2024-10-09": {822}}
"""Paragraphs that the files leave out."""
WITHOUT_CASE_NUMBER = re.compile(r"kf-2023-(?:0[1-9]|10-12/(?:1|24)$|11-09/1$|11-23/(?:34|71)$|12-07/72$)")
"""Items whose heading has none in the file: all council minutes up to September 2023 may lack it."""
HALLAND = {
    "000": ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    "001": [""] * 7,
    "002": ["1", "2", "3", "4"],
    "003": [""] * 12,
    "004": ["1", "2", "3", "4", "5"],
}
"""Printed numbers of the items, by the beginning of the file name."""


@cache
def _meeting(path: Path) -> Meeting:
    source = SourceFile(path, path.name, path.stem, "")
    return parse_meeting(read_document(source), source)


def _goteborg() -> list[Path]:
    return [path for path in FILES if path.parent.name == "goteborg"]


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_goteborg_file = pytest.mark.parametrize("path", _goteborg(), ids=lambda path: path.stem)


@each_goteborg_file
def test_the_paragraphs_of_a_file_are_found_without_gap_or_invention(path):
    first, last = PARAGRAPHS[path.stem]
    missing = NOT_THERE.get(path.stem, set())
    expected = [f"§ {number}" for number in range(first, last + 1) if number not in missing]
    assert [item.number for item in _meeting(path).items] == expected


@each_goteborg_file
def test_every_paragraph_has_a_title_of_its_own_and_its_case_number(path):
    for item in _meeting(path).items:
        assert 8 <= len(item.title) <= 260, item.id
        assert not item.title.endswith((".", ":", ",", "-")), item.id
        assert not re.search(r"\b(?:och|för|om|av|till|i)$", item.title), item.id
        assert item.case_numbers or WITHOUT_CASE_NUMBER.match(item.id), item.id


@each_goteborg_file
def test_every_paragraph_has_text(path):
    assert [item.id for item in _meeting(path).items if not item.sections] == []


@each_goteborg_file
def test_pages_rise_through_the_minutes(path):
    firsts = [item.pages[0] for item in _meeting(path).items if item.pages]
    assert bool(firsts) == path.stem.startswith("kf")
    assert all(before <= after for before, after in pairwise(firsts))


@pytest.mark.parametrize("start", HALLAND)
def test_the_items_of_a_halland_file_are_found(start):
    (path,) = MINUTES.glob(f"halland/{start}_*.txt")
    assert [item.number for item in _meeting(path).items] == HALLAND[start]


def test_case_numbers_on_the_line_below_the_heading_are_read():
    (path,) = MINUTES.glob("halland/002_*.txt")
    assert [bool(item.case_numbers) for item in _meeting(path).items] == [True, False, True, False]


@each_file
def test_every_run_is_verbatim_and_nothing_is_used_twice(path):
    text = read_document(SourceFile(path, path.name, path.stem, "")).text
    used = bytearray(len(text))
    for item in _meeting(path).items:
        for section in item.sections:
            for paragraph in section.paragraphs:
                end = 0
                for run in paragraph.runs:
                    stretch = text[run.source_start : run.source_start + run.length]
                    assert paragraph.text[run.start : run.start + run.length] == stretch
                    assert not paragraph.text[end : run.start].strip()
                    end = run.start + run.length
                    for index in range(run.source_start, run.source_start + run.length):
                        assert not used[index]
                        used[index] = 1
                assert not paragraph.text[end:].strip()


@each_file
def test_furniture_never_stands_in_a_paragraph(path):
    furniture = re.compile(
        r"Sammanträdesdatum:|Protokoll (?:nr \d|\(nr)|^\d+ \(\d+\)|Ordförandes sign|Utdragsbestyrkande|Startsida"
        r"|Sida \d+ av|Göteborgs Stad (?:Kommun\w+|Stadsledningskontoret),? protokoll",
        re.IGNORECASE,
    )
    for item in _meeting(path).items:
        for section in item.sections:
            for paragraph in section.paragraphs:
                assert not furniture.search(paragraph.text), (item.id, paragraph.text[:200])


@each_file
def test_all_text_after_the_first_heading_stands_in_a_paragraph_or_a_heading(path):
    document = read_document(SourceFile(path, path.name, path.stem, ""))
    meeting = _meeting(path)
    runs = [run for item in meeting.items for s in item.sections for p in s.paragraphs for run in p.runs]
    landed = {index for run in runs for index in range(run.source_start, run.source_start + run.length)}
    begin = min(run.source_start for run in runs)
    headed = [f"{i.number} {i.title} {' '.join(i.case_numbers)} Ärendenummer" for i in meeting.items]
    headed += [section.heading for item in meeting.items for section in item.sections]
    words = {word for heading in headed for word in re.findall(r"\w+", heading)}
    lost = [
        line.text.strip()
        for line in clear_furniture(document).lines
        if line.start >= begin
        and not any(line.start + n in landed for n in range(len(line.text)))
        and not set(re.findall(r"\w+", line.text)) <= words
    ]
    assert [line for line in lost if not is_day(line) and heading_role(line) is None] == []


def test_lists_of_votes_are_tables_in_the_paragraph_they_belong_to():
    attachments = [
        (item, section)
        for path in _goteborg()
        for item in _meeting(path).items
        for section in item.sections
        if section.role is Role.ATTACHMENT
    ]
    assert len(attachments) > 100
    for item, section in attachments:
        assert {p.kind for p in section.paragraphs} == {ParagraphKind.TABLE}, (item.id, section.heading)
        if section.heading != "Bilaga 1":
            label = section.heading.lower()
            texts = " ".join(p.text.lower() for s in item.sections for p in s.paragraphs)
            assert f"framgår av {label}" in texts, (item.id, section.heading)
