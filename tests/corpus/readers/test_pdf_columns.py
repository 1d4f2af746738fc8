"""Running text in columns is read one column after the other; a table is read across."""

import io
from collections.abc import Sequence

import pytest
from pypdfium2 import PdfDocument

from corpus.readers.pdf import read_pdf
from tests.corpus.pdf_writer import drawn

COLUMN = (
    "Nämnden fick en genomgång av hur det",
    "går med den nya parken vid sjön och av",
    "vad som återstår. Arbetet följer planen",
    "men den höga grundvattennivån har gjort",
    "att schaktningen tar längre tid än vad",
    "som sades i våras.",
)


def columns(left: Sequence[str], right: Sequence[str], lower: float = 0.0) -> list[tuple[float, float, str]]:
    rows = [(50.0, 700.0 - 12 * n, line) for n, line in enumerate(left)]
    return rows + [(320.0, 700.0 - lower - 12 * n, line) for n, line in enumerate(right)]


@pytest.mark.parametrize("lower", [0, 2, 5])
def test_running_text_in_two_columns_is_read_column_by_column(lower):
    right = [line.replace("parken", "skolan") for line in COLUMN]
    text = read_pdf(drawn(*columns(COLUMN, right, lower)), "a.pdf").text
    assert text.split("\n") == [*COLUMN, "", *right, ""]


def test_a_page_with_little_text_has_the_columns_of_the_others():
    short, data = drawn(*columns(["Slut på", "mötet"], ["Vid protokollet", "Bo Berg"])), io.BytesIO()
    with PdfDocument(drawn(*columns(COLUMN, COLUMN))) as first, PdfDocument(short) as second:
        first.import_pages(second)
        first.save(data)
    document = read_pdf(data.getvalue(), "a.pdf")
    last = document.pages[-1]
    assert document.text[last.start : last.end].split("\n") == [
        "Slut på",
        "mötet",
        "",
        "Vid protokollet",
        "Bo Berg",
        "",
    ]


def test_a_table_of_two_wrapped_columns_is_no_text_in_columns():
    rows = [(50, 700, "Parken vid sjön som"), (50, 688, "nämnden har beställt"), (320, 700, "Anna Ek")]
    rows += [(50, 660, "Skolan i den norra"), (50, 648, "delen av kommunen"), (320, 660, "Bo Berg")]
    lines = read_pdf(drawn(*rows), "a.pdf").text.splitlines()
    assert lines[0] == "Parken vid sjön som\tAnna Ek"
