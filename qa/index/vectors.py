"""Unit vectors and their inner products with a query: the only home of FAISS."""

from pathlib import Path
from typing import Self

import faiss
import numpy as np
from faiss.swigfaiss import fvec_inner_products_ny
from numpy.typing import NDArray

from qa.errors import IndexFormatError

Vectors = NDArray[np.float32]


class VectorIndex:
    """Vectors of unit length in rows, compared exactly (``IndexFlatIP``).

    At the size of a municipality's minutes a scan of all rows takes a millisecond or less, is
    exact under every filter, and needs no training; see docs/retrieval.md for the sizes measured.
    """

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Vectors, dimension: int) -> Self:
        """Index ``vectors``, float32 of shape [n, dimension] and unit length; n may be 0."""
        index = faiss.IndexFlatIP(dimension)
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    def vectors(self) -> Vectors:
        """Return all vectors, float32 of shape [n, dimension], as a copy."""
        return np.asarray(self._index.reconstruct_n(0, len(self)), dtype=np.float32).reshape(
            len(self), self.dimension
        )

    def scores(self, query: Vectors) -> Vectors:
        """Return the inner product of every row with ``query`` (shape [dimension]): float32 [n] in [-1, 1].

        FAISS's own scan is called, without the sort that ``search`` would add.
        """
        products = np.empty(len(self), dtype=np.float32)
        if len(self):
            row = np.ascontiguousarray(query, dtype=np.float32)
            fvec_inner_products_ny(
                faiss.swig_ptr(products), faiss.swig_ptr(row), self._index.get_xb(), self.dimension, len(self)
            )
        return products

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read an index from a file.

        Raises:
            IndexFormatError: the file is damaged or of another kind.
        """
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise IndexFormatError(
                f"Vektorfilen {path} går inte att läsa. Bygg om indexet med: qa index MAPP"
            ) from error
        if not isinstance(index, faiss.IndexFlatIP):
            raise IndexFormatError(
                f"Vektorfilen {path} är av slaget {type(index).__name__}, inte IndexFlatIP. "
                "Bygg om indexet med: qa index MAPP"
            )
        return cls(index)
