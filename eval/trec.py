r"""TREC files: relevance judgements (qrels) and runs, read and written.

Qrels have four columns, ``query 0 document grade``; runs six, ``query Q0 document rank score tag``.
trec_eval does not read the rank: it sorts by score, and equal scores by document id descending. So
runs are read in that order, and written with strictly decreasing scores, which leaves no ties.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from eval.problems import Problems, read_lines
from eval.run import RankedDocument, Run
from qa.errors import EvaluationError

_QREL_COLUMNS = 4
_RUN_COLUMNS = 6
_SPACE = re.compile(r"\s")

Grades = Mapping[str, Mapping[str, int]]
"""Query id to document id to grade."""


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Read relevance judgements: query id to document id to grade.

    Raises:
        EvaluationError: lines cannot be used, or a document is judged twice for a query.
    """
    problems = Problems(path)
    qrels: dict[str, dict[str, int]] = {}
    for number, line in read_lines(path):
        columns = line.split()
        if len(columns) != _QREL_COLUMNS:
            problems.add(number, f"{len(columns)} kolumner; ska vara: fråga 0 dokument grad")
            continue
        add_grade(qrels, (columns[0], columns[2], columns[3]), number, problems)
    problems.check()
    return qrels


def add_grade(
    qrels: dict[str, dict[str, int]], row: tuple[str, str, str], number: int, problems: Problems
) -> None:
    """Add one row (query, document, grade as printed) to qrels, or note what is wrong with it."""
    query, document, printed = row
    try:
        grade = int(printed)
    except ValueError:
        problems.add(number, f"graden {printed!r} är inget heltal; skriv 0, 1, 2 …")
        return
    grades = qrels.setdefault(query, {})
    if document in grades:
        problems.add(number, f"{document} är redan bedömt för {query}; ta bort den ena raden")
    grades[document] = grade


def write_qrels(path: Path, qrels: Grades) -> None:
    """Write relevance judgements in the order given.

    Raises:
        EvaluationError: an id has white space, which the format cannot hold.
    """
    lines = [
        f"{_column(query)} 0 {_column(document)} {grade}"
        for query, grades in qrels.items()
        for document, grade in grades.items()
    ]
    _write(path, lines)


def read_run(path: Path) -> Run:
    """Read a run in the order trec_eval would give it: by score, then document id, both descending.

    Raises:
        EvaluationError: lines cannot be used, or a document is ranked twice for a query.
    """
    problems = Problems(path)
    scores: dict[str, dict[str, float]] = {}
    tag = path.stem
    for number, line in read_lines(path):
        columns = line.split()
        if len(columns) != _RUN_COLUMNS:
            problems.add(number, f"{len(columns)} kolumner; ska vara: fråga Q0 dokument rang poäng namn")
            continue
        query, _, document, _, printed, tag = columns
        score = _score(printed)
        if score is None:
            problems.add(number, f"poängen {printed!r} är inget tal")
            continue
        if document in scores.setdefault(query, {}):
            problems.add(number, f"{document} finns redan för {query}; ta bort den ena raden")
        scores[query][document] = score
    problems.check()
    return Run(tag, {query: _trec_order(found) for query, found in scores.items()})


def write_run(path: Path, run: Run) -> None:
    """Write a run; its name is the tag, and scores are made strictly decreasing in the order held.

    Raises:
        EvaluationError: an id has white space, which the format cannot hold.
    """
    tag = _SPACE.sub("_", run.name)
    lines = []
    for query, ranking in run.rankings.items():
        scores = strictly_decreasing([document.score for document in ranking])
        for rank, (document, score) in enumerate(zip(ranking, scores, strict=True), 1):
            lines.append(f"{_column(query)} Q0 {_column(document.id)} {rank} {score!r} {tag}")
    _write(path, lines)


def strictly_decreasing(scores: Sequence[float]) -> list[float]:
    """Lower scores as little as a float allows, so that each is below the one before it."""
    lowered: list[float] = []
    for score in scores:
        ceiling = math.nextafter(lowered[-1], -math.inf) if lowered else math.inf
        lowered.append(min(score, ceiling))
    return lowered


def _trec_order(scores: Mapping[str, float]) -> tuple[RankedDocument, ...]:
    ordered = sorted(scores.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)
    return tuple(RankedDocument(document, score) for document, score in ordered)


def _score(printed: str) -> float | None:
    try:
        score = float(printed)
    except ValueError:
        return None
    return score if math.isfinite(score) else None


def _column(identifier: str) -> str:
    if not identifier or _SPACE.search(identifier):
        raise EvaluationError(
            f"Id {identifier!r} kan inte skrivas i en TREC-fil: det är tomt eller har mellanslag."
        )
    return identifier


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
