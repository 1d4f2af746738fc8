"""PDF becomes text in reading order, without its page furniture, paged as printed."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from corpus.folder import find_sources
from corpus.layout.furniture import clear_furniture
from corpus.layout.lines import split_lines
from corpus.minutes import parse_meeting
from corpus.readers import read_document
from corpus.readers.pdf import read_pdf
from qa.errors import DocumentError
from qa.types import Meeting
from tests.corpus.pdf_writer import Piece, Style, drawn, write_pdf
from tests.corpus.render import Kind, authored, source_of


def reference(path: Path) -> Meeting:
    return parse_meeting(read_document(source_of(path)), source_of(path))


EXAMPLES = Path(__file__).resolve().parents[3] / "corpus" / "examples"
MINUTES = [source.path for source in find_sources([EXAMPLES]).sources]
NUMBERED = [path for path in MINUTES if any(item.number for item in reference(path).items)]
SHARED = Path(__file__).resolve().parents[3] / ".." / "shared" / "minutes"
PRINTED = Style(
    header=("Stadens namn\tPROTOKOLL", "Nämndens möte\t{page} ({pages})"),
    footer=("Justerandes sign\tUtdragsbestyrkande",),
)
OFFICE = Style(
    size=11.0,
    leading=1.3,
    after=7.0,
    margin=75.0,
    header=("Stadens namn",),
    footer=("Sida {page} av {pages}",),
)


def pages_of(data: bytes, first: int, *others: int) -> bytes:
    """Return a PDF of some of the pages of another, counted from 1."""
    with PdfDocument(data) as whole, PdfDocument.new() as part:
        part.import_pages(whole, [number - 1 for number in (first, *others)])
        buffer = io.BytesIO()
        part.save(buffer)
    return buffer.getvalue()


def titled(title: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setTitle(title)
    canvas.drawString(70, 700, "Text")
    canvas.save()
    return buffer.getvalue()


def printed(path: Path) -> bytes:
    """Return a text line by line, with a new page where the text says that one begins."""
    document = read_document(source_of(path))
    sheet = clear_furniture(document)
    kept = {line.start for line in sheet.lines}
    pieces = []
    for line in split_lines(document):
        if line.start in kept or line.text.strip() == "Startsida":
            begins_page = line.start in sheet.breaks and re.match(r" \S", line.text) is not None
            pieces.append(Piece(line.text.strip(), new_page=begins_page))
    return write_pdf(pieces, PRINTED)


def office(path: Path) -> bytes:
    """Return minutes with bold headings, and labels in a column of their own."""
    pieces = [
        Piece(
            f"{part.mark} {part.text}".strip(),
            bold=part.kind is Kind.HEADING,
            larger=3.0 if part.level == 2 else 0.0,
            cells=part.cells if len(part.cells) < 4 else (" ".join(part.cells),),
        )
        for part in authored(path).parts
    ]
    return write_pdf(pieces, OFFICE)


def parsed(data: bytes, path: Path) -> Meeting:
    return parse_meeting(read_pdf(data, path.name), source_of(path))


def items(meeting: Meeting) -> list[tuple[object, ...]]:
    return [(item.number, item.title, item.case_numbers) for item in meeting.items]


def sections(meeting: Meeting) -> list[tuple[object, ...]]:
    return [
        (item.number, section.role, section.heading) for item in meeting.items for section in item.sections
    ]


@pytest.mark.parametrize("path", MINUTES, ids=lambda path: path.stem)
def test_printed_minutes_give_the_items_of_the_text(path):
    meeting = parsed(printed(path), path)
    assert items(meeting) == items(reference(path))
    assert sections(meeting) == sections(reference(path))


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem)
def test_minutes_set_by_an_office_give_the_items_of_the_text(path):
    meeting = parsed(office(path), path)
    assert items(meeting) == items(reference(path))


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/minutes is not at hand")
@pytest.mark.parametrize("name", ["goteborg/ks-2024-01-10.txt", "goteborg/kf-2023-09-07.txt"])
def test_real_minutes_printed_give_the_numbers_of_the_text(name):
    path = SHARED / name
    numbers = [item.number for item in reference(path).items]
    assert [item.number for item in parsed(printed(path), path).items] == numbers


def test_headings_are_known_by_their_letters_where_they_have_no_numbers():
    (path,) = (path for path in MINUTES if path.stem.startswith("003_"))
    document = read_pdf(office(path), path.name)
    titles = [document.text[h.start :].partition("\n")[0] for h in document.headings if h.level == 1]
    assert titles == [item.title for item in reference(path).items[1:]]


def test_a_text_of_one_kind_of_letters_has_no_headings():
    assert read_pdf(write_pdf([Piece("Rubrik"), Piece("Text.")], Style()), "a.pdf").headings == ()


def test_each_paragraph_stands_on_the_page_where_it_is_printed():
    pieces = [Piece("§ 1 Val av justerare"), Piece("Beslut")]
    pieces += [Piece(f"Stycke {number} säger något som inte upprepas.") for number in range(1, 121)]
    document = read_pdf(write_pdf(pieces, PRINTED), "a.pdf")
    assert [page.number for page in document.pages] == [1, 2, 3]
    counts = [document.text[page.start : page.end].count("Stycke") for page in document.pages]
    assert sum(counts) == 120
    assert document.text[document.pages[1].start :].startswith(f"Stycke {counts[0] + 1} ")


def test_page_numbers_are_those_printed():
    style = Style(footer=("{page} av {pages}",))
    whole = write_pdf([Piece(f"Rad {n} i texten") for n in range(200)], style)
    extract = pages_of(whole, 2, 3, 4)
    assert [page.number for page in read_pdf(extract, "a.pdf").pages] == [2, 3, 4]


def test_running_lines_are_taken_out_and_the_header_kept_once():
    text = read_pdf(write_pdf([Piece(f"Rad {n} i texten") for n in range(200)], PRINTED), "a.pdf").text
    assert text.count("PROTOKOLL") == text.count("Nämndens möte") == 1
    assert text.startswith("Stadens namn\tPROTOKOLL\nNämndens möte\n")
    assert "Utdragsbestyrkande" not in text
    assert "(4)" not in text


def test_a_hyphen_at_a_line_end_stays_for_the_parser():
    data = drawn((70, 700, "Kommunens planerings-"), (70, 688, "förutsättningar är goda."))
    assert read_pdf(data, "a.pdf").text == "Kommunens planerings-\nförutsättningar är goda.\n"


def test_a_wide_gap_is_a_tab_but_not_after_the_number_of_a_heading():
    data = drawn((70, 700, "Plats och tid"), (200, 700, "Rådhuset"), (70, 660, "§ 12"), (130, 660, "Budget"))
    assert read_pdf(data, "a.pdf").text == "Plats och tid\tRådhuset\n\n§ 12 Budget\n"


def test_words_without_a_space_between_them_are_parted_where_there_is_a_gap():
    data = drawn((70, 700, "Överenskommelserna"), (172, 700, "gäller"))
    assert read_pdf(data, "a.pdf").text == "Överenskommelserna gäller\n"


def test_lists_of_people_side_by_side_are_read_one_after_the_other():
    left = ["Ledamöter", "Anna Ek (S)", "Bo Berg (M)", "Cia Dal (C)", "Dan Lund (V)", "Eva Strand (L)"]
    right = ["Ersättare", "Finn Å (S)", "Gun Ö (M)", "Hans Ask (C)", "Ida Alm (V)", "Jan Lind (L)"]
    rows = [(70, 700 - 13 * n, name) for n, name in enumerate(left)]
    rows += [(300, 700 - 13 * n, name) for n, name in enumerate(right)]
    assert read_pdf(drawn(*rows), "a.pdf").text.split("\n") == [*left, "", *right, ""]


def test_labels_and_values_side_by_side_are_read_across():
    labels = ["Plats", "Tid", "Ordförande", "Sekreterare", "Justerare"]
    values = ["Rådhuset i staden", "13.00-15.30", "Anna Ek (S)", "Bo Berg", "Cia Dal (C)"]
    rows = [(70, 700 - 13 * n, name) for n, name in enumerate(labels)]
    rows += [(200, 700 - 13 * n, name) for n, name in enumerate(values)]
    lines = read_pdf(drawn(*rows), "a.pdf").text.splitlines()
    assert lines == [f"{label}\t{value}" for label, value in zip(labels, values, strict=True)]


# Two letters at least: five single ones in a row are a word set with spaced letters.
@given(st.lists(st.text("abcåäö", min_size=2, max_size=8), min_size=1, max_size=40))
def test_no_word_is_lost_and_pages_cover_the_text(words):
    document = read_pdf(write_pdf([Piece(" ".join(words)), Piece("Slut")], Style()), "a.pdf")
    assert document.text.split() == [*words, "Slut"]
    assert "".join(document.text[page.start : page.end] for page in document.pages) == document.text


def form(*, shown: bool = True) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(70, 700, "Plats och tid")
    if shown:
        canvas.acroForm.textfield(name="plats", value="Rådhuset", x=200, y=695, width=200, height=20)
    else:
        canvas.textAnnotation("Stämmer det?", Rect=(300, 700, 320, 720))
    canvas.save()
    return buffer.getvalue()


def test_a_filled_field_is_read_where_it_stands():
    document = read_pdf(form(), "a.pdf")
    assert " ".join(document.text.split()) == "Plats och tid Rådhuset"
    assert document.warnings == ()


def test_a_comment_is_not_read_but_named():
    document = read_pdf(form(shown=False), "a.pdf")
    assert document.text == "Plats och tid\n"
    assert document.warnings == (
        "PDF-filen har kommentarer eller ifyllda fält som inte syns på sida 1; de lästes inte.",
    )


TITLES = (
    "Parken vid sjön",
    "Ny taxa för vatten och avlopp i hela kommunen från och med nästa år" * 2,
    "Skolan",
)


def unnumbered(**style: float) -> bytes:
    """Return minutes with bold headings, each on a page of its own and right at the top of it."""
    pieces = [
        piece
        for title in TITLES
        for piece in (
            Piece(title, bold=True, new_page=True),
            Piece(f"Nämnden fick en genomgång av läget för {title.lower()} och tackade för den. " * 5),
        )
    ]
    return write_pdf(pieces, Style(**style))


def test_a_wrapped_heading_is_one_heading():
    document = read_pdf(unnumbered(), "a.pdf")
    assert [document.text[h.start :].split("\n")[0] for h in document.headings] == list(TITLES)


def test_a_heading_at_the_top_of_a_page_is_one_item():
    assert [item.title for item in parsed(unnumbered(), Path("a.pdf")).items] == list(TITLES)


def test_the_title_of_the_file_is_known_unless_it_names_a_program():
    assert read_pdf(titled("Nämndens protokoll"), "a.pdf").title == "Nämndens protokoll"
    assert read_pdf(titled("Microsoft Word - Dokument1.docx"), "a.pdf").title == ""


def test_a_locked_file_says_what_to_do():
    with pytest.raises(DocumentError, match=r"låst med lösenord\. Spara en kopia utan lösenord"):
        read_pdf(drawn((70, 700, "Hemligt"), lock="abc"), "a.pdf")


@pytest.mark.parametrize("cut", [0, 9, 200, 700])
def test_a_cut_file_is_a_document_error(cut):
    data = drawn((70, 700, "Text"))[:cut]
    with pytest.raises(DocumentError, match=r"a\.pdf (?:är ingen hel PDF-fil|har ingen text)"):
        read_pdf(data, "a.pdf")


def test_an_empty_page_is_no_text():
    with pytest.raises(DocumentError, match="har ingen text"):
        read_pdf(drawn(), "a.pdf")
