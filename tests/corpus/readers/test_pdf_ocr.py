"""Scanned pages are recognised as such, and read where tesseract with Swedish is at hand."""

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import pdf_ocr
from corpus.readers.pdf import read_pdf
from qa.errors import DocumentError
from tests.corpus.pdf_writer import Piece, Style, write_pdf

TEXT = ["§ 12 Ny taxa för vatten", "Beslut", "Nämnden beslutar att höja avgiften från årsskiftet."]
TABLE = """\
level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
4\t1\t1\t1\t1\t0\t300\t300\t500\t45\t-1\t
5\t1\t1\t1\t1\t1\t300\t300\t40\t45\t96.5\t§
5\t1\t1\t1\t1\t2\t350\t300\t60\t40\t91\t12
5\t1\t1\t1\t1\t3\t430\t302\t200\t40\t95\tBudget
5\t1\t1\t1\t1\t4\t700\t302\t30\t40\t3\t~
4\t1\t1\t1\t2\t0\t300\t360\t500\t45\t-1\t
5\t1\t1\t1\t2\t1\t300\t360\t400\t45\t96\tBeslut
"""


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    pdf_ocr._model.cache_clear()
    yield
    pdf_ocr._model.cache_clear()


@pytest.fixture
def without_tesseract(monkeypatch):
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def pretended_tesseract(tmp_path, monkeypatch):
    """Put a program on the path that knows Swedish and finds the same words in every picture."""
    program = tmp_path / "tesseract"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "if sys.argv[1] == '--list-langs':\n    print('List of available languages (1):\\nswe')\n"
        f"else:\n    sys.stdin.buffer.read()\n    sys.stdout.buffer.write({TABLE!r}.encode())\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def scanned(*, pages: int = 1, written: str = "") -> bytes:
    """Return a PDF whose pages are pictures of text, with a first page of real text perhaps."""
    with PdfDocument(write_pdf([Piece(line) for line in TEXT], Style(size=14.0))) as document:
        bitmap = document[0].render(scale=150 / 72, grayscale=True)
        picture = Image.frombytes(
            "L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride
        )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4)
    if written:
        canvas.drawString(70, 700, written)
        canvas.showPage()
    for _ in range(pages):
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.usefixtures("without_tesseract")
def test_a_scanned_file_says_what_to_install():
    with pytest.raises(
        DocumentError, match=r"a\.pdf är inskannad.*tesseract-ocr-script-latn\) och läs in filen igen"
    ):
        read_pdf(scanned(), "a.pdf")


@pytest.mark.usefixtures("without_tesseract")
def test_a_file_that_is_scanned_in_part_is_read_in_part_and_says_so():
    document = read_pdf(scanned(pages=2, written="Sammanträdet öppnas."), "a.pdf")
    assert document.text == "Sammanträdet öppnas.\n"
    assert [page.number for page in document.pages] == [1, 2, 3]
    (warning,) = document.warnings
    assert warning.startswith(
        "PDF-filen är inskannad på sidorna 2–3, som inte lästes. Vill du läsa, installera tesseract"
    )


@pytest.mark.usefixtures("pretended_tesseract")
def test_recognised_words_become_lines_without_specks():
    document = read_pdf(scanned(), "a.pdf")
    assert document.text == "§ 12 Budget\nBeslut\n"
    (warning,) = document.warnings
    assert warning == (
        "PDF-filen är inskannad på sida 1, som lästes med textigenkänning. Kontrollera citat mot originalet."
    )


@pytest.mark.usefixtures("pretended_tesseract")
def test_a_page_of_few_words_without_a_picture_is_not_recognised():
    data = write_pdf([Piece("Bilaga 1")], Style())
    assert (read_pdf(data, "a.pdf").text, read_pdf(data, "a.pdf").warnings) == ("Bilaga 1\n", ())


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_tesseract_reads_a_scanned_page():
    if pdf_ocr._model() in {None, "swe"}:
        pytest.skip("tesseract has no model for Swedish with paragraph signs")
    text = read_pdf(scanned(), "a.pdf").text
    assert text.split() == " ".join(TEXT).split()


@pytest.mark.parametrize(
    ("installed", "model"),
    [("Latin eng swe", "Latin"), ("eng osd swe", "swe+eng"), ("swe", "swe"), ("eng osd", None)],
)
def test_the_best_model_for_swedish_is_taken(installed, model, pretended_tesseract, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text(
        program.read_text(encoding="utf-8").replace("\\nswe'", f" {installed}'"), encoding="utf-8"
    )
    assert pdf_ocr._model() == model


@pytest.mark.usefixtures("pretended_tesseract")
def test_a_program_that_fails_gives_no_words(tmp_path):
    assert pdf_ocr.is_installed()
    Path(tmp_path / "tesseract").write_text("#!/bin/false\n", encoding="utf-8")
    assert pdf_ocr.recognised_words(b"P5 1 1 255\n\0", 4.0) is None
