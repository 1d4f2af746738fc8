"""Everything an evaluation found, as one value that can be printed, drawn and kept as JSON."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version as installed_version

import numpy as np
from pydantic import TypeAdapter

from eval.answer_report import AnswerReport
from eval.answering import why_not_judged
from eval.comparison import Comparison, compare_pairs
from eval.judgements import NO_KIND, QuestionSet
from eval.measures import Measure
from eval.relevance import LostQuote, Relevance
from eval.run import Run
from eval.scores import Missing, Scores, Separation, measure_run, separation
from eval.statistics import PERMUTATIONS, RESAMPLES, SEED, Interval, mean_interval
from qa.errors import EvaluationError


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """The index that was asked. The fingerprint covers weights, prompts and precision of the model."""

    version: str
    corpus_digest: str
    model: str
    model_fingerprint: str
    passages: int


@dataclass(frozen=True, slots=True)
class Options:
    """How runs are measured; the first measure is the one systems are compared by."""

    measures: tuple[Measure, ...]
    missing: Missing = Missing.REFUSE
    depth: int = 100
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is needed to have the same figures again. ``created`` is ISO 8601 in UTC."""

    set_name: str
    set_digest: str
    answerable: int
    unanswerable: int
    index: IndexFacts | None
    depth: int
    missing: Missing
    seed: int
    resamples: int
    permutations: int
    program_version: str
    python_version: str
    machine: str
    created: str


@dataclass(frozen=True, slots=True)
class Latency:
    """Time of a search, the embedding of the question included, in milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class KindResult:
    """The mean of each measure over the questions of one kind."""

    questions: int
    means: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SystemResult:
    """One system: means with intervals by measure, by kind, and the questions without answer apart."""

    name: str
    overall: Mapping[str, Interval]
    kinds: Mapping[str, KindResult]
    missing: int
    latency: Latency | None
    separation: Separation | None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question: value by system and measure, and each system's first hit (None: no hits)."""

    id: str
    question: str
    kind: str
    values: Mapping[str, Mapping[str, float]]
    first_hits: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of an evaluation.

    ``answers`` are what the program itself answered from the index, None where no index was asked or
    nothing could be judged; ``no_answers`` then says the latter in Swedish.
    """

    manifest: Manifest
    measures: tuple[str, ...]
    systems: tuple[SystemResult, ...]
    comparisons: tuple[Comparison, ...]
    questions: tuple[QuestionResult, ...]
    lost: tuple[LostQuote, ...]
    answers: AnswerReport | None = None
    no_answers: str = ""


_REPORT = TypeAdapter(Report)


def make_report(
    question_set: QuestionSet,
    relevance: Relevance,
    runs: Sequence[Run],
    options: Options,
    index: IndexFacts | None,
    answers: AnswerReport | None = None,
) -> Report:
    """Measure and compare runs on a question set.

    Args:
        question_set: the questions.
        relevance: their judgements, found in the index that the runs ranked.
        runs: at least one, each with its own name.
        options: measures, and what to do with missing questions.
        index: the index asked, None when all runs were read from files.
        answers: what the program answered, None where that was not judged.

    Raises:
        EvaluationError: a run lacks questions, names repeat, or no question has an answer.
    """
    names = [run.name for run in runs]
    if len(set(names)) < len(names):
        raise EvaluationError(f"Två körningar heter lika ({', '.join(names)}). Ge dem olika namn.")
    if not relevance.judgements:
        raise EvaluationError(f"Frågesamlingen {question_set.name} har ingen fråga med svar att mäta på.")
    scores = [measure_run(run, relevance, options.measures, options.missing) for run in runs]
    return Report(
        manifest=_manifest(question_set, relevance, options, index),
        measures=tuple(str(measure) for measure in options.measures),
        systems=tuple(
            _system(run, score, question_set, relevance, options)
            for run, score in zip(runs, scores, strict=True)
        ),
        comparisons=compare_pairs(scores, options.measures[0], options.seed),
        questions=_questions(question_set, runs, scores),
        lost=relevance.lost,
        answers=answers,
        no_answers=why_not_judged(question_set) if index is not None and answers is None else "",
    )


def report_as_json(report: Report) -> bytes:
    """Return a report as indented JSON."""
    return _REPORT.dump_json(report, indent=1)


def _manifest(
    question_set: QuestionSet, relevance: Relevance, options: Options, index: IndexFacts | None
) -> Manifest:
    answerable = len(relevance.judgements)
    return Manifest(
        set_name=question_set.name,
        set_digest=question_set.digest,
        answerable=answerable,
        unanswerable=len(question_set.questions) - answerable,
        index=index,
        depth=options.depth,
        missing=options.missing,
        seed=options.seed,
        resamples=RESAMPLES,
        permutations=PERMUTATIONS,
        program_version=installed_version("protokollfraga"),
        python_version=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}, {os.cpu_count()} kärnor",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _system(
    run: Run, scores: Scores, question_set: QuestionSet, relevance: Relevance, options: Options
) -> SystemResult:
    return SystemResult(
        name=run.name,
        overall={
            str(measure): mean_interval(values, options.seed) for measure, values in scores.values.items()
        },
        kinds=_kinds(scores, question_set),
        missing=scores.missing,
        latency=_latency(run),
        separation=separation(run, question_set, relevance, options.seed),
    )


def _kinds(scores: Scores, question_set: QuestionSet) -> dict[str, KindResult]:
    kind_of = {question.id: question.kind or NO_KIND for question in question_set.questions}
    kinds = np.array([kind_of[question] for question in scores.question_ids])
    return {
        kind: KindResult(
            questions=int((kinds == kind).sum()),
            means={
                str(measure): float(values[kinds == kind].mean()) for measure, values in scores.values.items()
            },
        )
        for kind in dict.fromkeys(kinds.tolist())
    }


def _latency(run: Run) -> Latency | None:
    if not run.seconds:
        return None
    p50, p95 = np.percentile(np.array(list(run.seconds.values())) * 1000, [50, 95])
    return Latency(float(p50), float(p95))


def _questions(
    question_set: QuestionSet, runs: Sequence[Run], scores: Sequence[Scores]
) -> tuple[QuestionResult, ...]:
    place = {question: row for row, question in enumerate(scores[0].question_ids)}
    results = []
    for question in question_set.questions:
        values: dict[str, Mapping[str, float]] = {}
        first_hits: dict[str, str | None] = {}
        for run, score in zip(runs, scores, strict=True):
            ranking = run.rankings.get(question.id, ())
            first_hits[run.name] = ranking[0].id if ranking else None
            if question.id in place:
                row = place[question.id]
                values[run.name] = {str(m): float(column[row]) for m, column in score.values.items()}
        results.append(QuestionResult(question.id, question.text, question.kind, values, first_hits))
    return tuple(results)
