"""DOCX files as Word writes them: what stands in no text must still be read."""

import pytest

from corpus.document import Document, Heading
from corpus.readers.docx import read_docx
from qa.errors import DocumentError
from tests.corpus.writers import docx_package, docx_paragraph, package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(body: str, **parts: str) -> Document:
    """Read a body, with more parts of the folder ``word`` by their names without ending."""
    return read_docx(docx_package(body, {f"word/{name}.xml": xml for name, xml in parts.items()}), "a.docx")


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    return docx_paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """Return a definition of a list by its levels, each ``format text``."""
    defined = ""
    for place, level in enumerate(levels):
        style, _, text = level.partition(" ")
        defined += f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{defined}</w:abstractNum>{lists}</w:numbering>'
    )


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_paragraphs_are_lines_that_reflow_parted_by_blank_lines():
    document = read(docx_paragraph("Ett.") + docx_paragraph("") + docx_paragraph("Två."))
    assert document.text == "Ett.\n\nTvå.\n"
    assert document.reflows


def test_a_paragraph_for_each_wrapped_line_is_read_as_the_text_it_was():
    wrapped = [
        "Nämnden gick igenom förslaget och kunde konstatera att kostnaden för",
        "den nya bron blir högre än vad som sades i våras. Förvaltningen får i",
        "uppdrag att se över om räcket kan målas av egen personal, så att det",
        "blir billigare.",
        "",
        "Ordföranden avslutar.",
    ]
    document = read("".join(map(docx_paragraph, wrapped)))
    assert document.text == "\n".join(wrapped) + "\n"
    assert not document.reflows


NUMBER_FORMATS = {
    "decimal %1.": ["1. A", "2. A"],
    "decimal § %1": ["§ 1 A", "§ 2 A"],
    "lowerLetter %1)": ["a) A", "b) A"],
    "upperRoman %1": ["I A", "II A"],
    "decimalZero %1": ["01 A", "02 A"],
    "bullet -": ["- A", "- A"],
    "bullet \uf0b7": ["• A", "• A"],
    "none ": ["A", "A"],
}


@pytest.mark.parametrize("level", NUMBER_FORMATS)
def test_automatic_numbers_are_made_visible(level):
    assert lines(numbered("A") * 2, numbering=numbering(level)) == NUMBER_FORMATS[level]


def test_a_deeper_level_begins_anew_and_tells_the_levels_above():
    body = numbered("A") + numbered("B", level=1) * 2 + numbered("C") + numbered("D", level=1)
    assert lines(body, numbering=numbering("decimal %1.", "decimal %1.%2")) == [
        "1. A",
        "1.1 B",
        "1.2 B",
        "2. C",
        "2.1 D",
    ]


def test_lists_of_one_definition_go_on_counting_unless_one_says_where_it_starts():
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for number, override in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
        )
    )
    body = numbered("A") + numbered("B", 2) + numbered("C", 3) + numbered("D", 3)
    assert lines(body, numbering=numbering("decimal %1.", lists=lists)) == ["1. A", "2. B", "7. C", "8. D"]


def test_a_style_makes_a_heading_and_numbers_it():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="R1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Paragraf"/><w:basedOn w:val="R1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    document = read(
        docx_paragraph("Val av justerare", '<w:pStyle w:val="P"/>') + docx_paragraph("Text."),
        styles=styles,
        numbering=numbering("decimal § %1"),
    )
    assert document.text == "§ 1 Val av justerare\n\nText.\n"
    assert document.headings == (Heading(0, 1),)


def test_a_list_turned_off_in_a_paragraph_gives_no_number():
    body = docx_paragraph("A", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbering=numbering("decimal %1.")) == ["A"]


def test_tracked_changes_are_accepted():
    body = (
        f"<w:p>{run('Avgiften blir ')}<w:del><w:r><w:delText>90</w:delText></w:r></w:del>"
        f"<w:ins>{run('62')}</w:ins>{run(' kronor.')}</w:p>"
    )
    assert lines(body) == ["Avgiften blir 62 kronor."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one():
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Nämnden ')}</w:p><w:p>{run('beslutar.')}</w:p>"
    assert lines(body) == ["Nämnden beslutar."]


def test_a_deleted_row_is_left_out():
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{docx_paragraph('Bort')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row(docx_paragraph('A'), docx_paragraph('B'))}{deleted}</w:tbl>") == ["A\tB"]


def test_rows_of_a_table_are_lines_with_tabs_between_the_cells():
    table = f"<w:tbl>{row(*map(docx_paragraph, ('Namn', 'Parti', 'Röst')))}{row(*map(docx_paragraph, ('Bo Ek', 'S', 'Ja')))}</w:tbl>"
    assert read(table).text == "Namn\tParti\tRöst\nBo Ek\tS\tJa\n"


def test_names_below_each_other_in_a_cell_hang_below_their_label():
    names = docx_paragraph("Bo Ek (S)") + docx_paragraph("Eva Ås (M)")
    assert read(f"<w:tbl>{row(docx_paragraph('Beslutande'), names)}</w:tbl>").text == (
        "Beslutande\tBo Ek (S)\n\tEva Ås (M)\n"
    )


def test_text_boxes_are_read_after_their_paragraph_and_once():
    box = f"<w:txbxContent>{docx_paragraph('I rutan.')}</w:txbxContent>"
    body = (
        f"<w:p>{run('Före.')}<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines(body) == ["Före.", "I rutan."]


def test_a_footnote_stands_after_the_paragraph_that_it_belongs_to():
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2">{docx_paragraph("Enligt SCB.")}</w:footnote></w:footnotes>'
    )
    body = (
        f'<w:p>{run("Folkmängden växer.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        + docx_paragraph("Sedan.")
    )
    assert lines(body, footnotes=notes) == ["Folkmängden växer.[1]", "[1] Enligt SCB.", "Sedan."]


def test_hidden_text_and_field_codes_are_not_read():
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}' for kind, inner in (
        ("begin", "<w:r><w:instrText>REF x</w:instrText></w:r>"), ("separate", run("§ 5")), ("end", ""))
    )  # fmt: skip
    assert lines(f"<w:p>{run('Se ')}{field}{run(' dold', '<w:vanish/>')}</w:p>") == ["Se § 5"]


