"""Sections of an agenda item: what stands under each sub-heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import Line
from corpus.layout.lines import is_blank, next_written, part, plain, previous_written, runs_on, starts_lower
from corpus.layout.paragraphs import Flow, Setting, build_paragraphs
from corpus.layout.roles import heading_role, inline_heading
from corpus.layout.tables import is_mostly_table, table_paragraphs
from qa.types import Paragraph, Role, Section

_FLOWS = {
    Role.DISTRIBUTION: Flow.NAMES,
    Role.ATTENDANCE: Flow.NAMES,
    Role.DOCUMENTS: Flow.ENTRIES,
    Role.MOTION: Flow.ENTRIES,
    Role.RESERVATION: Flow.ENTRIES,
    Role.STATEMENT: Flow.ENTRIES,
}
_LISTS = frozenset({Role.DISTRIBUTION, Role.DOCUMENTS})
"""Sections whose entries may be the word ``Bilaga 1`` alone."""


@dataclass(slots=True)
class _Part:
    role: Role
    heading: str
    lines: list[Line] = field(default_factory=list)


def build_sections(lines: Sequence[Line], setting: Setting) -> tuple[Section, ...]:
    """Part the lines of an item at its sub-headings, and join them to paragraphs.

    An attachment goes on to the next one: the sub-headings within it are its own. Sections without
    text are left out.

    Args:
        lines: the lines after the heading of the item.
        setting: how the file is set.
    """
    parts = [_Part(Role.TEXT, "")]
    for index, line in enumerate(lines):
        role = None if is_blank(line) else _role_here(lines, index, parts[-1].role, setting)
        inline = (
            None if role or is_blank(line) or parts[-1].role is Role.ATTACHMENT else inline_heading(line.text)
        )
        if role is not None:
            parts.append(_Part(role, plain(line.text).rstrip(":").rstrip()))
        elif inline is not None:
            label_role, heading, offset = inline
            parts.append(_Part(label_role, heading, [part(line, offset)]))
        else:
            parts[-1].lines.append(line)
    built = [Section(p.role, p.heading, _paragraphs(p, setting)) for p in parts]
    return tuple(section for section in built if section.paragraphs)


def _paragraphs(section: _Part, setting: Setting) -> tuple[Paragraph, ...]:
    if section.role is Role.ATTACHMENT and is_mostly_table(section.lines):
        return table_paragraphs(section.lines, setting.hyphenated)
    return build_paragraphs(section.lines, setting, _FLOWS.get(section.role, Flow.PROSE))


def _role_here(lines: Sequence[Line], index: int, current: Role, setting: Setting) -> Role | None:
    """Return the role of a sub-heading, None where the line is text in its place."""
    text = lines[index].text
    role = heading_role(text)
    if role is None or (current is Role.ATTACHMENT and role is not Role.ATTACHMENT):
        return None
    if role is Role.ATTACHMENT:
        return role if _begins_attachment(lines, index, current, setting) else None
    if (
        current is Role.DECISION
        and role is Role.DECISION
        and text.rstrip().endswith(("beslutar", "beslutar:"))
    ):
        return None
    before = previous_written(lines, index)
    if before is not None and before == index - 1 and runs_on(lines[before].text):
        return None
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return None if starts_lower(after) and not after.lstrip().startswith("att ") else role


def _begins_attachment(lines: Sequence[Line], index: int, current: Role, setting: Setting) -> bool:
    """Tell whether ``Bilaga 2`` heads an attachment, and is not an entry of a list of attachments."""
    at_break = lines[index].start in setting.breaks or lines[index].level > 0
    if current in _LISTS and not at_break:
        return False
    after = next_written(lines, index + 1)
    if after is None or heading_role(lines[after].text) is Role.ATTACHMENT:
        return False
    return at_break or index == 0 or is_blank(lines[index - 1])
