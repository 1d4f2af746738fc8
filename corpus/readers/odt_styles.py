"""Styles of an ODT file: which paragraphs begin a page, and how its lists and headings count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.readers.counting import STYLES, bullet, in_style
from corpus.readers.markup import attribute, children, local, number

_LONGEST_CHAIN = 20
_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts; ``shown`` is how many levels its number tells, as in ``2.1``."""

    style: str
    before: str
    after: str
    start: int
    shown: int
    sign: str


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, None or empty where it says nothing."""

    parent: str
    breaks_page: bool
    list_style: str | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles and list styles of a file by name, and how its headings count."""

    paragraphs: Mapping[str, ParagraphStyle]
    lists: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]

    def breaks_page(self, name: str) -> bool:
        """Tell whether a paragraph of that style begins a page."""
        style = self.paragraphs.get(name)
        return style is not None and style.breaks_page

    def list_style(self, name: str) -> str:
        """Return the list style that a paragraph style or its parents name, empty if none does."""
        for _ in range(_LONGEST_CHAIN):
            style = self.paragraphs.get(name)
            if style is None:
                return ""
            if style.list_style is not None:
                return style.list_style
            name = style.parent
        return ""


def read_styles(roots: Iterable[etree._Element | None]) -> Styles:
    """Read the styles of ``styles.xml`` and ``content.xml``; later ones win."""
    paragraphs: dict[str, ParagraphStyle] = {}
    lists: dict[str, Mapping[int, Level]] = {}
    outline: Mapping[int, Level] = {}
    for element in (element for root in roots if root is not None for element in _definitions(root)):
        name = attribute(element, "name") or ""
        if local(element) == "list-style":
            lists[name] = _levels(element)
        elif local(element) == "outline-style":
            outline = _levels(element)
        elif local(element) == "style" and attribute(element, "family") == "paragraph":
            paragraphs[name] = _paragraph_style(element)
    return Styles(paragraphs, lists, outline)


def number_text(levels: Mapping[int, Level], place: int, counts: Mapping[int, int]) -> str:
    """Return the number of a paragraph as shown, with a space after it; empty if it shows none.

    Args:
        levels: how the list counts, by level from 1.
        place: the level of the paragraph.
        counts: how far each level has been counted.
    """
    level = levels.get(place)
    if level is None:
        return ""
    if level.sign:
        return f"{bullet(level.sign)} "
    if not level.style:
        return ""
    told = range(place - level.shown + 1, place + 1)
    values = [in_style(counts.get(at, 1), levels[at].style) for at in told if at in levels]
    shown = f"{level.before}{'.'.join(value for value in values if value)}{level.after}".strip()
    return f"{shown} " if shown else ""


def _definitions(root: etree._Element) -> Iterable[etree._Element]:
    for group in ("styles", "automatic-styles"):
        for found in children(root, group):
            yield from found


def _paragraph_style(element: etree._Element) -> ParagraphStyle:
    breaks = any(
        attribute(properties, "break-before") == "page"
        for properties in children(element, "paragraph-properties")
    )
    return ParagraphStyle(
        parent=attribute(element, "parent-style-name") or "",
        breaks_page=breaks or bool(attribute(element, "master-page-name")),
        list_style=attribute(element, "list-style-name"),
    )


def _levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for definition in element:
        place = number(definition, "level")
        if place is not None and 1 <= place <= _LEVELS:
            levels[place] = _level(definition)
    return levels


def _level(element: etree._Element) -> Level:
    start, shown = number(element, "start-value"), number(element, "display-levels")
    style = attribute(element, "num-format") or ""
    return Level(
        style=STYLES.get(style, "decimal" if style else ""),
        before=attribute(element, "num-prefix") or "",
        after=attribute(element, "num-suffix") or "",
        start=1 if start is None else start,
        shown=max(1, min(shown or 1, _LEVELS)),
        sign=attribute(element, "bullet-char") or "",
    )
