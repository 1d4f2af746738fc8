"""Titles end where the text begins."""

import pytest

from corpus.headings.titles import read_title, title_width
from tests.corpus.sheets import sheet

BODY = "Kommunalrådet Margit Ros har överlämnat frågan till ordföranden i nämnden, som nu svarar på den.\n"
FILLER = f"\nBeslut\n\n{BODY * 3}\n"
TITLES = "".join(
    f"§ {n}\nRedovisning av uppdrag att utreda hur många av stadens\nbroar som behöver målas om{FILLER}"
    for n in range(1, 4)
)

CASES = {
    "one line before a sub-heading": ("Val av justerare\nBeslut\nA.\n", "Val av justerare"),
    "a wrapped title goes on with a small letter": (
        "Redovisning av uppdrag att utreda hur många av stadens\nbroar som målas\nBeslut\nA.\n",
        "Redovisning av uppdrag att utreda hur många av stadens broar som målas",
    ),
    "a short last line ends it though text follows at once": (
        f"Interpellation av Bo Ek (M) till nämndens ordförande om\nsmå barn\n{BODY}",
        "Interpellation av Bo Ek (M) till nämndens ordförande om små barn",
    ),
    "a wide line is text": (f"Parentation\n{BODY}", "Parentation"),
    "a sub-heading closes it, dash and all": (
        "Remiss från departementet - Förändring genom försök\n- Försök i kommunerna\nBeslut\nA.\n",
        "Remiss från departementet - Förändring genom försök - Försök i kommunerna",
    ),
    "a word that is also a sub-heading": ("Information\nBeslut\nA.\n", "Information"),
    "a short sentence after it is text": ("Ekonomi\nHyrorna är betalda.\n\nB.\n", "Ekonomi"),
    "a label with text after it ends it": (
        "Bidrag till föreningen\nÄrende: Den söker 15 000 kronor till taket\nBeslut: Ja.\n",
        "Bidrag till föreningen",
    ),
    "a case number below it is no part of it": (
        "Pensionspolicy\nDnr KS 2021/201\nBeslut\nA.\n",
        "Pensionspolicy",
    ),
    "a broken word is joined": (
        "Yttrande över planerings-\nförutsättningarna\nBeslut\nA.\n",
        "Yttrande över planeringsförutsättningarna",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_title_ends_where_the_text_begins(case):
    text, title = CASES[case]
    minutes = sheet(f"{TITLES}§ 4\n{text}")
    headings = {i: False for i, line in enumerate(minutes.lines) if line.text.startswith("§")}
    assert read_title(minutes, max(headings), "", title_width(minutes, headings)).text == title


def test_case_numbers_on_either_side_of_the_title_are_read():
    minutes = sheet("§ 1\nDnr KS/2024:1\nVal\n\nBeslut\nA.\n\n§ 2\nTaxa\nDnr KS/2024:2\n\nBeslut\nB.\n")
    first, second = (i for i, line in enumerate(minutes.lines) if line.text.startswith("§"))
    assert read_title(minutes, first, "", 80).case_numbers == ("KS/2024:1",)
    assert read_title(minutes, second, "", 80).case_numbers == ("KS/2024:2",)


def test_a_title_never_reaches_the_next_heading():
    minutes = sheet("§ 1\n\n§ 2\nTaxa\n")
    assert read_title(minutes, 0, "", 80, stop=2).text == ""
