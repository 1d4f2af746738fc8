"""Automatic numbers of a DOCX file: Word counts them when it shows the text and never stores them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.counting import bullet, in_style
from corpus.readers.docx_styles import NumberingRef, is_on
from corpus.readers.markup import attribute, child, children, number

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts; ``text`` is the pattern of its number, as in ``%1.%2)``."""

    style: str
    text: str
    start: int
    paragraph_style: str
    gap: str
    legal: bool
    restarts: bool


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the file: the definition it counts with, and what it changes in it."""

    definition: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has been counted."""

    lists: Mapping[str, _List]
    definitions: Mapping[str, Mapping[int, Level]]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def next_number(self, reference: NumberingRef, style_id: str) -> str:
        """Count a paragraph and return its number with the gap after it; empty if it has none.

        Args:
            reference: the list and the level of the paragraph.
            style_id: the style that put it there, which may tell the level.
        """
        listed = self.lists.get(reference.list_id)
        if listed is None:
            return ""
        levels = {**self.definitions.get(listed.definition, {}), **listed.levels}
        place = reference.level if reference.level is not None else _level_of(levels, style_id)
        level = levels.get(place)
        if level is None:
            return ""
        counts = self._counts.setdefault(listed.definition, [None] * _LEVELS)
        if reference.list_id not in self._begun:
            self._begun.add(reference.list_id)
            for changed, start in listed.starts.items():
                counts[changed] = start - 1
        before = counts[place]
        counts[place] = level.start if before is None else before + 1
        for deeper in range(place + 1, _LEVELS):
            if deeper not in levels or levels[deeper].restarts:
                counts[deeper] = None
        return _shown(level, levels, counts)


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read ``word/numbering.xml``; without it nothing is numbered."""
    definitions: dict[str, Mapping[int, Level]] = {}
    linked: dict[str, str] = {}
    named: dict[str, str] = {}
    for element in children(root, "abstractNum"):
        id_ = attribute(element, "abstractNumId") or ""
        definitions[id_] = _levels(element)
        for name, table in (("styleLink", named), ("numStyleLink", linked)):
            link = child(element, name)
            if link is not None:
                table[attribute(link, "val") or ""] = id_
    lists: dict[str, _List] = {}
    for element in children(root, "num"):
        definition = child(element, "abstractNumId")
        id_ = "" if definition is None else attribute(definition, "val") or ""
        lists[attribute(element, "numId") or ""] = _list(element, id_)
    for style, id_ in linked.items():
        definitions[id_] = definitions.get(named.get(style, ""), {})
    return Numbering(lists, definitions)


def _list(element: etree._Element, definition: str) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in children(element, "lvlOverride"):
        place = number(override, "ilvl")
        if place is None or not 0 <= place < _LEVELS:
            continue
        levels.update(_levels(override))
        start = child(override, "startOverride")
        value = None if start is None else number(start, "val")
        if value is not None:
            starts[place] = value
    return _List(definition, starts, levels)


def _levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for definition in children(element, "lvl"):
        place = number(definition, "ilvl")
        if place is not None and 0 <= place < _LEVELS:
            levels[place] = _level(definition)
    return levels


def _level(element: etree._Element) -> Level:
    def value(name: str) -> str:
        found = child(element, name)
        return "" if found is None else attribute(found, "val") or ""

    start, restart = child(element, "start"), child(element, "lvlRestart")
    first = None if start is None else number(start, "val")
    return Level(
        style=value("numFmt") or "decimal",
        text=value("lvlText"),
        start=1 if first is None else first,
        paragraph_style=value("pStyle"),
        gap="" if value("suff") == "nothing" else " ",
        legal=is_on(element, "isLgl"),
        restarts=restart is None or number(restart, "val") != 0,
    )


def _level_of(levels: Mapping[int, Level], style_id: str) -> int:
    """Return the level that a list keeps for a style, else the first."""
    return next((place for place, level in levels.items() if level.paragraph_style == style_id), 0)


def _shown(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    if level.style == "bullet":
        return bullet(level.text) + " "

    def count(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = levels.get(place, level)
        value = counts[place]
        return in_style(other.start if value is None else value, "decimal" if level.legal else other.style)

    shown = _PLACE.sub(count, level.text).strip()
    return shown + level.gap if shown else ""
