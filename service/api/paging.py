"""A part of the hits of a question: where it begins, and what lies before and after."""

from dataclasses import dataclass, replace

from qa.answer import Answer, Answerer
from qa.arrangement import AS_RANKED, LAID_OUT, Arrangement, Group, arrange, group_hits
from qa.types import Question

MOST_SKIPPED = 950
"""Hits that may be skipped; nobody reads further, and a thousand hits are ranked at most."""


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


@dataclass(frozen=True, slots=True)
class PartOfAnswer:
    """An answer with the hits of one part.

    ``groups`` are these hits gathered as was wanted, None where they were not to be; then ``part`` counts
    hits, else groups. ``is_laid_out`` tells whether they are in another order or company than as ranked.
    """

    answer: Answer
    part: Part
    groups: tuple[Group, ...] | None = None
    is_laid_out: bool = False

    @property
    def listed(self) -> int | None:
        """How many hits or groups there are in all parts, None where they are as ranked."""
        return self.part.total if self.is_laid_out else None


def ask_part(
    answerer: Answerer, question: Question, offset: int, wanted: Arrangement = AS_RANKED
) -> PartOfAnswer:
    """Return the answer with at most ``question.limit`` hits, or groups, from place ``offset`` on.

    The ranks of hits stay those of relevance in the whole.

    Raises:
        FilterError: the filter contradicts itself.
    """
    if wanted.is_as_ranked:
        whole = answerer.ask(replace(question, limit=offset + question.limit))
        part = Part(offset, question.limit, whole.total, MOST_SKIPPED)
        return PartOfAnswer(replace(whole, hits=whole.hits[offset:]), part)
    # all that is laid out is asked for whatever part is wanted, so that the parts fit together
    whole = answerer.ask(replace(question, limit=LAID_OUT))
    hits, end = arrange(whole.hits, wanted.order), offset + question.limit
    if wanted.grouping is None:
        part = Part(offset, question.limit, len(hits), MOST_SKIPPED)
        return PartOfAnswer(replace(whole, hits=hits[offset:end]), part, is_laid_out=True)
    groups = group_hits(hits, wanted.grouping)
    shown = groups[offset:end]
    part = Part(offset, question.limit, len(groups), MOST_SKIPPED)
    flat = tuple(hit for group in shown for hit in group.hits)
    return PartOfAnswer(replace(whole, hits=flat), part, shown, is_laid_out=True)
