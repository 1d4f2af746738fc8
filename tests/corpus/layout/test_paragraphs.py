"""Lines become the paragraphs that the writer meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.layout.paragraphs import Flow, build_paragraphs
from qa.types import ParagraphKind
from tests.corpus.sheets import lines_of, setting

FULL = "En rad som är så lång att nästa ord inte hade fått plats på den, alltså full"


def _texts(text: str, width: int | None = 80, flow: Flow = Flow.PROSE) -> list[str]:
    return [p.text for p in build_paragraphs(lines_of(text), setting(text, width), flow)]


CASES = {
    "wrapped lines are joined": (f"{FULL}\nav ord.", [f"{FULL} av ord."]),
    "a blank line parts": ("Ett.\n\nTvå.", ["Ett.", "Två."]),
    "a stray blank line in a sentence does not": (
        "i tre delar och effektiv\n\norganisation.",
        ["i tre delar och effektiv organisation."],
    ),
    "a short line before a capital is a heading": (
        "Halmstads kommun\nDet vore bra.",
        ["Halmstads kommun", "Det vore bra."],
    ),
    "a sentence that ends early ends the paragraph": (
        "Slut här.\nNytt stycke.",
        ["Slut här.", "Nytt stycke."],
    ),
    "a name in the middle of a sentence goes on": (
        "Förste vice ordföranden och andre vice ordföranden i nämnden\nMargit Ros.",
        ["Förste vice ordföranden och andre vice ordföranden i nämnden Margit Ros."],
    ),
    "list items part": ("Bland annat:\n- ett\n- två", ["Bland annat:", "- ett", "- två"]),
    "a wrapped list item goes on": (f"1. {FULL}\nav ord.\n2. Två.", [f"1. {FULL} av ord.", "2. Två."]),
    "a number first on a line is no list item after den": (
        "Mötet hålls den\n12. maj.",
        ["Mötet hålls den 12. maj."],
    ),
    "a bullet alone is layout": ("•\n•\n\nEtt ämne\nEtt till", ["Ett ämne", "Ett till"]),
    "marks in a column get their texts back": ("a.\n\nb.\nEtt.\nTvå.", ["a. Ett.", "b. Två."]),
    "marks that do not fit stay together": ("a.\nb.\nc.\nEtt.\nTvå.", ["a. b. c.", "Ett.", "Två."]),
}


@pytest.mark.parametrize("case", CASES)
def test_paragraphs_are_parted_and_joined(case):
    text, paragraphs = CASES[case]
    assert _texts(text) == paragraphs


def test_where_a_line_is_a_paragraph_only_a_page_break_joins():
    text = "KRF har talat i samband med\nAnnat.\n\nTredje."
    assert _texts(text, None) == ["KRF har talat i samband med", "Annat.", "Tredje."]


def test_a_sentence_goes_on_over_a_page_break():
    text = "Om man är parter inom forumet som till exempel i samband med\n\n\nHemsjukvården blir det svårt."
    at = text.index("Hemsjukvården")
    (paragraph,) = build_paragraphs(lines_of(text), setting(text, None, frozenset({at})))
    assert paragraph.text.endswith("i samband med Hemsjukvården blir det svårt.")


def test_a_finished_sentence_does_not_go_on_over_a_page_break():
    text = "Slut.\n\nNy sida."
    paragraphs = build_paragraphs(lines_of(text), setting(text, 80, frozenset({text.index("Ny")})))
    assert [p.text for p in paragraphs] == ["Slut.", "Ny sida."]


def test_names_stand_one_to_a_line():
    assert _texts("Nämnden för demokrati och medborgarservice i staden\nHigab AB", flow=Flow.NAMES) == [
        "Nämnden för demokrati och medborgarservice i staden",
        "Higab AB",
    ]


def test_entries_part_at_every_sentence_that_begins_a_line():
    full = FULL[:-1] + "."
    assert _texts(f"{full}\nBo Ek yrkar avslag.", flow=Flow.ENTRIES) == [full, "Bo Ek yrkar avslag."]


def test_footnotes_stand_after_the_text_that_they_interrupt():
    text = "Rapporten visar detta.1 Det behövs en och\n\n1 Se bilagan.\nSamma vård för alla."
    paragraphs = build_paragraphs(lines_of(text), setting(text, 80, frozenset({text.index("Samma")})))
    assert [p.text for p in paragraphs] == [
        "Rapporten visar detta.1 Det behövs en och Samma vård för alla.",
        "1 Se bilagan.",
    ]


def test_votes_in_the_text_are_a_table_between_paragraphs():
    text = "Så här:\n\nEva Ros Ja\nTore Hage Ja\nYlva Mark Nej\nDan Vik Nej\n\nSlut."
    kinds = [p.kind for p in build_paragraphs(lines_of(text), setting(text))]
    assert kinds == [ParagraphKind.PROSE, ParagraphKind.TABLE, ParagraphKind.PROSE]


WORDS = st.sampled_from(
    [
        "ord",
        "Ord",
        "slut.",
        "och",
        "planerings-",
        "a.",
        "b.",
        "•",
        "- ett",
        "1. två",
        "Ja",
        "Nej",
        "S",
        "12:30",
        "§ 4",
        "x1 ",
    ]
)
LINES = st.lists(st.one_of(st.just(""), st.lists(WORDS, min_size=1, max_size=9).map(" ".join)), max_size=25)


@given(LINES, st.sampled_from([None, 40, 80]), st.sampled_from(list(Flow)), st.sets(st.integers(0, 25)))
def test_every_written_character_stands_in_exactly_one_paragraph(pieces, width, flow, broken):
    text = "\n".join(pieces)
    lines = lines_of(text)
    breaks = frozenset(line.start for index, line in enumerate(lines) if index in broken)
    used: list[int] = []
    for paragraph in build_paragraphs(lines, setting(text, width, breaks), flow):
        covered = set()
        for run in paragraph.runs:
            stretch = text[run.source_start : run.source_start + run.length]
            assert stretch == paragraph.text[run.start : run.start + run.length]
            covered.update(range(run.start, run.start + run.length))
            used += range(run.source_start, run.source_start + run.length)
        assert all(char.isspace() for i, char in enumerate(paragraph.text) if i not in covered)
    assert len(used) == len(set(used))
    missing = {text[i] for i in set(range(len(text))) - set(used)}
    assert missing <= {" ", "\n", "-", "•"}
