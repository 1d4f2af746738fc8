"""From the words of the house to the bodies of the API."""

from qa.answer import Extract
from qa.arrangement import Group
from qa.types import AgendaItem, Hit, Meeting
from service.api.paging import PartOfAnswer
from service.api.present_why import present_understood, present_why
from service.api.proceedings_schemas import ProceedingsOut
from service.api.schemas import (
    AnswerOut,
    AskResponse,
    CitationOut,
    GroupOut,
    HitOut,
    InspectedItem,
    Inspection,
    ItemDetail,
    ItemSummary,
    ItemVoteOut,
    MeetingDetail,
    MeetingSummary,
    MeetingWithItems,
    PersonOut,
    SectionOut,
    SpanOut,
)


def present_answer(found: PartOfAnswer, took_ms: float, index_version: str, model: str) -> AskResponse:
    """Return the body of an answer; ``took_ms`` is the time of the search in milliseconds."""
    answer = found.answer
    return AskResponse(
        question=answer.question,
        language=answer.language,
        answer=present_extract(answer.extract) if answer.extract else None,
        no_answer_reason=answer.no_answer_reason,
        understood=present_understood(answer),
        hits=tuple(present_hit(hit) for hit in answer.hits),
        groups=None if found.groups is None else tuple(present_group(group) for group in found.groups),
        votes=tuple(ItemVoteOut.model_validate(one) for one in answer.votes),
        total=answer.total,
        listed=found.listed,
        took_ms=round(took_ms, 1),
        index_version=index_version,
        model=model,
    )


def present_extract(extract: Extract) -> AnswerOut:
    """Return the body of the sentences that answer."""
    return AnswerOut(
        text=extract.text,
        confidence=round(extract.confidence, 3),
        certainty=extract.certainty,
        spans=tuple(SpanOut.model_validate(span) for span in extract.spans),
    )


def present_hit(hit: Hit) -> HitOut:
    """Return the body of one hit."""
    return HitOut(
        rank=hit.rank,
        passage_id=hit.passage.id,
        score=hit.score,
        confidence=hit.confidence,
        text=hit.passage.text,
        citation=CitationOut.model_validate(hit.passage.citation),
        why=present_why(hit.why, hit.passage.citation.section) if hit.why else None,
    )


def present_group(group: Group) -> GroupOut:
    """Return the body of the hits of one case or meeting."""
    return GroupOut(key=group.key, title=group.title, hits=tuple(present_hit(hit) for hit in group.hits))


def present_meeting_summary(meeting: Meeting) -> MeetingSummary:
    """Return the body of a meeting in a list."""
    return MeetingSummary(
        id=meeting.id,
        body=meeting.body,
        title=meeting.title,
        date=meeting.start_date,
        end_date=meeting.end_date,
        date_basis=meeting.date_basis,
        date_note=meeting.date_note,
        place=meeting.place,
        time=meeting.time,
        source_file=meeting.source_file,
        source_url=meeting.source_url,
        item_count=len(meeting.items),
    )


def present_meeting_detail(meeting: Meeting) -> MeetingDetail:
    """Return the body of a meeting with its attendance."""
    return MeetingDetail(
        **dict(present_meeting_summary(meeting)),
        attendees=tuple(PersonOut.model_validate(person) for person in meeting.attendees),
        absent=tuple(PersonOut.model_validate(person) for person in meeting.absent),
        warnings=meeting.warnings,
    )


def present_meeting(meeting: Meeting) -> MeetingWithItems:
    """Return the body of a meeting with its attendance and the list of its items."""
    return MeetingWithItems(
        **dict(present_meeting_detail(meeting)),
        items=tuple(ItemSummary.model_validate(item) for item in meeting.items),
    )


def present_item(meeting: Meeting, item: AgendaItem) -> ItemDetail:
    """Return the body of an agenda item in full."""
    return ItemDetail(
        **dict(ItemSummary.model_validate(item)),
        sections=tuple(SectionOut.model_validate(section) for section in item.sections),
        proceedings=ProceedingsOut.model_validate(item.proceedings),
        meeting=present_meeting_summary(meeting),
    )


def present_inspection(meeting: Meeting) -> Inspection:
    """Return how a file was understood."""
    return Inspection(
        meeting=present_meeting_detail(meeting),
        items=tuple(InspectedItem.model_validate(item) for item in meeting.items),
        warnings=meeting.warnings,
    )
