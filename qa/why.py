"""Why each hit was found, for those that are returned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.index.generation import Index
from qa.index.selection import Mask
from qa.question.matching import WordMatcher, lines_of_words
from qa.question.understanding import Understood
from qa.question.wishes import SECTION_OF
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.retrieval.base import Scores
from qa.swedish_dates import format_period
from qa.types import Filter, Hit, Passage, Question

SURE_ABOVE_NOISE = 0.11
LIKELY_ABOVE_NOISE = 0.06
"""How far above the noise of its corpus a passage must score to be called surely or likely near. The noise is
what questions of other fields reach there at best, on average. Of the first ten hits in five question sets
.67 to .83 of those above the first were relevant, .18 to .45 of those up to it, .03 to .27 of the others."""

_TEXTS_KEPT = 4096
"""About 4 MB."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one question was scored by.

    ``fused`` are the scores without what was preferred, float32 [n]; ``noise`` is that of the corpus.
    """

    question: Question
    understood: Understood
    fused: Scores
    noise: float


class Explainer:
    """Says why hits of one index were found; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lines_of_words = lru_cache(maxsize=_TEXTS_KEPT)(lines_of_words)
        self._row_of = {passage.id: row for row, passage in enumerate(index.passages)}

    def explain(self, scene: Scene, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return the hits, each with why it was found."""
        matcher = WordMatcher(scene.question.text, scene.understood.corrections)
        preferences = self._preferences(scene.understood)
        filters = tuple(_filters(scene.question.where))
        explained = []
        for hit in hits:
            row = self._row_of[hit.passage.id]
            why = Why(
                self._words(matcher, hit.passage),
                _nearness(float(scene.fused[row]) - scene.noise),
                tuple(condition for condition, rows in preferences if rows[row]),
                filters,
            )
            explained.append(replace(hit, why=why))
        return tuple(explained)

    def _words(self, matcher: WordMatcher, passage: Passage) -> tuple[WordMatch, ...]:
        """Return the words found in a passage, and those that only its heading has."""
        inside = matcher.words_in(self._lines_of_words(passage.text))
        asked = {match.asked for match in inside}
        above = [
            replace(match, in_heading=True)
            for match in matcher.words_in(self._lines_of_words(passage.context))
            if match.asked not in asked
        ]
        return tuple(self._with_parts(match) for match in (*inside, *above))

    def _with_parts(self, match: WordMatch) -> WordMatch:
        if match.kind is not MatchKind.COMPOUND:
            return match
        return replace(match, parts=self._index.compounds.split(match.found))

    def _preferences(self, understood: Understood) -> list[tuple[Condition, Mask]]:
        """Return what the question was understood to prefer, and which rows meet it."""
        selector, people = self._index.selector, self._index.people
        return [
            *(
                (
                    Condition(Aspect.PERIOD, format_period(one.first, one.last)),
                    selector.within(one.first, one.last),
                )
                for one in understood.periods
            ),
            *((Condition(Aspect.BODY, one), selector.of_body(one)) for one in understood.bodies),
            *((Condition(Aspect.CASE_NUMBER, one), selector.of_case(one)) for one in understood.case_numbers),
            *(
                (Condition(Aspect.ITEM_NUMBER, one), selector.of_item_number(one))
                for one in understood.item_numbers
            ),
            *((Condition(Aspect.PERSON, one.name), people.rows_of(one.name)) for one in understood.people),
            *(
                (Condition(Aspect.SECTION, SECTION_OF[one]), selector.of_section(SECTION_OF[one]))
                for one in understood.wishes
                if one in SECTION_OF
            ),
        ]


def _nearness(above_noise: float) -> Nearness:
    if above_noise >= SURE_ABOVE_NOISE:
        return Nearness.SURE
    return Nearness.LIKELY if above_noise >= LIKELY_ABOVE_NOISE else Nearness.WEAK


def _filters(where: Filter) -> list[Condition]:
    conditions = (
        (Aspect.BODY, where.body),
        (Aspect.PERIOD, format_period(where.date_from, where.date_to)),
        (Aspect.CASE_NUMBER, where.case_number),
        (Aspect.FILE, where.file),
        (Aspect.SECTION, where.section),
    )
    return [Condition(aspect, text) for aspect, text in conditions if text]
