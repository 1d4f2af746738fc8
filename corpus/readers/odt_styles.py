"""Styles of an ODT file: which paragraphs begin a page, and how its lists and headings count."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.readers.counting import STYLES, bullet, in_style
from corpus.readers.faces import Face
from corpus.readers.markup import attribute, children, local, number

_LONGEST_CHAIN = 20
_USUAL_SIZE = 24
"""Half points of text in a file that does not say."""
_BOLD_WEIGHTS = frozenset({"bold", "600", "700", "800", "900"})
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)pt")
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
    bold: bool | None = None
    half_points: int | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles and list styles of a file by name, and how its headings count."""

    paragraphs: Mapping[str, ParagraphStyle]
    lists: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]
    bold_texts: frozenset[str] = frozenset()
    """The styles of stretches of text that are bold."""

    def face(self, name: str) -> Face:
        """Return how the letters of a paragraph look where its stretches do not say otherwise."""
        bold: bool | None = None
        half_points: int | None = None
        for _ in range(_LONGEST_CHAIN):
            style = self.paragraphs.get(name)
            if style is None:
                break
            bold = style.bold if bold is None else bold
            half_points = style.half_points if half_points is None else half_points
            name = style.parent
        return Face(half_points or _USUAL_SIZE, bold or False)

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
    bold_texts: set[str] = set()
    for element in (element for root in roots if root is not None for element in _definitions(root)):
        name = attribute(element, "name") or ""
        if local(element) == "list-style":
            lists[name] = _levels(element)
        elif local(element) == "outline-style":
            outline = _levels(element)
        elif local(element) == "style" and attribute(element, "family") == "paragraph":
            paragraphs[name] = _paragraph_style(element)
        elif local(element) == "style" and _text_look(element)[0]:
            bold_texts.add(name)
        elif local(element) == "default-style" and attribute(element, "family") == "paragraph":
            paragraphs[""] = _paragraph_style(element)
    return Styles(paragraphs, lists, outline, frozenset(bold_texts))


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
    bold, half_points = _text_look(element)
    return ParagraphStyle(
        parent=attribute(element, "parent-style-name") or "",
        breaks_page=breaks or bool(attribute(element, "master-page-name")),
        list_style=attribute(element, "list-style-name"),
        bold=bold,
        half_points=half_points,
    )


def _text_look(element: etree._Element) -> tuple[bool | None, int | None]:
    """Return whether a style makes letters bold, and their half points; None where it says nothing."""
    bold: bool | None = None
    half_points: int | None = None
    for properties in children(element, "text-properties"):
        weight, size = attribute(properties, "font-weight"), attribute(properties, "font-size") or ""
        bold = weight in _BOLD_WEIGHTS if weight else bold
        points = _POINTS.fullmatch(size)
        half_points = round(2 * float(points[1])) if points else half_points
    return bold, half_points


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
