"""Why each hit was found, for those that are returned.

Words are looked for by their letters first, which is quick, and those found are then judged: by how they
hang together (``qa.word_relations``), and whether they are but pieces of a case number or a day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.compounds import CompoundSplitter
from qa.fixed_expressions import fixed_expressions, words_outside
from qa.index.generation import Index
from qa.index.selection import Mask
from qa.question.matching import WordLines, WordMatcher, lines_of_words
from qa.question.understanding import Understood
from qa.question.wishes import SECTION_OF
from qa.reasons import Aspect, Condition, MatchKind, Nearness, Why, WordMatch
from qa.retrieval.base import Scores
from qa.swedish_dates import format_period
from qa.types import Filter, Hit, Passage, Question
from qa.vocabulary import WORD, words_of
from qa.word_relations import relation

SURE_ABOVE_NOISE = 0.11
LIKELY_ABOVE_NOISE = 0.06
"""How far above the noise of its corpus a passage must score to be called surely or likely near. The noise is
what questions of other fields reach there at best, on average. Of the first ten hits in five question sets
.59 to .86 of those above the first were relevant, .16 to .37 of those up to it, .06 to .27 of the others."""

_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:])\W*$")
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
        asked = _Asked(scene.question.text, scene.understood, self._index.compounds)
        preferences = self._preferences(scene.understood)
        filters = tuple(_filters(scene.question.where))
        explained = []
        for hit in hits:
            row = self._row_of[hit.passage.id]
            why = Why(
                self._words(asked, hit.passage),
                _nearness(float(scene.fused[row]) - scene.noise),
                tuple(condition for condition, rows in preferences if rows[row]),
                filters,
            )
            explained.append(replace(hit, why=why))
        return tuple(explained)

    def _words(self, asked: "_Asked", passage: Passage) -> tuple[WordMatch, ...]:
        """Return the words found in a passage, and those that only its heading has."""
        inside = asked.words_in(passage.text, self._lines_of_words(passage.text))
        told = {match.asked for match in inside}
        body = frozenset(words_of(passage.citation.body))
        above = [
            replace(match, in_heading=True)
            for match in asked.words_in(passage.context, self._lines_of_words(passage.context), body)
            if match.asked not in told
        ]
        return (*inside, *above)

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


class _Asked:
    """The words of one question, and how they are told where they are found; to be used by one thread."""

    def __init__(self, question: str, understood: Understood, splitter: CompoundSplitter) -> None:
        self._matcher = WordMatcher(question, understood.corrections)
        self._read = {one.said.lower(): one.read_as for one in understood.corrections}
        self._names = _names_in(question)
        self._expressions = fixed_expressions(question)
        self._alone = words_outside(question)
        self._splitter = splitter

    def words_in(self, text: str, lines: WordLines, name: frozenset[str] = frozenset()) -> list[WordMatch]:
        """Return the words found in a text, and the expressions that it has whole, these first.

        Args:
            text: the text.
            lines: its words.
            name: those of them that are the name of the body: whoever asks of a region does not ask of
                all that its executive committee decided.
        """
        whole = [
            WordMatch(one.text, one.text, MatchKind.EXACT) for one in self._expressions if one.stands_in(text)
        ]
        found = (self._judged(match, is_body=match.found in name) for match in self._matcher.words_in(lines))
        return [*whole, *(match for match in found if match and match.asked in self._alone)]

    def _judged(self, match: WordMatch, *, is_body: bool) -> WordMatch | None:
        """Return how the two words hang together, None where they share but letters."""
        word = self._read.get(match.asked, match.asked)
        related = relation(word, match.found, self._splitter, is_name=is_body or match.asked in self._names)
        if related is None or (is_body and related.kind is MatchKind.COMPOUND):
            return None
        kind = related.kind if word == match.asked else MatchKind.CORRECTED
        return replace(match, kind=kind, parts=related.parts)


def _names_in(question: str) -> frozenset[str]:
    """Return the words, in lower case, that are capitalised where no sentence begins."""
    if question.isupper():
        return frozenset()
    inside = (
        place for place in WORD.finditer(question) if not _BEGINS_SENTENCE.search(question[: place.start()])
    )
    return frozenset(place[0].lower() for place in inside if place[0][0].isupper())


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
