"""What was decided: the points of a decision, each with what it does with the matter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.proceedings.decision_words import Said, kinds_said
from corpus.proceedings.statements import Statement, lines_of, statements_of
from qa.proceedings import Outcome, OutcomeKind
from qa.types import AgendaItem, Paragraph, Role, Section

_LEAD = re.compile(
    r"(?:enligt|i enlighet med|på (?:förslag|yrkande) av|(?:med )?bifall till"
    r"|(?:[\w-]+ ){1,8}(?:beslutar|beslutade|föreslår"
    r"|tillstyrker|bifaller|godkänner|hemställer|rekommenderar)|besluta[rd]?e?)\b",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"\b(?:enligt|i enlighet med|tillstyrker|bifaller|bifall till)\b(?!.*\båterremissyrkande)"
    r".*(?:förslag|yrkande)",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:föreslår|hemställer|rekommenderar|tillstyrker)\b"
    r"|förslag till \w*(?:fullmäktige|styrelsen|nämnden)",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?::|\batt)$|^[Ee]nligt [^.:]{3,80} förslag\.$")
_SUB_POINT = re.compile(r"\(?[a-zåäö][.)]\s|[-–•*]\s")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s")
_OWN_HEADING = re.compile(r"(?P<body>[\w-]+?)s (?:beslut|förslag\b.*)")
_FREE = frozenset({Role.TEXT, Role.NOTES, Role.SUMMARY, Role.INFORMATION})
"""Sections of minutes without sub-headings for decisions in which a decision may stand."""
_DECIDES = re.compile(
    r"(?<!att )\b(?:ställ(?:er|de) sig bakom|besluta(?:r|de)(?: \w+){0,3}? att|enades om att"
    r"|fick i uppdrag(?! av)"
    r"|bordläggs|bordlades|återremitteras|återremitterades|(?:läggs|lades) (?:\w+ ){0,3}till handlingarna"
    r"|(?:godkänner|godkände|antog|antecknar|antecknade|noterar|noterade)|antecknas"
    r"|utsågs till|valdes till)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:har|hade|tidigare|redan|nyligen|senast|förra|föregående möte|\d{4}|den \d{1,2}"
    r"|ska|skall|bör|kommer att"
    r"|avser|föreslå\w*|förslår|om man|innan|sedan|när|vill|kan|frågar|undrar|berättar|inte|ej)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of another decision, or of one to come."""


@dataclass(slots=True)
class _Block:
    """The points under one lead (``Enligt kommunstyrelsens förslag:``)."""

    lead: Paragraph | None = None
    approves: bool = False
    is_proposal: bool = False
    first_point: Paragraph | None = None
    first_is_said: bool = False


def read_outcomes(item: AgendaItem, body: str) -> tuple[Outcome, ...]:
    """Return what was decided in an item, in order.

    Args:
        item: the item with its sections.
        body: the body whose minutes they are; earlier decisions of others do not count.
    """
    sections = _decisions(item, body)
    if sections:
        found = [outcome for section in sections for outcome in _of_section(section)]
    else:
        found = [
            outcome for section in item.sections if section.role in _FREE for outcome in _told_in(section)
        ]
    return tuple(dict.fromkeys(found))


def _decisions(item: AgendaItem, body: str) -> list[Section]:
    """Return the sections with the body's own decision: the last body named, where several decided."""
    decisions = [section for section in item.sections if section.role is Role.DECISION]
    own = [section for section in decisions if _is_own(section.heading, body)]
    if own or decisions:
        return own or decisions
    return [
        section
        for section in item.sections
        if section.role is Role.PROPOSAL
        and " till " in section.heading
        and _names_body(section.heading, body)
    ]


def _is_own(heading: str, body: str) -> bool:
    return _OWN_HEADING.fullmatch(heading.lower()) is None or _names_body(heading, body)


