"""The main content of a web page: what is left without navigation, banners and forms."""

import re

from lxml import etree

_UNREAD = frozenset(
    (
        "script style noscript template nav aside iframe object svg canvas dialog button select option"
        " textarea input audio video map menu head del math"
    ).split()
)
_UNREAD_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu toolbar".split()
)
_PAGE_EDGES = frozenset({"header", "footer"})
_UNREAD_NAME = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent\w*|gdpr|breadcrumbs?|brodsmul\w*|menu|meny|navbar|navigation|sidebar|share"
    r"|sharing|social|skip|skiplinks?|toolbar|pagination|related|relaterat|feedback|readspeaker)(?=$|[\s_-])",
    re.IGNORECASE,
)
_MOST_UNREAD = 0.5
"""Share of the text of a page from which an element is the content, whatever its name."""
_MAIN_NAMES = ("main", "content", "main-content", "maincontent", "innehall", "huvudinnehall", "page-content")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MIN_LINKS, _MAX_LINKED = 3, 0.7
_LINK_LISTS = frozenset({"ul", "ol", "div", "section", "td"})
_MIN_SHARE = 0.25
"""Share of the text of a page that its main content must have to be taken for it."""


def main_content(root: etree._Element) -> etree._Element:
    """Take away from a page what is not its content, and return the element that holds the content.

    It is what the page marks as ``main``, else a single ``article``, else an element named after its
    content, if a quarter of the text stands in it; else the body.

    Args:
        root: the page; it is changed.
    """
    page = _first(root, "body")
    page = root if page is None else page
    candidates = _candidates(page)
    _take_away(page, [element for element in page.iter(etree.Element) if _is_unread(element)])
    most = _MOST_UNREAD * _length(page)
    named = [element for element in page.iter(etree.Element) if _is_named_unread(element)]
    _take_away(page, [element for element in named if _length(element) < most])
    _take_away(page, [element for element in page.iter(*_LINK_LISTS) if _is_link_list(element)])
    whole = _length(page)
    for candidate in candidates:
        if _length(candidate) >= _MIN_SHARE * whole:
            return candidate
    _take_away(page, list(page.iter(*_PAGE_EDGES)))
    return page


def _candidates(page: etree._Element) -> list[etree._Element]:
    """Return the elements that may hold the content, the surest first."""
    marked = [element for element in page.iter(etree.Element) if _is_main(element)]
    articles = list(page.iter("article"))
    named = [
        element
        for name in _MAIN_NAMES
        for element in page.iter("div", "section", "td")
        if name in {(element.get("id") or "").lower(), *(element.get("class") or "").lower().split()}
    ]
    return [*marked, *(articles if len(articles) == 1 else []), *sorted(named, key=_length, reverse=True)[:1]]


def _is_main(element: etree._Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"


def _is_unread(element: etree._Element) -> bool:
    """Tell whether an element is not part of the text by what it is: code, navigation, what is hidden."""
    if element.tag in {"body", "main", "article", "html"} or _is_main(element):
        return False
    if element.tag in _UNREAD or (element.get("role") or "").lower() in _UNREAD_ROLES:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(element.get("style") or "") is not None


def _is_named_unread(element: etree._Element) -> bool:
    """Tell whether an element is named after navigation, banners and the like."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag != "body" and _UNREAD_NAME.search(names) is not None


def _is_link_list(element: etree._Element) -> bool:
    """Tell whether an element is little but links to other pages; a table of contents links to its own."""
    links = [link for link in element.iter("a") if (link.get("href") or "#")[:1] != "#"]
    if len(links) < _MIN_LINKS:
        return False
    return sum(map(_length, links)) >= _MAX_LINKED * max(_length(element), 1)


def _take_away(page: etree._Element, elements: list[etree._Element]) -> None:
    """Empty elements of all that is in them; the text after them stays."""
    for element in elements:
        if element is not page:
            del element[:]
            element.text = None


def _length(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext() if isinstance(text, str))


def _first(root: etree._Element, tag: str) -> etree._Element | None:
    return next(root.iter(tag), None)
