"""How a question was read and why each hit was found, as bodies of the API."""

from collections.abc import Sequence
from datetime import date

from qa.question.understanding import Understood
from qa.reasons import Condition, Why
from qa.types import Role
from service.api.why_schemas import (
    ConditionOut,
    CorrectionOut,
    PeriodOut,
    PersonInQuestionOut,
    UnderstoodOut,
    WhyOut,
    WordMatchOut,
)
from service.why_wording import interpretation, why_text


def present_understood(understood: Understood) -> UnderstoodOut:
    """Return the body of what was read out of a question."""
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
        text=interpretation(understood),
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
