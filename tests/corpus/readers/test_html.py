"""Web pages: their main content, its headings, lists and tables."""

import pytest

from corpus.document import Document, Heading
from corpus.readers.html import read_html
from qa.errors import DocumentError


def read(body: str, head: str = "") -> Document:
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return read_html(page.encode(), "a.html")


def lines(body: str) -> list[str]:
    return [line for line in read(body).text.split("\n") if line]


TEXT = "<p>Nämnden beslutar att bifalla förslaget och lämnar det vidare till styrelsen.</p>"
AROUND = {
    "navigation": "<nav><a href='/a'>Hem</a></nav>",
    "a banner": "<header>Kommunen</header>",
    "a footer": "<footer>Kontakt</footer>",
    "a cookie banner": "<div class='cookie-consent'>Kakor</div>",
    "a script": "<script>kod()</script><style>p{}</style><noscript>Slå på</noscript>",
    "what is hidden": "<p hidden>A</p><p style='display: none'>B</p><p aria-hidden='true'>C</p>",
    "a role": "<div role='navigation'>Du är här</div>",
    "a list of links": "<ul><li><a href='/1'>Ett</a></li><li><a href='/2'>Två</a></li><li><a href='/3'>Tre</a></li></ul>",
    "a button": "<button>Lyssna</button>",
    "a comment": "<!-- anteckning -->",
}


@pytest.mark.parametrize("around", AROUND)
def test_what_is_around_the_content_is_not_read(around):
    assert lines(AROUND[around] + TEXT) == lines(TEXT)


def test_the_text_after_something_unread_stays():
    assert lines("<p>Före <button>Klick</button>efter.</p>") == ["Före efter."]


def test_the_part_marked_as_main_is_the_content():
    assert lines(f"<div>Annat</div><main><h1>Val</h1>{TEXT}</main><div>Annat</div>")[0] == "Val"


def test_an_element_named_after_a_menu_is_read_if_all_stands_in_it():
    assert lines(f"<div class='page menu'>{TEXT}</div>") == lines(TEXT)


def test_a_table_of_contents_that_links_to_its_own_page_stays():
    contents = "".join(f"<li><a href='#{n}'>Punkt {n}</a></li>" for n in range(1, 5))
    assert lines(f"<ol>{contents}</ol>{TEXT}")[:2] == ["1. Punkt 1", "2. Punkt 2"]


def test_headings_keep_their_level():
    document = read("<h1>Protokoll</h1><h2>Val</h2>" + TEXT)
    assert document.headings == (Heading(0, 1), Heading(11, 2))


LISTS = {
    "<ol><li>A</li><li>B</li></ol>": ["1. A", "2. B"],
    "<ol type='a' start='3'><li>A</li></ol>": ["c. A"],
    "<ol style='list-style-type: lower-roman'><li>A</li><li>B</li></ol>": ["i. A", "ii. B"],
    "<ol><li value='9'>A</li><li>B</li></ol>": ["9. A", "10. B"],
    "<ul><li>A<ul><li>B</li></ul></li></ul>": ["• A", "• B"],
    "<ul style='list-style: none'><li>A</li></ul>": ["A"],
    "<ol><li><p>A</p><p>Mera</p></li></ol>": ["1. A", "Mera"],
}


@pytest.mark.parametrize("markup", LISTS)
def test_lists_show_their_numbers(markup):
    assert lines(markup) == LISTS[markup]


def test_the_number_that_word_wrote_before_an_item_has_one_space_after_it():
    assert lines("<p>1.<span>&nbsp;&nbsp;&nbsp; </span>Ett</p>") == ["1. Ett"]


def test_rows_are_lines_with_tabs_and_a_table_within_a_cell_is_read():
    inner = "<table><tr><td>B</td><td>C</td></tr></table>"
    assert lines(f"<table><tr><th>A</th><td>{inner}</td></tr></table>") == ["A\tB\tC"]


def test_line_breaks_and_preformatted_lines_stay():
    assert lines("<p>Ett<br>Två</p><pre>a  b\n c</pre>") == ["Ett", "Två", "a  b", " c"]


def test_inline_marks_do_not_part_words():
    assert lines("<p>Ser<b>vice</b>avgift<sup>1</sup></p>") == ["Serviceavgift1"]


def test_the_title_of_the_page_is_kept_apart():
    assert read(TEXT, "<title>Protokoll 2024-03-06</title>").running == ("Protokoll 2024-03-06",)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "mac-roman"])
def test_a_page_is_decoded_as_it_says_or_as_it_is(encoding):
    page = f"<html><head><meta charset='{encoding}'></head><body><p>Åre älvs kommun</p></body></html>"
    assert read_html(page.encode(encoding), "a.html").text == "Åre älvs kommun\n"


def test_a_page_that_says_the_wrong_encoding_is_read_as_utf8_where_it_is():
    page = "<meta charset='iso-8859-1'><p>Åre älvs kommun</p>"
    assert read_html(page.encode(), "a.html").text == "Åre älvs kommun\n"


def test_a_page_of_links_and_no_text_is_refused():
    with pytest.raises(DocumentError, match=r"a\.html innehåller ingen text"):
        read("<nav><a href='/'>Hem</a></nav>")


@pytest.mark.parametrize("depth", [300, 1500])
def test_deeply_nested_text_is_read(depth):
    assert lines("<div>" * depth + "Djupt") == ["Djupt"]


def test_bottomless_nesting_is_refused_and_no_text_is_lost_silently():
    with pytest.raises(DocumentError, match="nästlad djupare"):
        read("<div>" * 100_000 + "Djupt")


def test_paragraphs_in_bold_are_headings_on_a_page_without_any():
    document = read(
        f"<p><strong>Parken</strong></p>{TEXT * 3}<p><b>Skolan</b></p>{TEXT * 3}<p><b>Obs</b> mer</p>"
    )
    assert [document.text[h.start :].split("\n")[0] for h in document.headings] == ["Parken", "Skolan"]
