"""An evaluation as a folder of files: report, plots, and runs and judgements for other tools."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.markdown import report_as_markdown
from eval.plot import write_plots
from eval.relevance import Relevance
from eval.report import Report, report_as_json
from eval.run import RankedDocument, Run
from eval.trec import write_qrels, write_run
from qa.errors import EvaluationError

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an evaluation gave, and what it was measured from."""

    report: Report
    relevance: Relevance
    runs: tuple[Run, ...]


def write_outcome(folder: Path, outcome: Outcome) -> None:
    """Write ``rapport.json``, ``rapport.md``, runs, judgements, and plots with their figures.

    ``svar.qrels`` holds the units that nDCG, AP and R count, ``platser.qrels`` the right places
    that Success, RR, P and Judged count. In the runs a passage that is a unit goes by the unit's name,
    so trec_eval gives the report's figures.

    Raises:
        EvaluationError: the folder cannot be written, or matplotlib is missing (the rest is then written).
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rapport.json").write_bytes(report_as_json(outcome.report) + b"\n")
        (folder / "rapport.md").write_text(report_as_markdown(outcome.report), encoding="utf-8")
        judgements = outcome.relevance.judgements
        write_qrels(folder / "svar.qrels", {question: found.grades for question, found in judgements.items()})
        write_qrels(
            folder / "platser.qrels", {question: found.places for question, found in judgements.items()}
        )
        for run in outcome.runs:
            name = _UNSAFE.sub("_", run.name)
            write_run(folder / f"{name}.run", labelled(run, outcome.relevance))
        write_plots(folder, outcome.report)
    except OSError as error:
        raise EvaluationError(f"Rapporten kan inte skrivas i {folder}: {error.strerror}.") from error


def labelled(run: Run, relevance: Relevance) -> Run:
    """Return a run with units named as in the judgements; unanswerable questions are kept as they are."""
    return replace(
        run, rankings={question: list(_labels(run, question, relevance)) for question in run.rankings}
    )


def _labels(run: Run, question: str, relevance: Relevance) -> Iterator[RankedDocument]:
    ranking: Sequence[RankedDocument] = run.rankings[question]
    judgement = relevance.judgements.get(question)
    if judgement is None:
        yield from ranking
        return
    labels = judgement.label(document.id for document in ranking)
    for document, label in zip(ranking, labels, strict=True):
        yield RankedDocument(label, document.score)
