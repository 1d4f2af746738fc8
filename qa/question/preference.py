"""What passages gain because a question names their meeting, item, case or people, or asks for their part."""

import numpy as np
from numpy.typing import NDArray

from qa.index.generation import Index
from qa.index.selection import Mask
from qa.index.vectors import Vectors
from qa.question.understanding import Understood
from qa.question.wishes import SECTION_OF, Wish

PERIOD_BONUS = np.float32(0.02)
BODY_BONUS = np.float32(0.01)
PERSON_BONUS = np.float32(0.01)
ITEM_NUMBER_BONUS = np.float32(0.05)
CASE_BONUS = np.float32(0.2)
"""More than all other scores span, so that the items of a case come first when its number is given."""
SECTION_LIFT = np.float32(0.1)
DECISION_LIFT = np.float32(0.03)
"""How far at most the section asked for is lifted. Decisions less: what was decided is told elsewhere too,
while who reserved themselves, moved or voted stands in its own section, hardly in the words of a question."""
_AHEAD = np.float32(1e-4)
"""By how much the section asked for then leads its item."""


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


def lift_sections(index: Index, understood: Understood, scores: Vectors) -> Vectors:
    """Lift the sections that a question asks for to the front of their items.

    "Vem reserverade sig mot avgiften?" finds the item by its matter; that section itself may not say a word
    of it. All passages of the section are lifted alike, so that their order stays, and the best of them at
    most to just above the best of its item: no item overtakes another by it. Since the scores of all
    passages are looked at, whatever filter there is, filters stay exact.

    Args:
        index: the index whose passages were scored.
        understood: what is asked for.
        scores: float32 [n], one a passage.

    Returns:
        float32 [n]; ``scores`` itself where no section is asked for.
    """
    for wish in understood.wishes:
        if wish in SECTION_OF:
            is_told_elsewhere = wish is Wish.DECISION and not understood.is_reference
            most = DECISION_LIFT if is_told_elsewhere else SECTION_LIFT
            scores = _lifted(index.selector.items, index.selector.of_section(SECTION_OF[wish]), scores, most)
    return scores


def _lifted(items: NDArray[np.intp], rows: Mask, scores: Vectors, most: np.float32) -> Vectors:
    """Lift ``rows`` where ``items`` are the numbers of the rows' items, int [n]."""
    best = np.full(items.max(initial=-1) + 1, np.finfo(np.float32).min, dtype=np.float32)
    own = best.copy()
    np.maximum.at(best, items, scores)
    np.maximum.at(own, items[rows], scores[rows])
    lift = np.minimum(best - own + _AHEAD, most)
    lifted: Vectors = scores.copy()
    lifted[rows] += lift[items[rows]]
    return lifted
