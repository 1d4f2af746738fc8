"""The main content of a web page: what is left without navigation, banners and forms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

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
_NAMED = frozenset({"div", "section", "td"})
_NAMES_OF_MAIN = frozenset(
    "main content main-content maincontent innehall huvudinnehall page-content".split()
)
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
    page = next(root.iter("body"), root)
    _take_away(page, [element for element in page.iter(etree.Element) if _is_unread(element)])
    sizes = _sizes(page)
    most = _MOST_UNREAD * sizes[page].text
    _take_away(page, [e for e, size in sizes.items() if size.text < most and _is_named_unread(e)])
    _take_away(page, [e for e, size in sizes.items() if e.tag in _LINK_LISTS and size.is_link_list])
    sizes = _sizes(page)
    for candidate in _candidates(sizes):
        if sizes[candidate].text >= _MIN_SHARE * sizes[page].text:
            return candidate
    _take_away(page, list(page.iter(*_PAGE_EDGES)))
    return page


@dataclass(slots=True)
class _Size:
    """Characters of text in an element, how many of them in links to other pages, and how many links."""

    text: int = 0
    linked: int = 0
    links: int = 0

    @property
    def is_link_list(self) -> bool:
        """Whether the element is little but links; a table of contents links to its own page."""
        return self.links >= _MIN_LINKS and self.linked >= _MAX_LINKED * self.text


def _sizes(page: etree._Element) -> dict[etree._Element, _Size]:
    """Measure every element of a page, in one pass: pages are nested as deep as they like."""
    sizes: dict[etree._Element, _Size] = {}
    around = [_Size()]
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            around.append(_Size(text=len((element.text or "").strip())))
            continue
        size = around.pop()
        sizes[element] = size
        if element.tag == "a" and (element.get("href") or "#")[:1] != "#":
            size.linked, size.links = size.text, 1
        around[-1].text += size.text + len((element.tail or "").strip())
        around[-1].linked += size.linked
        around[-1].links += size.links
    return sizes


def _candidates(sizes: Mapping[etree._Element, _Size]) -> list[etree._Element]:
    """Return the elements that may hold the content, the surest first."""
    marked = [element for element in sizes if _is_main(element)]
    articles = [element for element in sizes if element.tag == "article"]
    named = [element for element in sizes if element.tag in _NAMED and _NAMES_OF_MAIN & _names(element)]
    largest = sorted(named, key=lambda element: sizes[element].text, reverse=True)[:1]
    return [*marked, *(articles if len(articles) == 1 else []), *largest]


def _names(element: etree._Element) -> set[str]:
    return {(element.get("id") or "").lower(), *(element.get("class") or "").lower().split()}


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


def _take_away(page: etree._Element, elements: list[etree._Element]) -> None:
    """Empty elements of all that is in them; the text after them stays."""
    for element in elements:
        if element is not page:
            del element[:]
            element.text = None
