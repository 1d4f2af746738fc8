"""What passages gain because a question names their meeting, item, case or people, or asks for their part."""

import numpy as np

from qa.index.generation import Index
from qa.index.vectors import Vectors
from qa.question.understanding import Understood

PERIOD_BONUS = np.float32(0.02)
BODY_BONUS = np.float32(0.01)
PERSON_BONUS = np.float32(0.02)
ITEM_NUMBER_BONUS = np.float32(0.05)
CASE_BONUS = np.float32(0.2)
"""More than all other scores span, so that the items of a case come first when its number is given."""


def preference(index: Index, understood: Understood) -> Vectors:
    """Return what each passage gains because the question names its case, item, date, body or people.

    A preference, not a filter; those for date, body and person are small beside the span of the other scores,
    so that a question which names the wrong month still finds its matter. What a passage gains depends
    on nothing but question and passage (and on whether there are bodies to tell apart), so filters
    stay exact.

    Returns:
        float32 [n], 0 or more.
    """
    bonus = np.zeros(len(index.passages), dtype=np.float32)
    for period in understood.periods:
        bonus[index.selector.within(period.first, period.last)] = PERIOD_BONUS
    for case_number in understood.case_numbers:
        bonus[index.selector.of_case(case_number)] += CASE_BONUS
    for number in understood.item_numbers:
        bonus[index.selector.of_item_number(number)] += ITEM_NUMBER_BONUS
    for body in understood.bodies:
        bonus[index.selector.of_body(body)] += BODY_BONUS
    for person in understood.people:
        bonus[index.people.rows_of(person.name)] += PERSON_BONUS
    return bonus
