"""Joined lines stay tied to their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Line
from corpus.layout.joining import inner_hyphens, join_lines

NONE: frozenset[str] = frozenset()


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(piece, start))
        start += len(piece) + 1
    return lines


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("en rad\noch en till", "en rad och en till"),
        ("planerings-\nförutsättningarna", "planeringsförutsättningarna"),
        ("idrotts-\noch föreningsnämnden", "idrotts- och föreningsnämnden"),
        ("IT-\nstrategi", "IT-strategi"),
        ("Karl-\nErik", "Karl-Erik"),
        ("e-\npost", "e-post"),
        ("åren 2022-\n2024", "åren 2022-2024"),
        ("åren 2022–\n2024", "åren 2022–2024"),
        ("den 2024-06-\n14", "den 2024-06-14"),
        ("Dnr SLK-2024-\n00123", "Dnr SLK-2024-00123"),
        ("2020-\ntalet", "2020-talet"),
        ("2023-\noch 2024", "2023- och 2024"),
        ("hbtqi-\npersoners", "hbtqi-personers"),
        ("tv-\nsändning", "tv-sändning"),
        ("skol-\nstrategi", "skolstrategi"),
        ("covid-\n19", "covid-19"),
        ("en ja-\nröst", "en ja-röst"),
        ("Göteborg -\nBorås", "Göteborg - Borås"),
        ("plane\u00ad\nring", "planering"),
        ("  indrag \n\n slut ", "indrag slut"),
        ("bidrag till **byalag** nu", "bidrag till byalag nu"),
    ],
)
def test_lines_are_joined_as_they_are_read(text, joined):
    assert join_lines(_lines(text), NONE)[0] == joined


def test_a_hyphen_that_the_file_writes_elsewhere_stays():
    lines = _lines("allt om icke-våld och\nicke-\nvåld")
    assert join_lines(lines[1:], inner_hyphens(lines))[0] == "icke-våld"


def test_a_first_part_that_the_file_writes_with_a_hyphen_keeps_it_before_other_words():
    lines = _lines("öst-västlig led\nden öst-\nvästliga leden")
    assert join_lines(lines[1:], inner_hyphens(lines))[0] == "den öst-västliga leden"


@given(st.text("aåÅ -\u00ad*\n1.", max_size=60))
def test_runs_are_verbatim_in_order_and_cover_what_is_written(text):
    joined, runs = join_lines(_lines(text), NONE)
    covered = set()
    for before, run in zip([None, *runs], runs, strict=False):
        assert (
            text[run.source_start : run.source_start + run.length]
            == joined[run.start : run.start + run.length]
        )
        assert run.length > 0
        assert before is None or before.start + before.length <= run.start
        assert before is None or before.source_start + before.length <= run.source_start
        covered.update(range(run.start, run.start + run.length))
    assert all(joined[i].isspace() for i in range(len(joined)) if i not in covered)
