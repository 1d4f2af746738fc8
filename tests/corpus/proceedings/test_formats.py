"""The same vote, set as a table in each format that has tables."""

import pytest

from tests.corpus.proceedings.outline import outline_of
from tests.corpus.render import Kind, Part, Sheet, Writer, read
from tests.corpus.writers import write_docx, write_html, write_odt, write_rtf

ROWS = (
    ("Ledamot", "Parti", "Ja", "Nej", "Avstår"),
    ("Anna Ek", "S", "X", "", ""),
    ("Bo Al", "M", "", "X", ""),
    ("Eva Fri", "L", "X", "", ""),
    ("Carl Dal", "C", "", "", "X"),
    ("Summa", "", "2", "1", "1"),
)
SHEET = Sheet(
    (
        *(Part(text) for text in ("Kommunstyrelsen i Lindby", "Sammanträde 2024-03-06")),
        Part("§ 1 Badhuset", Kind.HEADING, level=1),
        Part("Beslut", Kind.HEADING, level=2),
        Part("Planen för badhuset antas."),
        Part("Yrkanden", Kind.HEADING, level=2),
        Part("Bo Al (M) yrkar avslag."),
        Part("Omröstning", Kind.HEADING, level=2),
        Part("Den som vill bygga röstar ja. Den som vill vänta röstar nej."),
        *(Part("\t".join(cells), Kind.ROW, cells=cells) for cells in ROWS),
        Part("Reservation", Kind.HEADING, level=2),
        Part("Bo Al (M) reserverar sig mot beslutet."),
        Part("§ 2 Torget", Kind.HEADING, level=1),
        Part("Beslut", Kind.HEADING, level=2),
        Part("Ärendet bordläggs."),
    )
)


@pytest.mark.parametrize(
    ("suffix", "write"),
    [("docx", write_docx), ("odt", write_odt), ("rtf", write_rtf), ("html", write_html)],
)
def test_what_became_of_an_item_is_read_alike_from_every_format(tmp_path, suffix: str, write: Writer):
    path = tmp_path / f"protokoll.{suffix}"
    path.write_bytes(write(SHEET))
    first, second = read(path).items
    assert outline_of(first.proceedings) == {
        "outcomes": ["bifall: Planen för badhuset antas."],
        "motions": ["Bo Al (M): Bo Al (M) yrkar avslag."],
        "votes": ["2-1-1-None | ja: bygga; nej: vänta | ja | 4 namn, stämmer"],
        "reservations": ["Bo Al (M): Bo Al (M) reserverar sig mot beslutet."],
    }
    assert outline_of(second.proceedings) == {"outcomes": ["bordläggning: Ärendet bordläggs."]}
