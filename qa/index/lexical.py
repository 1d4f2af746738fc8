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
        self._model = model
        self._rows = rows
        self._idf = np.zeros(0, dtype=np.float32) if model is None else _idf(model, rows)

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

    def scores(self, query: Sequence[str]) -> NDArray[np.float32]:
        """Return for every row its BM25 score as a share of the most that ``query`` can give.

        The sum of the idf of the query's terms, those unknown to the index among them, is the bound
        that BM25 approaches for a row which repeats every term; so the result is in [0, 1), 0 where
        no term matches, and comparable from query to query without looking at the other rows.
        """
        identifiers = self._identifiers(query)
        if self._model is None or not identifiers:
            return np.zeros(self._rows, dtype=np.float32)
        unknown = (len(query) - len(identifiers)) * _idf_of(np.zeros(1), self._rows)[0]
        bound = float(self._idf[identifiers].sum() + unknown)
        scores: NDArray[np.float32] = self._model.get_scores(identifiers) / np.float32(bound)
        return scores

    def document_frequency(self, term: str) -> int:
        """Return the number of rows that hold ``term``."""
        if self._model is None or term not in self._model.vocab_dict:
            return 0
        start, end = self._model.scores["indptr"][self._model.vocab_dict[term] :][:2]
        return int(end - start)

    def _identifiers(self, query: Sequence[str]) -> list[int]:
        vocabulary = {} if self._model is None else self._model.vocab_dict
        return [int(vocabulary[term]) for term in query if term in vocabulary]

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


def _idf(model: bm25s.BM25, rows: int) -> NDArray[np.float32]:
    return _idf_of(np.diff(model.scores["indptr"]), rows)


def _idf_of(document_frequencies: NDArray[np.float64], rows: int) -> NDArray[np.float32]:
    """Inverse document frequency as Lucene and bm25s count it: ln(1 + (N - df + 0.5) / (df + 0.5))."""
    frequencies = document_frequencies.astype(np.float64)
    return np.log1p((rows - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
