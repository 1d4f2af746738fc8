"""What every retriever keeps: the protocol, and one way to order and restrict."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.errors import QuestionError
from qa.index.generation import Index
from qa.index.selection import check_filter
from qa.types import Filter, Hit

NO_FILTER = Filter()
Scores = NDArray[np.float32]
NOT_RANKED = np.float32(-np.inf)
"""The score of a passage that a retriever has nothing to say of; it is never a hit."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best hits in order, and how many passages were ranked in all."""

    hits: tuple[Hit, ...]
    total: int


class Retriever(Protocol):
    """Finds passages for a question.

    Every implementation keeps this (tests/contract.py): hits come by falling score, equal scores
    by passage id; ranks count from 1; a limit above the number of passages gives all of them; a
    filter that matches nothing gives nothing; and a filtered search is the unfiltered one,
    restricted afterwards.
    """

    @property
    def name(self) -> str:
        """The name it goes by in evaluations."""

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        """Return the ``limit`` best passages that pass ``where``.

        Raises:
            QuestionError: the query is empty.
            FilterError: the filter contradicts itself.
        """


def check_query(query: str, where: Filter) -> None:
    """Check what is asked before any work is done.

    Raises:
        QuestionError: the query is empty.
        FilterError: the filter contradicts itself.
    """
    if not query.strip():
        raise QuestionError(
            "Frågan är tom. Skriv vad du vill veta, till exempel: vad sades om serviceavgiften?"
        )
    check_filter(where)


def rank(index: Index, scores: Scores, limit: int, where: Filter) -> Ranking:
    """Order the passages that pass ``where`` by score, then by passage id.

    Args:
        index: the index whose passages were scored.
        scores: one score a passage, float32 [n]; ``NOT_RANKED`` leaves a passage out.
        limit: how many hits to return at most, 0 or more.
        where: the filter.
    """
    passed = np.flatnonzero(index.selector.mask(where) & (scores > NOT_RANKED))
    hits = [
        Hit(rank=place, passage=index.passages[row], score=float(scores[row]), confidence=0.0)
        for place, row in enumerate(_best(index, scores, passed, limit), start=1)
    ]
    return Ranking(tuple(hits), total=len(passed))


def _best(index: Index, scores: Scores, rows: NDArray[np.intp], limit: int) -> Sequence[int]:
    if limit <= 0 or not len(rows):
        return []
    if limit < len(rows):
        threshold = np.partition(scores[rows], len(rows) - limit)[len(rows) - limit]
        rows = rows[scores[rows] >= threshold]  # keeps all that tie with the last
    return sorted((int(row) for row in rows), key=lambda row: (-scores[row], index.passages[row].id))[:limit]
