"""Styles of a DOCX file: which are headings, which are numbered, which hide their text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from corpus.readers.faces import Face
from corpus.readers.markup import attribute, child, children, number

_HEADING_NAME = re.compile(r"(?:heading|rubrik|överskrift) ?(?P<level>[1-9])\b", re.IGNORECASE)
_BODY_TEXT_LEVEL = 9
_LONGEST_CHAIN = 20
_USUAL_SIZE = 20
"""Half points of text in a file that does not say."""
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class NumberingRef:
    """Which list a paragraph belongs to; ``level`` from 0, None where the list itself tells it."""

    list_id: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style, with what it takes over from the style it is based on left out."""

    id: str
    based_on: str
    level: int | None
    numbering: NumberingRef | None
    hidden: bool
    begins_page: bool | None
    bold: bool | None
    half_points: int | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a file by id; ``default`` is the id of the one that unstyled text has.

    ``half_points`` is the size of text whose style gives none.
    """

    by_id: Mapping[str, Style]
    default: str
    half_points: int = _USUAL_SIZE

    def heading_level(self, properties: etree._Element | None) -> int:
        """Return the level of a heading, 1 the highest; 0 for other paragraphs.

        Args:
            properties: the ``w:pPr`` of the paragraph, None if it has none.
        """
        own = _outline_level(properties)
        levels = [own, *(style.level for style in self._chain(properties))]
        return next((level for level in levels if level is not None), 0)

    def numbering(self, properties: etree._Element | None) -> tuple[NumberingRef | None, str]:
        """Return the list of a paragraph and the id of the style that says so, empty if none does."""
        own = _numbering(properties)
        if own is not None:
            return own, _style_id(properties)
        for style in self._chain(properties):
            if style.numbering is not None:
                return style.numbering, style.id
        return None, ""

    def is_hidden(self, properties: etree._Element | None) -> bool:
        """Tell whether the style of a paragraph hides its text."""
        return any(style.hidden for style in self._chain(properties))

    def begins_page(self, properties: etree._Element | None) -> bool:
        """Tell whether a paragraph begins a page of its own."""
        told = [_begins_page(properties), *(style.begins_page for style in self._chain(properties))]
        return next((begins for begins in told if begins is not None), False)

    def face(self, properties: etree._Element | None) -> Face:
        """Return how the letters of a paragraph look where their runs do not say otherwise."""
        chain = list(self._chain(properties))
        bold = next((style.bold for style in chain if style.bold is not None), False)
        size = next((style.half_points for style in chain if style.half_points is not None), self.half_points)
        return Face(size, bold)

    def _chain(self, properties: etree._Element | None) -> Iterator[Style]:
        """Yield the style of a paragraph and those it is based on."""
        style_id = _style_id(properties) or self.default
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on


def read_styles(root: etree._Element | None) -> Styles:
    """Read ``word/styles.xml``; without it there are no styles."""
    styles: dict[str, Style] = {}
    default = ""
    for element in children(root, "style"):
        style = _style(element)
        styles[style.id] = style
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true"}:
            default = style.id
    usual = (
        next(iter(root.iterfind("{*}docDefaults/{*}rPrDefault/{*}rPr")), None) if root is not None else None
    )
    return Styles(styles, default, run_size(usual) or _USUAL_SIZE)


def run_size(properties: etree._Element | None) -> int | None:
    """Return the size of letters in half points that a ``w:rPr`` gives, None if it gives none."""
    size = child(properties, "sz")
    return None if size is None else number(size, "val")


def run_bold(properties: etree._Element | None) -> bool | None:
    """Tell whether a ``w:rPr`` makes letters bold, None if it does not say."""
    return None if child(properties, "b") is None else is_on(properties, "b")


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Tell whether properties hold a switch (``w:vanish``) that is not turned off."""
    switch = child(properties, name)
    return switch is not None and attribute(switch, "val") not in OFF


def _style(element: etree._Element) -> Style:
    properties = child(element, "pPr")
    named = child(element, "name")
    heading = _HEADING_NAME.match(attribute(named, "val") or "") if named is not None else None
    level = _outline_level(properties)
    based_on = child(element, "basedOn")
    return Style(
        id=attribute(element, "styleId") or "",
        based_on=(attribute(based_on, "val") or "") if based_on is not None else "",
        level=int(heading["level"]) if level is None and heading else level,
        numbering=_numbering(properties),
        hidden=is_on(child(element, "rPr"), "vanish"),
        begins_page=_begins_page(properties),
        bold=run_bold(child(element, "rPr")),
        half_points=run_size(child(element, "rPr")),
    )


def _begins_page(properties: etree._Element | None) -> bool | None:
    """Return what properties say of a page break before the paragraph, None if they say nothing."""
    if child(properties, "pageBreakBefore") is None:
        return None
    return is_on(properties, "pageBreakBefore")


def _style_id(properties: etree._Element | None) -> str:
    style = child(properties, "pStyle")
    return "" if style is None else attribute(style, "val") or ""


def _outline_level(properties: etree._Element | None) -> int | None:
    outline = child(properties, "outlineLvl")
    level = None if outline is None else number(outline, "val")
    if level is None:
        return None
    return 0 if level >= _BODY_TEXT_LEVEL or level < 0 else level + 1


def _numbering(properties: etree._Element | None) -> NumberingRef | None:
    reference = child(properties, "numPr")
    if reference is None:
        return None
    list_id, level = child(reference, "numId"), child(reference, "ilvl")
    if list_id is None:
        return None
    return NumberingRef(attribute(list_id, "val") or "0", None if level is None else number(level, "val"))
