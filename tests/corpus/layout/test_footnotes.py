"""Footnotes at the foot of a page."""

import pytest

from corpus.layout.footnotes import split_footnotes
from tests.corpus.sheets import lines_of


def _notes(text: str, page_start: str) -> list[str]:
    _, notes = split_footnotes(lines_of(text), frozenset({text.index(page_start)}))
    return [" ".join(line.text for line in note if line.text) for note in notes]


def test_each_note_has_its_wrapped_lines_and_addresses():
    text = "En film.1 Och en plan).2 Vi\n\n1 Filmen,\nfrån 2018\n2 Planen\n\nhttps://example.org/plan\nfortsätter."
    assert _notes(text, "fortsätter.") == ["1 Filmen, från 2018", "2 Planen https://example.org/plan"]


@pytest.mark.parametrize(
    "text",
    [
        "Ingen not här.\n\n1 Ett ämne\nfortsätter.",
        "Se noten.1\n\n1 Noten.\n\nMer text på samma sida.\nfortsätter.",
        "Se noten.1\n1 rad direkt under\nfortsätter.",
    ],
)
def test_a_number_without_a_mark_or_in_the_middle_of_a_page_is_no_note(text):
    assert _notes(text, "fortsätter.") == []
