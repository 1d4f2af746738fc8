"""BM25 over terms: the only home of bm25s."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import bm25s
import numpy as np
from numpy.typing import NDArray

from qa.errors import IndexFormatError

K1 = 1.2
B = 0.75


class LexicalIndex:
    """BM25 (Robertson et al. 1994, in Lucene's form) over the terms of each passage, in rows."""

    def __init__(self, model: bm25s.BM25 | None, rows: int) -> None:
        """Take a model that has indexed ``rows`` rows, or None where no row holds a term."""
        self._model = model
        self._rows = rows
        self._vocabulary: dict[str, int] = {} if model is None else model.vocab_dict
        self._columns = {} if model is None else model.scores
        held_by = np.diff(self._columns.get("indptr", np.zeros(1)))
        self._idf = _idf(held_by, rows)
        self._unknown_idf = float(_idf(np.zeros(1), rows)[0])

    @classmethod
    def build(cls, documents: Sequence[Sequence[str]]) -> Self:
        """Index the terms of each row; rows without a term are allowed."""
        if not any(documents):
            return cls(None, len(documents))
        model = bm25s.BM25(k1=K1, b=B, method="lucene", dtype="float32")
        model.index([list(document) for document in documents], show_progress=False)
        return cls(model, len(documents))

    def __len__(self) -> int:
        return self._rows

    def scores(self, words: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Return for every row its BM25 score as a share of the most that a question can give.

        A question is words, and a word the terms it consists of. Each of a word's n terms weighs
        1/sqrt(n), so that a long word, with its many n-grams, does not drown a number, which is one
        term. The bound is the weighted sum of idf of all terms, those unknown to the index among
        them, which BM25 approaches for a row that repeats every term. So the result, float32 [rows],
        is in [0, 1), 0 where no term matches, and does not depend on the other rows' scores.
        """
        summed = np.zeros(self._rows, dtype=np.float64)
        bound = 0.0
        for word in words:
            for term in word:
                weight = len(word) ** -0.5
                rows, scores = self._postings(term)
                summed[rows] += weight * scores  # a row stands once among the postings of a term
                bound += weight * self.idf(term)
        return (summed / bound if bound else summed).astype(np.float32)

    def document_frequency(self, term: str) -> int:
        """Return the number of rows that hold ``term``."""
        column = self._vocabulary.get(term)
        if column is None:
            return 0
        start, end = self._columns["indptr"][column : column + 2]
        return int(end - start)

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of ``term``, above 0; highest where no row holds it."""
        column = self._vocabulary.get(term)
        return self._unknown_idf if column is None else float(self._idf[column])

    def _postings(self, term: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the rows that hold ``term``, and its BM25 score in each."""
        column = self._vocabulary.get(term)
        if column is None:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        start, end = self._columns["indptr"][column : column + 2]
        return self._columns["indices"][start:end], self._columns["data"][start:end]

    def save(self, folder: Path) -> None:
        """Write the index to a new folder."""
        folder.mkdir()
        np.save(folder / "row_count.npy", np.int64(self._rows))
        if self._model is not None:
            self._model.save(str(folder / "bm25"), show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read an index from its folder.

        Raises:
            IndexFormatError: a file is missing or damaged.
        """
        try:
            rows = int(np.load(folder / "row_count.npy"))
            has_terms = (folder / "bm25").exists()
            model = bm25s.BM25.load(str(folder / "bm25")) if has_terms else None
        except (OSError, EOFError, ValueError, KeyError) as error:
            raise IndexFormatError(
                f"Ordindexet i {folder} går inte att läsa. Bygg om indexet med: qa index MAPP"
            ) from error
        return cls(model, rows)


def _idf(held_by: NDArray[np.int64] | NDArray[np.float64], rows: int) -> NDArray[np.float64]:
    """Inverse document frequency as Lucene and bm25s count it: ln(1 + (N - df + 0.5) / (df + 0.5))."""
    return np.log1p((rows - held_by + 0.5) / (held_by + 0.5))
