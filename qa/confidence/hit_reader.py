"""Reading the first hits: their sentences, the names and words they hold, and how far to believe them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from qa.confidence.features import Features, features_of
from qa.confidence.model import HIT, probability
from qa.confidence.question_words import words_of_question
from qa.expectation import Expectation, expectation_of, missing_names, named_in
from qa.extraction import (
    HITS_READ,
    HITS_READ_FOR_MEETINGS,
    Sentence,
    Wanted,
    asks_what_was_said,
    of_first_hits,
    read_passage,
    score_sentences,
    wanted_by,
)
from qa.index.calibration import Calibration
from qa.index.generation import Index
from qa.retrieval.hybrid import Scored
from qa.types import Hit

_PASSAGES_KEPT = 2048
"""About 5 MB."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The hits with their confidence, and what their first ones hold.

    ``answer`` are the features of the first hits together, None without hits. ``sentences`` are those of
    the first hits, in their order. ``missing`` are names and numbers of the question that no item of theirs
    holds, and ``absent`` words of the question that no passage of the whole corpus holds.
    """

    hits: tuple[Hit, ...]
    answer: Features | None = None
    sentences: tuple[Sentence, ...] = ()
    expected: Expectation | None = None
    missing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def hits_to_read(question: str) -> int:
    """Return how many hits are read for the sentences that answer a question."""
    return HITS_READ_FOR_MEETINGS if asks_what_was_said(question) else HITS_READ


class HitReader:
    """Reads hits from one index; safe to share between threads.

    It keeps the passages it read last, since the same come first for many questions.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._read = lru_cache(maxsize=_PASSAGES_KEPT)(read_passage)

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {passage.id: row for row, passage in enumerate(self._index.passages)}

    @cached_property
    def _rows_of_item(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for row, passage in enumerate(self._index.passages):
            rows.setdefault(passage.citation.item_id, []).append(row)
        return rows

    def judge(self, question: str, scored: Scored, hits: Sequence[Hit], calibration: Calibration) -> Judged:
        """Read the hits of a question, best first, and give each its confidence."""
        expected = expectation_of(question)
        words = words_of_question(self._index, question)
        if not hits:
            return Judged((), expected=expected, absent=words.absent)
        names = named_in(question)
        missing = [missing_names(names, self._text_of_item(hit)) if names else () for hit in hits]
        believed = tuple(
            replace(
                hit,
                confidence=probability(
                    calibration, HIT, features_of(hit.score, (), _share(lacking, names), words)
                ),
            )
            for hit, lacking in zip(hits, missing, strict=True)
        )
        wanted = wanted_by(self._index, question, expected)
        sentences = self._sentences(scored, wanted, hits[: hits_to_read(question)])
        fewest = min(missing[:HITS_READ], key=len)
        return Judged(
            hits=believed,
            answer=features_of(hits[0].score, of_first_hits(sentences), _share(fewest, names), words),
            sentences=tuple(sentences),
            expected=expected,
            missing=fewest,
            absent=words.absent,
        )

    def _sentences(self, scored: Scored, wanted: Wanted, hits: Sequence[Hit]) -> list[Sentence]:
        rows = [self._row_of[hit.passage.id] for hit in hits]
        return [
            sentence
            for row in rows
            for sentence in score_sentences(
                self._index, scored, wanted, row, self._read(self._index.passages[row].text)
            )
        ]

    def _text_of_item(self, hit: Hit) -> str:
        """Return all that is printed of a hit's item, its meeting and days among it, case folded."""
        citation = hit.passage.citation
        texts = [self._index.passages[row].text for row in self._rows_of_item[citation.item_id]]
        heading = (hit.passage.context, citation.text, *citation.case_numbers, str(citation.meeting_date))
        return " ".join((*heading, *texts)).casefold()


def _share(missing: Sequence[str], names: Sequence[str]) -> float:
    """The share of names that are not missing, 1 where there are none."""
    return 1 - len(missing) / len(names) if names else 1.0
