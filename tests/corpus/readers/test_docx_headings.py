"""Headings of DOCX files whose author set them in bold or larger letters, without styles."""

from tests.corpus.readers.test_docx import W, read, run
from tests.corpus.writers import docx_paragraph

BOLD = "<w:b/>"
PROSE = "Nämnden fick en genomgång av hur arbetet går med parken och skolan. " * 3


def set_in(text: str, properties: str = "") -> str:
    return f"<w:p>{run(text, properties)}</w:p>"


def headings(body: str, **parts: str) -> list[tuple[str, int]]:
    document = read(body, **parts)
    return [(document.text[h.start :].split("\n")[0], h.level) for h in document.headings]


def test_short_bold_or_larger_paragraphs_are_headings_in_a_file_without_styles():
    body = set_in("Parken vid sjön", f'{BOLD}<w:sz w:val="28"/>') + set_in(PROSE)
    body += set_in("Beslut", BOLD) + set_in(PROSE) + set_in("Nämnden säger ja.", BOLD)
    assert headings(body) == [("Parken vid sjön", 1), ("Beslut", 2)]


def test_a_style_that_is_only_bold_makes_a_heading():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
    body = docx_paragraph("Parken", '<w:pStyle w:val="A"/>') + docx_paragraph(PROSE)
    assert headings(body, styles=styles) == [("Parken", 1)]


def test_a_bold_word_in_a_line_is_no_heading():
    body = f"<w:p>{run('Parken', BOLD)}{run(' blir av')}</w:p>" + set_in(PROSE)
    assert headings(body) == []


def test_bold_text_is_no_heading_where_the_file_has_heading_styles():
    styled = "".join(docx_paragraph(title, '<w:outlineLvl w:val="0"/>') for title in ("Parken", "Skolan"))
    assert headings(styled + set_in("Viktigt", BOLD) + set_in(PROSE)) == [("Parken", 1), ("Skolan", 1)]