def _names_body(heading: str, body: str) -> bool:
    """Tell whether ``Nämndens beslut`` is that of the body itself."""
    match = _OWN_HEADING.fullmatch(heading.lower())
    return match is not None and bool(body) and match["body"] in body.lower()


def _of_section(section: Section) -> Iterator[Outcome]:
    block = _Block(is_proposal=section.role is Role.PROPOSAL or _proposes_as_heading(section.heading))
    paragraphs = section.paragraphs
    statements: dict[int, list[Statement]] = {}
    for statement in statements_of(section):
        statements.setdefault(statement.place, []).append(statement)
    place = 0
    while place < len(paragraphs):
        paragraph = paragraphs[place]
        if _is_lead(paragraph.text):
            yield from _by_lead(block)
            block = _block_of(paragraph, block)
            place += 1
            continue
        end = _end_of_point(paragraphs, place)
        outcomes = list(_of_point(statements.get(place, ()), paragraphs[place + 1 : end], block))
        if block.first_point is None:
            block.first_point, block.first_is_said = paragraph, bool(outcomes)
            yield from _by_lead(block)
        yield from outcomes
        place = end
    if block.first_point is None:
        yield from _by_lead(block)


def _proposes_as_heading(heading: str) -> bool:
    return _PROPOSES.search(heading) is not None


def _is_lead(text: str) -> bool:
    """Tell whether a paragraph only says by whose proposal the points after it were decided."""
    if not _LEADS_ON.search(text.rstrip()) or not _LEAD.match(text):
        return False
    return " i uppdrag" not in text and len(text) < 300


def _block_of(lead: Paragraph, before: _Block) -> _Block:
    proposes = _PROPOSES.search(lead.text) is not None
    goes_on = before.is_proposal and not re.search(r"\bbeslut\w*\b|egen del", lead.text, re.IGNORECASE)
    return _Block(lead, _APPROVES.search(lead.text) is not None, proposes or goes_on)


def _by_lead(block: _Block) -> Iterator[Outcome]:
    """Yield the approval that a lead tells, where the first point after it says nothing itself."""
    if block.lead is None or not block.approves or block.first_is_said:
        return
    point = [block.first_point.text] if block.first_point is not None else []
    yield Outcome(
        OutcomeKind.APPROVED,
        lines_of([block.lead.text, *point]),
        block.lead.page,
        is_proposal=block.is_proposal,
    )
    block.approves = False


def _end_of_point(paragraphs: Sequence[Paragraph], place: int) -> int:
    """Return the place after a point and the sub-points that its colon announces."""
    end = place + 1
    text = paragraphs[place].text.rstrip()
    if not text.endswith((":", " att")):
        return end
    numbered = _NUMBERED.match(text) is None
    while end < len(paragraphs):
        following = paragraphs[end].text
        is_sub = _SUB_POINT.match(following) or following.startswith("att ")
        if not is_sub and not (numbered and _NUMBERED.match(following)):
            break
        end += 1
    return end


def _of_point(
    statements: Sequence[Statement], sub_points: Sequence[Paragraph], block: _Block
) -> Iterator[Outcome]:
    for statement in statements:
        text = statement.text
        if sub_points and statement is statements[-1]:
            text = lines_of([text, *(point.text for point in sub_points)])
        for said in kinds_said(statement.text):
            yield _outcome(said, text, statement.page, block)


def _outcome(said: Said, text: str, page: int | None, block: _Block) -> Outcome:
    return Outcome(said.kind, text, page, is_proposal=said.is_proposal or block.is_proposal)


def _told_in(section: Section) -> Iterator[Outcome]:
    """Yield the decisions that stand in running text, where a body says that it decides here and now."""
    for statement in statements_of(section):
        text = statement.text
        decides = _DECIDES.search(text)
        if decides is None or _TOLD.search(text, 0, decides.end()) or "?" in text:
            continue
        for said in kinds_said(text):
            yield Outcome(said.kind, text, statement.page, is_proposal=said.is_proposal)