def test_signs_of_their_own_are_read_as_what_they_show():
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>IT</w:t><w:noBreakHyphen/><w:t>stöd</w:t>"
        "<w:softHyphen/><w:t>et</w:t></w:r></w:p>"
    )
    assert read(body).text == "a\tb\nIT-stödet\n"


def test_content_controls_and_links_hold_text():
    body = (
        f"<w:sdt><w:sdtContent>{docx_paragraph('I kontroll.')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{run('I länk.')}</w:hyperlink></w:p>"
    )
    assert lines(body) == ["I kontroll.", "I länk."]


def test_page_headers_are_kept_apart_and_lose_their_page_numbers():
    header = (
        f"<w:hdr {W}>{docx_paragraph('Kommunstyrelsen')}<w:p>{run('Protokoll')}<w:r><w:tab/></w:r>{run('Sida ')}"
        f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple></w:p></w:hdr>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r9" Type="x/header" Target="header1.xml"/></Relationships>'
    )
    data = docx_package(
        docx_paragraph("Text.") + '<w:sectPr><w:headerReference r:id="r9"/></w:sectPr>',
        {"word/header1.xml": header, "word/_rels/document.xml.rels": relations},
    )
    document = read_docx(data, "a.docx")
    assert document.text == "Text.\n"
    assert document.running == ("Kommunstyrelsen", "Protokoll")


BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
PAGED = f"<w:p>{run('Första')}{BREAK}{run('sidan.')}</w:p><w:p>{BREAK}{run('Andra.')}</w:p><w:p>{run('Sist.')}</w:p>"


def pages_of(body: str, told: int) -> list[tuple[int | None, str]]:
    app = f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>{told}</Pages></Properties>'
    document = read_docx(docx_package(body, {"docProps/app.xml": app}), "a.docx")
    return [(page.number, document.text[page.start : page.end].strip()) for page in document.pages]


def test_a_paragraph_is_on_the_page_where_it_begins():
    assert pages_of(PAGED, 3) == [(1, "Förstasidan."), (3, "Andra.\n\nSist.")]


def test_pages_have_no_numbers_where_word_noted_too_few_breaks():
    assert pages_of(PAGED, 5) == [(None, "Förstasidan.\n\nAndra.\n\nSist.")]


def test_pages_are_numbered_from_where_the_section_starts():
    section = '<w:sectPr><w:pgNumType w:start="12"/></w:sectPr>'
    assert [number for number, _ in pages_of(PAGED + section, 3)] == [12, 14]


@pytest.mark.parametrize(
    "break_", ['<w:p><w:r><w:br w:type="page"/></w:r></w:p>', "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"]
)
def test_a_page_begun_by_the_author_is_a_page_without_a_number(break_):
    document = read(docx_paragraph("Ett.") + break_ + docx_paragraph("Två.") + "<w:sectPr/>")
    assert [(page.number, document.text[page.start : page.end].strip()) for page in document.pages] == [
        (None, "Ett."),
        (None, "Två."),
    ]


def test_a_file_without_text_says_what_to_do():
    with pytest.raises(DocumentError, match=r"a\.docx innehåller ingen text.*OCR"):
        read(docx_paragraph(" "))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04skrap", b"hej", docx_package("<w:p")])
def test_a_damaged_file_is_a_document_error(data):
    with pytest.raises(DocumentError, match=r"a\.docx är skadad eller har fel filändelse"):
        read_docx(data, "a.docx")


def test_a_locked_file_says_that_it_is_locked():
    with pytest.raises(DocumentError, match="skyddad med lösenord"):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx")


def test_strict_office_open_xml_is_read_too():
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    document = f"<w:document {strict}><w:body>{docx_paragraph('Text.')}</w:body></w:document>"
    assert read_docx(package({"word/document.xml": document}), "a.docx").text == "Text.\n"
