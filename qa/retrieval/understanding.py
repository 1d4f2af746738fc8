"""What a question says of its matter: case numbers, periods, bodies; and what follows for ranking."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np

from qa.index.generation import Index
from qa.retrieval.base import Scores
from qa.retrieval.periods import Period, periods_in
from qa.text import tokenize

PERIOD_BONUS = np.float32(0.02)
BODY_BONUS = np.float32(0.01)
CASE_BONUS = np.float32(0.2)
"""More than all other scores span, so that the items of a case come first when its number is given."""
_SHORTEST_BODY = 7
"""Letters; shorter first words of a body ("Region", "Råd") are too common to mean it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was found in the text of a question.

    ``periods`` are first and last days, both included. ``bodies`` are as the minutes print them, and
    ``case_numbers`` as tokens; only such as the index has.
    """

    periods: tuple[Period, ...] = ()
    bodies: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()


NOTHING = Understood()


def understand(index: Index, question: str, today: date | None = None) -> Understood:
    """Find what a question says of meeting, body and case.

    Args:
        index: which bodies and cases there are; a body counts only where there are several to tell apart.
        question: normalised text.
        today: what "förra mandatperioden" is counted from; by default the present day.
    """
    cases = tuple(token for token in dict.fromkeys(tokenize(question)) if index.selector.of_case(token).any())
    return Understood(tuple(periods_in(question, today)), _bodies_in(index, question), cases)


def preference(index: Index, understood: Understood) -> Scores:
    """Return what each passage gains because the question names its case number, date or body.

    A preference, not a filter; those for date and body are small beside the span of the other scores,
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
    for body in understood.bodies:
        bonus[index.selector.of_body(body)] += BODY_BONUS
    return bonus


def _bodies_in(index: Index, question: str) -> tuple[str, ...]:
    names = {body: body.casefold().partition(" ")[0] for body in index.selector.bodies}
    if len(set(names.values())) <= 1:
        return ()
    said = set(re.findall(r"\w+", question.casefold()))
    return tuple(
        body
        for body, name in sorted(names.items())
        if len(name) >= _SHORTEST_BODY and not said.isdisjoint((name, name + "s"))
    )
