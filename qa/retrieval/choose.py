"""The retrievers by name."""

from qa.encoder import Encoder
from qa.errors import UsageError
from qa.index.generation import Index
from qa.retrieval.base import Retriever
from qa.retrieval.dense import DenseRetriever
from qa.retrieval.hybrid import HybridRetriever
from qa.retrieval.lexical import LexicalRetriever

RETRIEVERS = ("bm25", "dense", "hybrid")


def make_retriever(name: str, index: Index, encoder: Encoder) -> Retriever:
    """Return the retriever called ``name`` over ``index``.

    Raises:
        UsageError: there is none by that name.
    """
    match name:
        case "bm25":
            return LexicalRetriever(index)
        case "dense":
            return DenseRetriever(index, encoder)
        case "hybrid":
            return HybridRetriever(index, encoder)
    raise UsageError(f"Okänd sökmetod {name!r}. Välj bland: {', '.join(RETRIEVERS)}.")
