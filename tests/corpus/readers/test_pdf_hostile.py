"""PDF files made to harm: each is bounded, and the good ones beside them are read."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from corpus.isolation import Limits, read_meetings
from corpus.readers.pdf import read_pdf
from corpus.source import SourceFile
from qa.errors import DocumentError
from tests.corpus.pdf_writer import Piece, Style, drawn, page_with, raw_pdf, write_pdf

LIMITS = Limits(cpu_seconds=10, wall_seconds=60.0, memory_bytes=1_500_000_000, result_bytes=20_000_000)
GOOD = write_pdf([Piece("§ 1 Val av justerare"), Piece("Beslut"), Piece("Anna Ek väljs.")], Style())
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def hostile() -> Mapping[str, bytes]:
    line = b"BT /F1 9 Tf 1 0 0 1 50 700 Tm (text) Tj ET\n"
    letters = b"BT /F1 9 Tf 50 700 Td (" + b"a " * 200_000 + b") Tj ET"
    return {
        "blanks": page_with(b" " * 300_000_000),
        "many texts on a spot": page_with(line * 300_000),
        "one endless line": page_with(letters),
        "far away": page_with(b"BT /F1 9 Tf 1 0 0 1 1e30 -1e30 Tm (text) Tj ET"),
        "huge letters": page_with(b"BT /F1 9e30 Tf 50 700 Td (text text) Tj ET"),
        "huge page": page_with(b"BT /F1 9 Tf 50 700 Td (text) Tj ET", box=b"[0 0 1e9 1e9]"),
        "no page": page_with(b"BT /F1 9 Tf 50 700 Td (text) Tj ET", box=b"[0 0 0 0]"),
        "deep arrays": raw_pdf(
            [CATALOGUE, b"<< /Type /Pages /Kids " + b"[" * 200_000 + b"]" * 200_000 + b" >>"]
        ),
        "pages in a circle": raw_pdf(
            [CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"]
        ),
        "promised pages": raw_pdf([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 1000000 >>"]),
        "only a head": b"%PDF-1.7\n",
        "zeros": bytes(100_000),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_file_is_a_document_or_a_document_error(name):
    length = 0
    with suppress(DocumentError):
        length = len(read_pdf(hostile()[name], "a.pdf").text)
    assert length < 2_000_000


def test_hostile_files_take_no_good_one_with_them(tmp_path):
    names = []
    for number, data in enumerate(hostile().values()):
        for name, content in ((f"{number:02}-bad.pdf", data), (f"{number:02}-good.pdf", GOOD)):
            (tmp_path / name).write_bytes(content)
            names.append(name)
    sources = [SourceFile(tmp_path / name, name, Path(name).stem, "") for name in names]
    outcomes = list(read_meetings(sources, 2, LIMITS))
    assert [outcome.source.name for outcome in outcomes] == names
    assert all(outcome.meeting or outcome.problem for outcome in outcomes)
    assert all(outcome.meeting for outcome in outcomes if "good" in outcome.source.name)


def test_a_file_of_too_many_pages_is_refused():
    with pytest.raises(DocumentError, match="mer än gränsen på 5000"):
        read_pdf(drawn((50, 700, "text"), pages=5001), "a.pdf")


def test_a_page_with_more_letters_than_paper_holds_is_taken_as_it_comes():
    lines = b"".join(b"(%b) Tj 0 -3 Td " % (b"abc " * 100) for _ in range(200))
    data = page_with(b"BT /F1 2 Tf 50 700 Td " + lines + b"ET")
    assert read_pdf(data, "a.pdf").text.split() == ["abc"] * 20_000
