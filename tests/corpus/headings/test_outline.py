"""Items found in every layout: number, title and case numbers."""

from dataclasses import replace

import pytest

from corpus.document import Heading
from corpus.headings.outline import find_outline
from corpus.layout.furniture import clear_furniture
from tests.corpus.sheets import document, sheet


def _items(text: str) -> list[tuple[str, ...]] | None:
    outline = find_outline(sheet(text))
    return outline and [(h.number, h.title, *h.case_numbers) for h in outline.headings]


LAYOUTS = {
    "case number on the line": (
        "§ 96 Ärendenummer SLK-2023-01129\nVal av justerare\nBeslut\n\nA.\n\n\n§ 97 0901/22\n\nBudget\nBeslut\n\nB.\n",
        [("§ 96", "Val av justerare", "SLK-2023-01129"), ("§ 97", "Budget", "0901/22")],
    ),
    "bare sign without space": (
        "§5\nVal\nBeslut\nA.\n\n§6\nTaxa\nBeslut\nB.\n",
        [("§ 5", "Val"), ("§ 6", "Taxa")],
    ),
    "prefix of the body": (
        "KS § 45   Val   Dnr KS 2024/00123\n\nBeslut\nA.\n\nKs § 46   Taxa\n\nBeslut\nB.\n",
        [("§ 45", "Val", "KS 2024/00123"), ("§ 46", "Taxa")],
    ),
    "case number between number and title": (
        "§ 5\nDnr BUN/2024:12\nSkolstart\n\nBeslut\nA.\n\n§ 6\nDnr BUN/2024:13\nLovskola\n\nBeslut\nB.\n",
        [("§ 5", "Skolstart", "BUN/2024:12"), ("§ 6", "Lovskola", "BUN/2024:13")],
    ),
    "year in the number": (
        "§ 1/2024 Val\n\nA.\n\n§ 2/2024 Taxa\n\nB.\n",
        [("§ 1/2024", "Val"), ("§ 2/2024", "Taxa")],
    ),
    "full stop after the number": ("§ 5. Val\n\nA.\n\n§ 6. Taxa\n\nB.\n", [("§ 5", "Val"), ("§ 6", "Taxa")]),
    "case number above the sign": (
        "Dnr VN 2022/14\n§ 5\nVal\n\nBeslut\nA.\n\nDnr VN 2022/15\n§ 6\nTaxa\n\nBeslut\nB.\n",
        [("§ 5", "Val", "VN 2022/14"), ("§ 6", "Taxa", "VN 2022/15")],
    ),
    "bold lines apart": (
        "Möte i maj\n\n**Runda**\n\nAlla berättade.\n\n**Busskort**\n\n**Beslut:** Vi frågar.\n\n**Nästa möte**\n\nI juni.\n",
        [("", "Runda"), ("", "Busskort"), ("", "Nästa möte")],
    ),
    "usual titles after a long list of those present": (
        "Rådet 2 maj\n\n"
        + "Närvarande: Ann Ek, Bo Li, Cia Mo, Dag Ny, Eva Os, Finn Pil\n" * 4
        + "\n1. Mötets öppnande\nAnn öppnar.\n\n2. Snö\nDen ligger kvar.\n\n3. Nästa möte\nDen 4 juni.\n",
        [("1", "Mötets öppnande"), ("2", "Snö"), ("3", "Nästa möte")],
    ),
    "numbers without blank lines": (
        "Möte i maj\n1. Öppnande\nUlla öppnade mötet.\n2. Snö\nDet finns fel:\n1. Snön ligger kvar.\n2. Sanden saknas.\n"
        "3. Ekonomi\nKassan är tom.\n4. Avslut\nUlla avslutade.\n",
        [("1", "Öppnande"), ("2", "Snö"), ("3", "Ekonomi"), ("4", "Avslut")],
    ),
    "lines over bullets": (
        "Anteckningar 6 maj\n\nTrafiken\n- Den ökar\n\nMaten\n- Den är god\n- Mer sallad\n\nNästa möte\n- 8 juni\n",
        [("", "Trafiken"), ("", "Maten"), ("", "Nästa möte")],
    ),
    "capitals apart": (
        "VÄGNÄTVERKET\nANTECKNINGAR\n\nGODSET\n\nDet ökar.\n\nBUSSEN\n\nDen går.\n\nNÄSTA MÖTE\n\nI juni.\n",
        [("", "GODSET"), ("", "BUSSEN"), ("", "NÄSTA MÖTE")],
    ),
    "the word for the sign": (
        "Paragraf 5 A\nVal\n\nBeslut\nA.\n\nParagraf 6\nTaxa\n\nBeslut\nB.\n",
        [("§ 5 A", "Val"), ("§ 6", "Taxa")],
    ),
    "a dash after the number": ("§ 5 - Val\nA.\n\n§ 6 – Taxa\nB.\n", [("§ 5", "Val"), ("§ 6", "Taxa")]),
    "Markdown": ("## § 5 Val\n\n### Beslut\nA.\n\n## § 6 Taxa\n\nB.\n", [("§ 5", "Val"), ("§ 6", "Taxa")]),
    "bold": ("**§ 5 Val**\n\n**Beslut**\n\nA.\n\n**§ 6 Taxa**\n\nB.\n", [("§ 5", "Val"), ("§ 6", "Taxa")]),
    "no blank lines": (
        "Nämnden\n§ 5\nVal\nBeslut\nA enligt\n§ 12 i lagen.\n§ 6\nTaxa\nBeslut\nB.\n",
        [("§ 5", "Val"), ("§ 6", "Taxa")],
    ),
    "list of paragraphs first": (
        "Ärenden\n\n§ 5 Val\n§ 6 Taxa\n\n§ 5 Val\n\nBeslut\nA.\nB.\n\n§ 6 Taxa\n\nBeslut\nC.\nD.\n",
        [("§ 5", "Val"), ("§ 6", "Taxa")],
    ),
    "two meetings in a file": (
        "§ 1 Val\n\nBeslut\nA.\n\n§ 2 Taxa\n\nBeslut\nB.\n\n§ 1 Upprop\n\nBeslut\nC.\n\n§ 2 Budget\n\nBeslut\nD.\n",
        [("§ 1", "Val"), ("§ 2", "Taxa"), ("§ 1", "Upprop"), ("§ 2", "Budget")],
    ),
    "one paragraph in an extract": ("Utdrag\n\n§ 87\n\nMark\n\nBeslut\n\nSäljs.\n", [("§ 87", "Mark")]),
    "word before the number": ("Ärende 7. Val\nA.\n\nÄrende 8. Taxa\nB.\n", [("7", "Val"), ("8", "Taxa")]),
    "punkt and dash": ("Punkt 1 – Val\n\nA.\n\nPunkt 2 – Taxa\n\nB.\n", [("1", "Val"), ("2", "Taxa")]),
    "number without dot": (
        "1  Val      VON 2023/12\n\nBeslut\nA.\n\n2  Taxa      VON 2023/13\n\nBeslut\nB.\n",
        [("1", "Val", "VON 2023/12"), ("2", "Taxa", "VON 2023/13")],
    ),
    "number on a line of its own": (
        "1.\nÖppnande\n\nA.\n\n2.\nBudget\n\nB.\n\n3.\nSlut\n\nC.\n",
        [("1", "Öppnande"), ("2", "Budget"), ("3", "Slut")],
    ),
    "Markdown without numbers": (
        "# Möte\n\n## Val\n\nA.\n\n## Taxa\n\n### Beslut\nB.\n",
        [("", "Val"), ("", "Taxa")],
    ),
    "headings told by what follows": ("VAL\nBeslut\nA.\n\nTAXA\nBeslut\nB.\n", [("", "VAL"), ("", "TAXA")]),
    "headings told by the agenda list": (
        "Dagordning\n\nVal\nBudget för året\nÖvriga frågor\n\nVal\n\nA.\n\nBudget för året\n\nB.\n\nÖvriga frågor\n\nC.\n",
        [("", "Val"), ("", "Budget för året"), ("", "Övriga frågor")],
    ),
    "headings told by a numbered agenda list": (
        "Dagordning\n1. Val\n2. Budget för året\n\nVal\n\nA talade.\n\nBudget för året\n\nB talade.\n",
        [("1", "Val"), ("2", "Budget för året")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_items_of_a_layout_are_found(layout):
    text, items = LAYOUTS[layout]
    assert _items(text) == items


REFERENCES = [
    "Bordlagt den 1 februari 2024,\n§ 97, den 29 februari 2024, § 84.",
    "Bordlagt den 13 december 2023,\n§ 97.",
    "Detta följer av\n§ 97 i kommunfullmäktiges arbetsordning.",
    "§ 97 och § 98 lämnas oförändrade.",
    "Återremitterat, § 40 och\n§ 924.",
    "Med stöd av 5 kap.\n§ 97 Kommunallagen avvisas ärendet.",
]


@pytest.mark.parametrize("reference", REFERENCES)
def test_references_to_other_paragraphs_are_no_items(reference):
    text = f"§ 96 Dnr 1/24\nVal\nBeslut\nA.\n\n{reference}\n\n§ 97 Dnr 2/24\nTaxa\nBeslut\nB.\n"
    assert _items(text) == [("§ 96", "Val", "1/24"), ("§ 97", "Taxa", "2/24")]


def test_paragraphs_in_an_attendance_list_are_no_items():
    text = "Närvarande\nBo Ek (S), §§ 4–5\n§ 5\n\n§ 4 Dnr 1/24\nVal\nBeslut\nA.\n\n§ 5 Dnr 2/24\nTaxa\nBeslut\nB.\n"
    assert _items(text) == [("§ 4", "Val", "1/24"), ("§ 5", "Taxa", "2/24")]


def test_a_heading_printed_again_on_the_next_page_is_the_same_item():
    outline = find_outline(sheet("§ 4 Val\n\nBeslut\nA.\n\n\f§ 4 (forts.)\n\nB.\n\n§ 5 Taxa\n\nBeslut\nC.\n"))
    assert outline is not None
    assert [heading.number for heading in outline.headings] == ["§ 4", "§ 5"]
    assert len(outline.repeated) == 1


def test_page_headers_and_days_before_a_heading_are_no_text_of_the_item_before():
    text = (
        "STADSSTYRELSEN 8.5.2023 § 5\n\n§ 5 Val\nA.\n\nSTADSSTYRELSEN 8.5.2023 § 5\n\nB.\n\n"
        "STADSSTYRELSEN 8.5.2023 § 6\n\n§ 6 Taxa\nC.\n\nOnsdagen den 22 november 2023\n\n§ 7 Avgift\nD.\n"
    )
    outline = find_outline(sheet(text))
    assert outline is not None
    repeated = [sheet(text).lines[index].text for index in sorted(outline.repeated)]
    assert repeated == [
        "STADSSTYRELSEN 8.5.2023 § 5",
        "STADSSTYRELSEN 8.5.2023 § 5",
        "STADSSTYRELSEN 8.5.2023 § 6",
        "Onsdagen den 22 november 2023",
    ]


def test_an_earlier_decision_of_another_body_is_no_page_header():
    text = "§ 5 Val\nA.\n\nBeredning\nArbetsutskottet 2023-01-24 § 4\n\n§ 6 Taxa\nB.\n"
    outline = find_outline(sheet(text))
    assert outline is not None
    assert outline.repeated == frozenset()


def test_numbered_lists_inside_items_are_no_items():
    text = "1. Vård\n\nAnteckningar\n\nFyra saker:\n\n1. Nära vård\n2. Hemsjukvård\n\n2. Övrigt\n\nAnteckningar\n\nSlut.\n"
    assert _items(text) == [("1", "Vård"), ("2", "Övrigt")]


def test_a_title_ends_where_the_agenda_list_ends_it():
    outline = find_outline(
        sheet(
            "Ärenden\n\n1. Incheckning\n2. Fokus 2023\n\n1. Incheckning\n\nA.\n\n2. Fokus 2023 Vad vill vi?\n\nB.\n"
        )
    )
    assert outline is not None
    assert [h.title for h in outline.headings] == ["Incheckning", "Fokus 2023"]
    assert outline.headings[1].tail is not None
    assert outline.headings[1].tail.text.strip() == "Vad vill vi?"


WIDE = "En mening som fyller hela raden och lite till, så att bredden på texten kan ses.\nKort slut.\n" * 8
LINKED = f""" Inledning
{WIDE}
Startsida
 Bilden av länet
{WIDE}Än en mening.
 Vad vill vi säga?
{WIDE}
Kommunerna

Region Norr
{WIDE}En tabell utan punkt
 Södra kommunen
{WIDE}
Startsida
 Sammanfattning dag 1
{WIDE}"""


def test_headings_on_page_starts_are_items_where_the_text_before_has_ended():
    assert _items(LINKED) == [
        ("", "Inledning"),
        ("", "Bilden av länet"),
        ("", "Vad vill vi säga?"),
        ("", "Sammanfattning dag 1"),
    ]


def test_capitals_are_no_items_where_nothing_tells_of_a_meeting():
    text = "RÅD OM AVFALL\n\nMATEN\n\nI påse.\n\nGLASET\n\nI igloo.\n\nPAPPRET\n\nI kasse.\n"
    assert find_outline(sheet(text)) is None


def test_one_case_number_above_a_sign_belongs_to_the_item_before():
    text = "§ 5 Val\nBeslut\nA.\n\nDnr 1/22\n§ 6 Taxa\nBeslut\nB.\n\n§ 7 Avgift\nBeslut\nC.\n"
    assert _items(text) == [("§ 5", "Val"), ("§ 6", "Taxa"), ("§ 7", "Avgift")]


def test_text_that_is_no_minutes_has_no_outline():
    assert _items("Så sorterar du avfall\nMatavfall läggs i påsen.\n\nGlas lämnas på stationen.\n") is None


def test_headings_by_their_style_are_items_and_other_levels_are_not():
    text = "Möte\n\nVal\n\nA talade.\n\nBakgrund\n\nB.\n\nTaxa\n\nC talade.\n"
    styled = [("Möte", 1), ("Val", 2), ("Bakgrund", 3), ("Taxa", 2)]
    headings = tuple(Heading(text.index(title), level) for title, level in styled)
    outline = find_outline(clear_furniture(replace(document(text), headings=headings, reflows=True)))
    assert outline is not None
    assert [heading.title for heading in outline.headings] == ["Val", "Taxa"]


@pytest.mark.parametrize("opener", ["Dnr KS 2024/17", "Ärendet"])
def test_a_numbered_title_right_below_text_is_an_item_where_one_begins_after_it(opener):
    body = "Nämnden diskuterade läget.\n"
    text = "".join(f"{n}. {title}\n{opener}\n{body}" for n, title in enumerate(("Park", "Skola", "Taxa"), 1))
    items = _items(text)
    assert items is not None
    assert [item[:2] for item in items] == [("1", "Park"), ("2", "Skola"), ("3", "Taxa")]
