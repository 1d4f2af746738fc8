"""Pooling: what several retrievers find for a question, for somebody to judge blind.

Spärck Jones and van Rijsbergen (1975), "Report on the need for and provision of an ideal
information retrieval test collection". The order is shuffled and says nothing of who found
what, so that neither a system nor a rank is favoured.
"""

import hashlib
from collections.abc import Sequence

from qa.retrieval.base import Retriever
from qa.types import Passage

POOL_DEPTH = 10
"""Hits that each retriever puts into the pool."""


def pool(retrievers: Sequence[Retriever], question: str, depth: int = POOL_DEPTH) -> tuple[Passage, ...]:
    """Return the best ``depth`` passages of every retriever, each once, shuffled.

    The same question and passages always come in the same order, so judging can go on where it stopped.
    """
    found = {
        hit.passage.id: hit.passage
        for retriever in retrievers
        for hit in retriever.search(question, depth).hits
    }
    return tuple(sorted(found.values(), key=lambda passage: _shuffled(question, passage.id)))


def _shuffled(question: str, passage_id: str) -> bytes:
    return hashlib.sha256(f"{question}\0{passage_id}".encode()).digest()
