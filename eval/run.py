"""A run: what one retriever finds for every question of a set, in its order."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eval.judgements import JudgedUnit, QuestionSet
from qa.errors import EvaluationError
from qa.progress import SILENT, Progress
from qa.retrieval.base import Ranking, Retriever
from qa.types import Hit

DEPTH = 100
"""Documents a run ranks per question, enough for R@100."""
BEIR_SOURCE = "corpus.jsonl#"
"""What the source file of a BEIR document names; its id follows."""


@dataclass(frozen=True, slots=True)
class RankedDocument:
    """A passage or document in a ranking; a higher score is better."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Run:
    """Rankings by question id, best first.

    ``seconds`` is the time of each search, empty for a run that was read from a file. A run has no
    confidences: retrievers rank, and how far to believe it is judged for answers alone (``eval.answering``).
    """

    name: str
    rankings: Mapping[str, Sequence[RankedDocument]]
    seconds: Mapping[str, float] = field(default_factory=dict)


def run_retriever(
    retriever: Retriever, question_set: QuestionSet, depth: int = DEPTH, progress: Progress = SILENT
) -> Run:
    """Ask a retriever every question of a set, the unanswerable ones too.

    Raises:
        EvaluationError: the set judges BEIR documents but the index holds something else.
    """
    rankings: dict[str, Sequence[RankedDocument]] = {}
    seconds: dict[str, float] = {}
    progress.stage(f"Frågar {retriever.name}", len(question_set.questions))
    for question in question_set.questions:
        start = time.perf_counter()
        found = retriever.search(question.text, depth)
        seconds[question.id] = time.perf_counter() - start
        if question_set.unit is JudgedUnit.DOCUMENT:
            rankings[question.id] = _documents(retriever, question.text, depth, found)
        else:
            rankings[question.id] = [RankedDocument(hit.passage.id, hit.score) for hit in found.hits]
        progress.advance()
    return Run(retriever.name, rankings, seconds)


def _documents(retriever: Retriever, query: str, depth: int, found: Ranking) -> list[RankedDocument]:
    """Rank documents by their best passage, searching deeper until there are enough.

    MaxP: Dai and Callan (2019), "Deeper text understanding for IR with contextual neural language
    modeling", SIGIR.
    """
    limit = depth
    documents = _best_passages(found.hits)
    while len(documents) < depth and limit < found.total:
        limit *= 2
        found = retriever.search(query, limit)
        documents = _best_passages(found.hits)
    return documents[:depth]


def _best_passages(hits: Sequence[Hit]) -> list[RankedDocument]:
    """Keep the first hit of each document."""
    best: dict[str, RankedDocument] = {}
    for hit in hits:
        document = _document_id(hit)
        best.setdefault(document, RankedDocument(document, hit.score))
    return list(best.values())


def _document_id(hit: Hit) -> str:
    source = hit.passage.citation.source_file
    _, found, document = source.partition(BEIR_SOURCE)
    if not found:
        raise EvaluationError(
            f"Frågesamlingen bedömer dokument i en BEIR-samling, men indexet har {source}. "
            "Bygg ett index av samlingens egen corpus.jsonl."
        )
    return document
