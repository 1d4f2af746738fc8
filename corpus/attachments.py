"""Attachments at the end of the file, brought to the item that refers to them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.types import AgendaItem, Role, Section

_LABEL = re.compile(r"bilaga ?(?:nr )?(?P<label>\w{1,3})", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:framgår av|redovisas i|enligt|se) bilaga (?P<label>\w{1,3})\b(?! till\b)", re.IGNORECASE
)


def bring_home(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Move each attachment to the one item whose text says that something is shown by it.

    Lists of votes stand after the last item of the minutes, numbered; the item says ``Hur var och en
    röstar framgår av bilaga 2``. An attachment that no item, or more than one, refers to stays.
    """
    owners = _owners(items)
    moved: dict[int, list[Section]] = {index: [] for index in range(len(items))}
    kept: list[list[Section]] = []
    for index, item in enumerate(items):
        kept.append([])
        for section in item.sections:
            owner = owners.get(_label(section)) if section.role is Role.ATTACHMENT else None
            if owner is None or owner == index:
                kept[index].append(section)
            else:
                moved[owner].append(section)
    return tuple(_with_sections(item, (*kept[index], *moved[index])) for index, item in enumerate(items))


def _owners(items: Sequence[AgendaItem]) -> dict[str, int]:
    """Return the item by the label of the attachment that it alone refers to."""
    referring: dict[str, set[int]] = {}
    for index, item in enumerate(items):
        for section in item.sections:
            if section.role is Role.ATTACHMENT:
                continue
            for paragraph in section.paragraphs:
                for match in _REFERENCE.finditer(paragraph.text):
                    referring.setdefault(match["label"].lower(), set()).add(index)
    return {label: next(iter(indexes)) for label, indexes in referring.items() if len(indexes) == 1}


def _label(section: Section) -> str:
    match = _LABEL.fullmatch(section.heading)
    return match["label"].lower() if match else ""


def _with_sections(item: AgendaItem, sections: tuple[Section, ...]) -> AgendaItem:
    """Return the item with other sections; its first page is that of its heading."""
    pages = {p.page for section in sections for p in section.paragraphs if p.page is not None}
    return replace(item, sections=sections, pages=tuple(sorted(pages.union(item.pages[:1]))))
