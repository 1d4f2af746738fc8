"""A part of the hits of a question: where it begins, and what lies before and after."""

from dataclasses import dataclass, replace

from qa.answer import Answer, Answerer
from qa.types import Question

MOST_SKIPPED = 950
"""Hits that may be skipped; nobody reads further, and a thousand hits are ranked at most."""


def ask_part(answerer: Answerer, question: Question, offset: int) -> Answer:
    """Return the answer with at most ``question.limit`` hits from place ``offset`` on; ranks stay.

    Raises:
        FilterError: the filter contradicts itself.
    """
    if not offset:
        return answerer.ask(question)
    whole = answerer.ask(replace(question, limit=offset + question.limit))
    return replace(whole, hits=whole.hits[offset:])


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is shown: ``limit`` of ``total`` entries from ``offset`` on.

    ``most_skipped`` is the greatest offset that may be asked for, None where any may.
    """

    offset: int
    limit: int
    total: int
    most_skipped: int | None = None

    @property
    def following(self) -> int | None:
        """Offset of the next part, None at the end."""
        after = self.offset + self.limit
        is_allowed = self.most_skipped is None or after <= self.most_skipped
        return after if after < self.total and is_allowed else None

    @property
    def preceding(self) -> int | None:
        """Offset of the part before, None at the beginning."""
        return max(0, self.offset - self.limit) if self.offset else None
