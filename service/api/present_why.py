"""How a question was read and why each hit was found, as bodies of the API."""

from collections.abc import Sequence
from datetime import date

from qa.answer import Answer
from qa.question.absent_items import AbsentItem
from qa.reasons import Condition, Why
from qa.types import Role
from service.api.why_schemas import (
    AbsentItemOut,
    ConditionOut,
    CorrectionOut,
    PeriodOut,
    PersonInQuestionOut,
    UnderstoodOut,
    WhyOut,
    WordMatchOut,
)
from service.understood_wording import absent_item_sentence, understood_text
from service.why_wording import why_text


def present_understood(answer: Answer) -> UnderstoodOut:
    """Return the body of what was read out of a question."""
    understood = answer.understood
    return UnderstoodOut(
        periods=tuple(
            PeriodOut(first=period.first, last=None if period.last == date.max else period.last)
            for period in understood.periods
        ),
        bodies=understood.bodies,
        case_numbers=understood.case_numbers,
        item_numbers=understood.item_numbers,
        people=tuple(PersonInQuestionOut.model_validate(one) for one in understood.people),
        wishes=understood.wishes,
        corrections=tuple(CorrectionOut.model_validate(one) for one in understood.corrections),
        absent_items=tuple(_absent_item(one) for one in answer.absent_items),
        text=understood_text(answer),
    )


def _absent_item(absent: AbsentItem) -> AbsentItemOut:
    return AbsentItemOut(
        number=absent.number,
        meeting_id=absent.meeting.id if absent.meeting else None,
        text=absent_item_sentence(absent),
    )


def present_why(why: Why, section: Role) -> WhyOut:
    """Return the body of why a passage in a section of this role was found."""
    return WhyOut(
        words=tuple(WordMatchOut.model_validate(word) for word in why.words),
        nearness=why.nearness,
        section=section,
        preferred=_conditions(why.preferred),
        filters=_conditions(why.filters),
        text=why_text(why, section),
    )


def _conditions(conditions: Sequence[Condition]) -> tuple[ConditionOut, ...]:
    return tuple(ConditionOut.model_validate(one) for one in conditions)
