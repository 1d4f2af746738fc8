"""ODT files as LibreOffice writes them."""

import pytest

from corpus.document import Document, Heading
from corpus.readers.odt import read_odt
from qa.errors import DocumentError
from tests.corpus.writers import odt_package, odt_styles


def read(text: str, styles: str = "", more: dict[str, str] | None = None) -> Document:
    return read_odt(odt_package(text, styles, more), "a.odt")


def lines(text: str, styles: str = "", more: dict[str, str] | None = None) -> list[str]:
    return [line for line in read(text, styles, more).text.split("\n") if line]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def item(text: str, more: str = "") -> str:
    return f"<text:list-item>{p(text)}{more}</text:list-item>"


NUMBERS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix=")" style:num-format="a"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>'
)


def test_headings_keep_their_level():
    document = read('<text:h text:outline-level="2">Beslut</text:h>' + p("Text."))
    assert document.text == "Beslut\n\nText.\n"
    assert document.headings == (Heading(0, 2),)
    assert document.reflows


def test_lists_show_their_numbers_and_letters():
    inner = f"<text:list>{item('B')}{item('C')}</text:list>"
    text = f'<text:list text:style-name="L1">{item("A", inner)}{item("D")}</text:list>'
    assert lines(text, NUMBERS) == ["1. A", "a) B", "b) C", "2. D"]


def test_a_bullet_that_is_a_dash_stays_a_dash():
    assert lines(f'<text:list text:style-name="L2">{item("A")}</text:list>', NUMBERS) == ["– A"]


def test_only_the_first_paragraph_of_an_item_has_its_number():
    assert lines(f'<text:list text:style-name="L1">{item("A", p("Mera."))}</text:list>', NUMBERS) == [
        "1. A",
        "Mera.",
    ]


def test_a_list_goes_on_counting_where_it_says_so():
    first = f'<text:list xml:id="x" text:style-name="L1">{item("A")}</text:list>'
    goes_on = f'<text:list text:continue-list="x" text:style-name="L1">{item("B")}</text:list>'
    anew = f'<text:list text:style-name="L1">{item("C")}</text:list>'
    assert lines(first + p("Text.") + goes_on + anew, NUMBERS) == ["1. A", "Text.", "2. B", "1. C"]


def test_numbered_headings_show_the_paragraph_sign():
    outline = '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="§ "/>'
    text = '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="7">Val</text:h>'
    text += '<text:h text:outline-level="1">Taxa</text:h>'
    assert lines(text, more={"styles.xml": odt_styles(outline)}) == ["§ 7 Val", "§ 8 Taxa"]


def test_the_header_of_the_page_is_kept_apart_without_its_page_number():
    document = read(p("Text."), more={"styles.xml": odt_styles("", ["Nämnden"])})
    assert document.running == ("Nämnden",)
    assert "Nämnden" not in document.text


def test_deleted_text_and_comments_are_not_read():
    deleted = "<text:tracked-changes><text:changed-region><text:deletion>" + p("Bort.")
    deleted += "</text:deletion></text:changed-region></text:tracked-changes>"
    text = deleted + p("Kvar<text:change/><office:annotation>" + p("Kommentar") + "</office:annotation>.")
    assert lines(text) == ["Kvar."]


def test_spaces_tabs_and_line_breaks_are_elements():
    assert read(p('A<text:s text:c="3"/>B<text:tab/>C<text:line-break/>D')).text == "A   B\tC\nD\n"


def test_a_note_stands_after_its_paragraph():
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Noten.')}</text:note-body></text:note>"
    assert lines(p(f"Ordet.{note}") + p("Sedan.")) == ["Ordet.[1]", "[1] Noten.", "Sedan."]


def test_a_row_is_a_line_and_claimed_repetitions_are_bounded():
    cell = f"<table:table-cell>{p('A')}</table:table-cell>"
    many = f'<table:table-cell table:number-columns-repeated="999999">{p("B")}</table:table-cell>'
    assert (
        read(f"<table:table><table:table-row>{cell}{many}</table:table-row></table:table>").text
        == "A\tB\tB\tB\n"
    )


def meta(pages: int) -> dict[str, str]:
    return {
        "meta.xml": '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
        f'<meta:document-statistic meta:page-count="{pages}"/></office:meta></office:document-meta>'
    }


BREAKS = '<style:style style:name="P9" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
PAGED = p("Ett.") + "<text:soft-page-break/>" + p("Två.") + p("Tre.", "P9")


@pytest.mark.parametrize(("told", "numbers"), [(3, [1, 2, 3]), (9, [None, None])])
def test_pages_have_numbers_only_where_all_breaks_are_noted(told, numbers):
    assert [page.number for page in read(PAGED, BREAKS, meta(told)).pages] == numbers


@pytest.mark.parametrize("data", [b"", b"skrap", odt_package("<text:p>")])
def test_a_damaged_file_is_a_document_error(data):
    with pytest.raises(DocumentError, match=r"a\.odt är skadad"):
        read_odt(data, "a.odt")


def test_bold_or_larger_paragraphs_are_headings_in_a_file_without_any():
    bold = '<style:text-properties fo:font-weight="bold"/>'
    styles = f'<style:style style:name="P1" style:family="paragraph">{bold}</style:style>'
    styles += f'<style:style style:name="T1" style:family="text">{bold}</style:style>'
    prose = "<text:p>Nämnden fick en genomgång av läget och tackade för den varmt.</text:p>" * 3
    text = f'<text:p text:style-name="P1">Parken</text:p>{prose}'
    text += f'<text:p><text:span text:style-name="T1">Skolan</text:span></text:p>{prose}'
    text += '<text:p><text:span text:style-name="T1">Obs</text:span> att mer följer</text:p>'
    document = read_odt(odt_package(text, styles), "a.odt")
    assert [document.text[h.start :].split("\n")[0] for h in document.headings] == ["Parken", "Skolan"]
