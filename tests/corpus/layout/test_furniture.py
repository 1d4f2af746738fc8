"""Page furniture goes, text stays."""

from dataclasses import replace

import pytest

from corpus.layout.furniture import clear_furniture, is_navigation, is_signing
from tests.corpus.sheets import document, sheet


def _kept(text: str) -> list[str]:
    return [line.text for line in sheet(text).lines if line.text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Ordförandes sign",
        "Justerandes sign",
        "Justerares sign.",
        "Utdragsbestyrkande",
        "Justerandes sign                    Utdragsbestyrkande",
        "Protokolljusterarnas sign",
        "Sign",
    ],
)
def test_places_for_signatures_are_furniture(text):
    assert is_signing(text)


@pytest.mark.parametrize("text", ["Ordförande", "Justerare", "Signe Justerare", "Val av justerare"])
def test_offices_and_names_are_not(text):
    assert not is_signing(text)


def test_a_link_back_to_the_start_is_furniture():
    assert is_navigation("Startsida")
    assert is_navigation("Till innehållsförteckningen")
    assert not is_navigation("Information")


PAGED = """Nämnden
Protokoll nr 3
Första stycket på

Nämndens kansli, protokoll

1 (3)

Nämnden
Protokoll nr 3
sidan fortsätter här.
Nämnden

Nämndens kansli, protokoll

2 (3)

Nämnden
Protokoll nr 3
Slut.

Nämndens kansli, protokoll

3 (3)
"""


def test_headers_of_any_wording_are_found_by_repetition_and_the_text_keeps_its_own_words():
    assert _kept(PAGED) == ["Första stycket på", "sidan fortsätter här.", "Nämnden", "Slut."]


def test_running_lines_are_handed_on_once_for_the_facts_of_the_meeting():
    assert [line.text for line in sheet(PAGED).running] == [
        "Nämnden",
        "Protokoll nr 3",
        "Nämndens kansli, protokoll",
    ]


def test_the_printed_number_is_the_page_of_the_lines_before_it():
    assert [line.page for line in sheet(PAGED).lines if line.text.strip()] == [1, 2, 2, 3]


def test_breaks_are_the_lines_after_furniture():
    cleared = sheet(PAGED)
    assert [line.text for line in cleared.lines if line.start in cleared.breaks] == [
        "Första stycket på",
        "sidan fortsätter här.",
        "Slut.",
    ]


def test_a_recipient_at_the_foot_of_many_pages_stays():
    pages = "".join(
        f"§ {n} Val\nBeslut\nAlla {n}.\nProtokollsutdrag\nRevisorn\n\n{n} (20)\n\n" for n in range(1, 4)
    )
    others = "".join(f"§ {n} Val\nBeslut\nAlla {n}.\n\n{n} (20)\n\n" for n in range(4, 21))
    assert _kept(pages + others).count("Revisorn") == 3


def test_a_sentence_that_ends_each_item_stays():
    text = "".join(f"Ärende {n}\n\nPresentation bifogas.\n\nJusterares sign\n\n" for n in range(6))
    assert _kept(text).count("Presentation bifogas.") == 6


def test_agenda_entries_printed_again_as_headings_stay():
    text = (
        "Ärenden\n\n1. Val\n\nJusterares sign\n\n1. Val\n\nA.\n\nJusterares sign\n\nMer.\n\nJusterares sign\n"
    )
    assert _kept(text).count("1. Val") == 2


def test_a_page_number_inside_a_repeated_header_is_read():
    text = "".join(f"Nämnden          Sida {n} av 3\n\nText {n}.\n\n" for n in (1, 2, 3))
    lines = [line for line in sheet(text).lines if line.text.strip()]
    assert [(line.text, line.page) for line in lines] == [("Text 1.", 1), ("Text 2.", 2), ("Text 3.", 3)]


def test_a_single_space_before_a_line_marks_the_start_of_a_page():
    filler = "\n".join(["En rad i ett stycke som är lång nog."] * 30)
    cleared = sheet(f"{filler}\n Ny sida\n{filler}\n")
    assert [line.text for line in cleared.lines if line.start in cleared.breaks] == [" Ny sida"]


def test_neighbouring_lines_with_a_space_are_a_list_that_lost_its_bullets():
    filler = "\n".join(["En rad i ett stycke som är lång nog."] * 30)
    assert sheet(f"{filler}\n En punkt\n En till\n{filler}\n").breaks == frozenset()


def test_a_text_whose_lines_are_paragraphs_has_no_width_and_keeps_its_blank_lines():
    text = "\n\n".join(
        "Ett stycke som är precis så långt att det kunde vara en hel rad text." for _ in range(30)
    )
    reflowing = clear_furniture(replace(document(text), reflows=True))
    assert reflowing.width is None
    assert sum(not line.text for line in reflowing.lines) == 29


PAGES_OF_THREE = (
    "Region Sund\nSida 1(3)\n\n§ 5 Val\nBeslut\nVal görs i maj.\n\nRegion Sund\tSida 2(3)\nStyrelsen\t2023-09-14\n\n"
    "§ 6 Taxa\nBeslut\nTaxan antas.\n\nRegion Sund\tSida 3(3)\nStyrelsen\t2023-09-14\n\n§ 7 Avgift\nBeslut\nDen antas.\n"
)


def test_a_page_header_with_the_number_of_all_pages_is_found_in_few_pages():
    kept = _kept(PAGES_OF_THREE)
    assert not [line for line in kept if "Sida" in line]
    assert {line.page for line in sheet(PAGES_OF_THREE).lines if line.text.startswith("§ 6")} == {2}


def test_a_dated_line_beside_two_page_breaks_is_a_page_header():
    assert "Styrelsen\t2023-09-14" not in _kept(PAGES_OF_THREE)
