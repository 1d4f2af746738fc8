"""What is done about personal data: tell of it, mask it, or leave the agenda item out."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Document
from corpus.privacy.detect import find_personal_data
from corpus.privacy.finding import Finding
from corpus.source import SourceFile
from qa.reading import Doubt, DoubtKind, PersonalData, PersonalDataKind, PrivacyPolicy
from qa.types import AgendaItem, Meeting

MASK = "•"
DETECTOR_VERSION = 1
"""Raised when other personal data would be found, so that files are read again."""

_VISIBLE = re.compile(r"\S")
_MOST_LINES = 5
"""Line numbers named in a warning for each kind."""
_DONE = {
    PrivacyPolicy.WARN: "Texten är sökbar som den är; QA_PRIVACY=mask maskerar den.",
    PrivacyPolicy.MASK: "Det är maskerat.",
    PrivacyPolicy.LEAVE_OUT_ITEM: "Ärendet är utelämnat.",
}


def with_policy(source: SourceFile, policy: PrivacyPolicy) -> SourceFile:
    """Return a source to be read by a policy; its fingerprint changes with the policy."""
    identity = f"{source.fingerprint}\t{policy.value}\t{DETECTOR_VERSION}"
    return replace(source, privacy=policy, fingerprint=hashlib.sha256(identity.encode()).hexdigest())


def masked(document: Document, findings: Sequence[Finding]) -> Document:
    """Return a document with a ``MASK`` for every visible character of the findings.

    Its length, its lines and so all offsets stay as they were. What the format keeps apart from
    the text is searched and masked by itself.
    """
    return replace(
        document,
        text=_mask(document.text, findings),
        running=tuple(_mask(line, find_personal_data(line)) for line in document.running),
        title=_mask(document.title, find_personal_data(document.title)),
    )


def _mask(text: str, findings: Sequence[Finding]) -> str:
    pieces = []
    position = 0
    for finding in findings:
        pieces += [text[position : finding.start], _VISIBLE.sub(MASK, text[finding.start : finding.end])]
        position = finding.end
    return "".join([*pieces, text[position:]])


def locate(findings: Sequence[Finding], document: Document, meeting: Meeting) -> tuple[PersonalData, ...]:
    """Return where in a meeting the findings stand.

    Args:
        findings: what was found, in order.
        document: the text that the meeting was read from, masked or not.
        meeting: the meeting; the runs of its items tie it to the text.
    """
    if not findings:
        return ()
    stretches = sorted(
        (run.source_start, run.source_start + run.length, item.id)
        for item in meeting.items
        for section in item.sections
        for paragraph in section.paragraphs
        for run in paragraph.runs
    )
    line_ends = [match.start() for match in re.finditer("\n", document.text)]
    return tuple(
        PersonalData(
            finding.kind,
            _item_at(finding, stretches) or _item_titled(finding, document, meeting, stretches),
            bisect_right(line_ends, finding.start) + 1,
        )
        for finding in findings
    )


def follow(policy: PrivacyPolicy, meeting: Meeting, found: Sequence[PersonalData]) -> Meeting:
    """Return a meeting as the policy wants it, with a note for each item that has personal data.

    A note tells kind and place, never the data. The notes are part of how the file was read, not of
    the meeting's warnings: these are shown to anybody. The text was masked before it was parsed.
    """
    if not found or meeting.reading is None:
        return meeting
    reading = meeting.reading
    reading = replace(reading, doubts=(*reading.doubts, *_notes(policy, meeting, found)))
    items = meeting.items
    if policy is PrivacyPolicy.LEAVE_OUT_ITEM:
        named = {data.item_id for data in found}
        items = tuple(item for item in items if item.id not in named)
    return replace(meeting, items=items, reading=reading)


def _item_at(finding: Finding, stretches: Sequence[tuple[int, int, str]]) -> str:
    """Return the id of the item whose text holds the finding, empty if none does."""
    place = bisect_right(stretches, finding.start, key=lambda stretch: stretch[0])
    for start, end, item_id in stretches[max(0, place - 1) : place + 1]:
        if start < finding.end and finding.start < end:
            return item_id
    return ""


def _item_titled(
    finding: Finding, document: Document, meeting: Meeting, stretches: Sequence[tuple[int, int, str]]
) -> str:
    """Return the id of the item with the finding in its title: the next one, if several have it."""
    words = document.text[finding.start : finding.end]
    titled = [item.id for item in meeting.items if words in item.title]
    following = (item_id for start, _, item_id in stretches if start >= finding.end and item_id in titled)
    return next(following, titled[0] if titled else "")


def _notes(policy: PrivacyPolicy, meeting: Meeting, found: Sequence[PersonalData]) -> list[Doubt]:
    names = {item.id: _name(item, place) for place, item in enumerate(meeting.items, 1)}
    notes = []
    for item_id in dict.fromkeys(data.item_id for data in found):
        kinds = _kinds([data for data in found if data.item_id == item_id])
        is_kept = policy is PrivacyPolicy.LEAVE_OUT_ITEM and not item_id
        done = _DONE[PrivacyPolicy.MASK if is_kept else policy]
        text = f"Personuppgifter {names.get(item_id, 'utanför ärendena')}: {kinds}. {done}"
        notes.append(Doubt(DoubtKind.PERSONAL_DATA, text, item_id))
    return notes


def _name(item: AgendaItem, place: int) -> str:
    """Name an item without its title, which may hold the data itself."""
    return f"i {item.number}" if item.number.startswith("§") else f"i ärende {item.number or place}"


def _kinds(found: Sequence[PersonalData]) -> str:
    return ", ".join(
        f"{kind.value} ({_lines([data.line for data in found if data.kind is kind])})"
        for kind in PersonalDataKind
        if any(data.kind is kind for data in found)
    )


def _lines(lines: Sequence[int]) -> str:
    numbers = [str(line) for line in dict.fromkeys(lines)]
    rest = f" och {len(numbers) - _MOST_LINES} till" if len(numbers) > _MOST_LINES else ""
    return f"rad {', '.join(numbers[:_MOST_LINES])}{rest}"
