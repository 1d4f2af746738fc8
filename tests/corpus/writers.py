"""Writers of office and web formats, small and plain: only what the readers must cope with."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from tests.corpus.render import Kind, Part, Sheet, Writer, is_bullet, pattern_of, runs_of_lists

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)


def package(parts: Mapping[str, str]) -> bytes:
    """Return a zip file with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def docx_package(body: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return a DOCX file with this XML in its body, and more parts."""
    parts = {
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="r1" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
    }
    return package(parts | dict(more or {}))


def write_docx(sheet: Sheet) -> bytes:
    places = runs_of_lists(sheet.parts)
    lists = {place[0]: (pattern_of(sheet.parts[i].mark), place[1]) for i, place in reversed(places.items())}
    body = "".join(_docx_part(part, places.get(index)) for index, part in enumerate(sheet.parts))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    return docx_package(
        body + section,
        {
            "word/_rels/document.xml.rels": _RELATIONS.format(
                f'<Relationship Id="h1" Type="{_TYPES}/header" Target="header1.xml"/>'
            ),
            "word/styles.xml": f"<w:styles {_W}>{_docx_styles()}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_W}>{_docx_lists(lists)}</w:numbering>",
            "word/header1.xml": f"<w:hdr {_W}>{''.join(map(docx_paragraph, sheet.header))}"
            '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:hdr>',
        },
    )


def _docx_styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 4)
    )


def _docx_lists(lists: Mapping[int, tuple[str, int]]) -> str:
    abstract = number = ""
    for list_id, (pattern, start) in lists.items():
        style = "bullet" if is_bullet(pattern) else "lowerLetter" if "%a" in pattern else "decimal"
        abstract += (
            f'<w:abstractNum w:abstractNumId="{list_id}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern.replace("%a", "%1")}"/></w:lvl></w:abstractNum>'
        )
        number += (
            f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
    return abstract + number


def _docx_part(part: Part, place: tuple[int, int] | None) -> str:
    if part.kind is Kind.ROW:
        cells = "".join(f"<w:tc>{docx_paragraph(cell)}</w:tc>" for cell in part.cells)
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    properties = f'<w:pStyle w:val="Rubrik{part.level}"/>' if part.level else ""
    text = part.text
    if place is not None:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{place[0]}"/></w:numPr>'
    elif part.mark:
        text = f"{part.mark} {part.text}"
    return docx_paragraph(text, properties)


def docx_paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of running text, tabs and line ends as Word writes them."""
    shown = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    shown = shown.replace("<w:t>", '<w:t xml:space="preserve">')
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'


def odt_package(text: str, styles: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """Return an ODT file with this XML in its text and these automatic styles, and more parts."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return package({"content.xml": content} | dict(more or {}))


def odt_styles(outline: str, header: Sequence[str] = ()) -> str:
    """Return a ``styles.xml`` with the way headings count and a page header."""
    return (
        f"<office:document-styles {_ODF}><office:styles><text:outline-style>{outline}</text:outline-style>"
        "</office:styles><office:master-styles><style:master-page><style:header>"
        + "".join(f"<text:p>{odt_text(line)}</text:p>" for line in header)
        + "<text:p>Sida <text:page-number>1</text:page-number></text:p>"
        "</style:header></style:master-page></office:master-styles></office:document-styles>"
    )


def write_odt(sheet: Sheet) -> bytes:
    places = runs_of_lists(sheet.parts)
    styles = "".join(
        f'<text:list-style style:name="L{place[0]}">{_odt_level(sheet.parts[index].mark)}</text:list-style>'
        for index, place in places.items()
    )
    text = "".join(_odt_part(part, places.get(index)) for index, part in enumerate(sheet.parts))
    return odt_package(text, styles, {"styles.xml": odt_styles("", sheet.header)})


def _odt_level(mark: str) -> str:
    if is_bullet(mark):
        return f'<text:list-level-style-bullet text:level="1" text:bullet-char="{mark}"/>'
    before, _, after = pattern_of(mark).replace("%a", "%1").partition("%1")
    style = "a" if "%a" in pattern_of(mark) else "1"
    return (
        f'<text:list-level-style-number text:level="1" style:num-prefix="{before}" style:num-suffix="{after}"'
        f' style:num-format="{style}"/>'
    )


def _odt_part(part: Part, place: tuple[int, int] | None) -> str:
    if part.kind is Kind.ROW:
        cells = "".join(
            f"<table:table-cell><text:p>{odt_text(cell)}</text:p></table:table-cell>" for cell in part.cells
        )
        return f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    text = odt_text(part.text if place is not None or not part.mark else f"{part.mark} {part.text}")
    inner = (
        f'<text:h text:outline-level="{part.level}">{text}</text:h>'
        if part.level
        else f"<text:p>{text}</text:p>"
    )
    if place is None:
        return inner
    return (
        f'<text:list text:style-name="L{place[0]}"><text:list-item text:start-value="{place[1]}">{inner}'
        "</text:list-item></text:list>"
    )


def odt_text(text: str) -> str:
    """Return text with tabs, line ends and rows of spaces as ODF writes them."""
    shown = escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    start = len(shown) - len(shown.lstrip(" "))
    shown = "<text:s/>" * start + shown[start:]
    return shown.replace("  ", " <text:s/>")


def write_rtf(sheet: Sheet) -> bytes:
    places = runs_of_lists(sheet.parts)
    body = "".join(_rtf_part(part, index in places) for index, part in enumerate(sheet.parts))
    head = r"{\fonttbl{\f0\fcharset0 Arial;}}{\stylesheet{\ql Normal;}{\s2\outlinelevel1 heading 2;}{\s3 heading 3;}}"
    lines = "".join(rf"\pard {rtf_text(line)}\par" for line in sheet.header)
    header = rf"{{\header {lines}{{\field{{\*\fldinst PAGE}}{{\fldrslt 1}}}}\par}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{head}{header}{body}}}".encode("ascii")


def _rtf_part(part: Part, automatic: bool) -> str:
    if part.kind is Kind.ROW:
        cells = "".join(rf"\pard\intbl {rtf_text(cell)}\cell" for cell in part.cells)
        return rf"\trowd {cells}\row\pard " + "\n"
    style = rf"\s{part.level}" if part.level else ""
    mark = rtf_text(part.mark)
    shown = rf"{{\listtext {mark}\tab}}" if automatic else f"{mark} " if part.mark else ""
    return rf"\pard{style} {shown}{rtf_text(part.text)}\par" + "\n"


def rtf_text(text: str) -> str:
    """Return text with everything beyond ASCII as numbers of 16 bits."""
    signs = {"\\": r"\\", "{": r"\{", "}": r"\}", "\t": r"\tab ", "\n": r"\line "}
    return "".join(signs.get(char) or (char if char.isascii() else _rtf_numbers(char)) for char in text)


def _rtf_numbers(char: str) -> str:
    units = char.encode("utf-16-be")
    return "".join(f"\\u{int.from_bytes(units[i : i + 2], signed=True)}?" for i in range(0, len(units), 2))


def write_html(sheet: Sheet) -> bytes:
    body = "".join(map(_html_part, sheet.parts))
    page = (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Protokoll</title><style>p{}</style></head>'
        '<body><header><a href="/">Till startsidan</a></header><nav><ul><li><a href="/a">Nyheter</a></li></ul></nav>'
        f'<main>{"".join(f"<p>{_html_text(line)}</p>" for line in sheet.header)}{body}</main><div class="cookie-banner">Vi använder kakor.</div><footer>Kontakta oss</footer></body></html>'
    )
    return page.encode()


def _html_part(part: Part) -> str:
    text = f"{part.mark} {part.text}" if part.mark else part.text
    if part.kind is Kind.ROW:
        return f"<table><tr>{''.join(f'<td>{escape(cell)}</td>' for cell in part.cells)}</tr></table>"
    if "\t" in text:
        return f"<pre>{escape(text)}</pre>"
    return (
        f"<h{part.level}>{_html_text(text)}</h{part.level}>" if part.level else f"<p>{_html_text(text)}</p>"
    )


def _html_text(text: str) -> str:
    """Return text with line ends and rows of spaces as pages of the web keep them."""
    shown = escape(text).replace("\n", "<br>")
    start = len(shown) - len(shown.lstrip(" "))
    return ("&nbsp;" * start + shown[start:]).replace("  ", "&nbsp; ")


WRITERS: Mapping[str, Writer] = {
    ".docx": write_docx,
    ".html": write_html,
    ".odt": write_odt,
    ".rtf": write_rtf,
}
