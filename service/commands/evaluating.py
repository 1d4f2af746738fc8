"""From the name of a question set to its evaluation: find the set, index its minutes, run and measure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from corpus.beir import is_beir_folder
from eval.answer_report import AnswerReport, make_answer_report
from eval.answering import judgeable, run_answerer
from eval.files import Outcome
from eval.judgements import JudgedUnit, QuestionSet
from eval.question_set import read_question_set
from eval.relevance import find_relevant
from eval.report import IndexFacts, Options, make_report
from eval.run import Run, run_retriever
from eval.trec import read_run
from qa.answer import Answerer
from qa.encoder import Encoder
from qa.errors import DocumentError, UsageError
from qa.index.generation import Index, open_index
from qa.progress import Progress
from qa.retrieval.base import Retriever
from qa.retrieval.choose import make_retriever
from qa.settings import Settings
from service.commands.building import build, sources_in
from service.wiring import encoder_of, settings_with

_ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {"exempel": (_ROOT / "eval" / "sets" / "exempel", _ROOT / "corpus" / "examples")}
"""The question sets that come with the program, each with its minutes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to ask: the settings name index and model; ``minutes`` are indexed there first, if any."""

    settings: Settings
    minutes: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What to evaluate: retrievers by name, runs from files, and how to measure."""

    systems: tuple[str, ...]
    run_files: tuple[Path, ...]
    options: Options


def find_set(name: str) -> tuple[QuestionSet, tuple[Path, ...]]:
    """Return the question set called ``name`` or at that path, and the minutes that come with it.

    Raises:
        EvaluationError: there is none, or it cannot be used.
    """
    path = Path(name)
    if name in SHIPPED and not path.exists():
        questions, minutes = SHIPPED[name]
        return read_question_set(questions), (minutes,)
    return read_question_set(path), (path,) if is_beir_folder(path) else ()


def place_of(index: Path | None, minutes: Sequence[Path], own: Sequence[Path], model: str | None) -> Place:
    """Decide where to ask.

    Minutes that are named are indexed, in ``index`` or else in the user's cache. With an index alone
    that one is asked as it is. With neither, the set's ``own`` minutes are indexed in the cache; a set
    without any is asked of the index in the settings.
    """
    settings = settings_with(index, model)
    folders = tuple(minutes) or (tuple(own) if index is None else ())
    if folders and index is None:
        settings = settings.model_copy(update={"index": cached_index(folders, settings)})
    return Place(settings, folders)


def cached_index(folders: Sequence[Path], settings: Settings) -> Path:
    """Return the folder in the user's cache for an index of these folders with these settings."""
    named = [str(folder.resolve()) for folder in folders]
    named += [settings.model, str(settings.query_prompt), str(settings.passage_prompt)]
    key = hashlib.sha256("\0".join(named).encode()).hexdigest()[:16]
    return user_cache_path("protokollfraga", appauthor=False) / "eval" / key


def open_place(place: Place, progress: Progress) -> tuple[Index, Encoder]:
    """Index the minutes of a place if it has any, and open its index with the encoder it was made with.

    Raises:
        DocumentError: some of the minutes cannot be read, so figures would be of a part of them.
        IndexMissingError: there is no index, and no minutes to make it of.
        IndexFormatError: the index is damaged or was made with another model.
    """
    encoder = encoder_of(place.settings, progress)
    if place.minutes:
        account = build(
            sources_in(place.minutes, place.settings.index), place.settings.index, encoder, progress
        )
        if account.is_partial:
            failures = "".join(f"\n  {failure.file}: {failure.message}" for failure in account.failed)
            raise DocumentError(f"Protokoll som inte kan läsas gör måtten missvisande:{failures}")
    index = open_index(place.settings.index)
    Answerer(index, encoder)  # refuses an index that was made with another model
    return index, encoder


def retrievers_of(names: Sequence[str], index: Index, encoder: Encoder) -> list[Retriever]:
    """Return the retrievers called ``names``.

    Raises:
        UsageError: there is none by a name.
    """
    return [make_retriever(name, index, encoder) for name in names]


def evaluate(question_set: QuestionSet, place: Place, plan: Plan, progress: Progress) -> Outcome:
    """Ask every question of every system, and measure them together with the runs from files.

    Whenever an index is asked, the program's own answers are measured too, where the set can judge them.

    Raises:
        UsageError: there is nothing to evaluate, or a system is unknown.
        EvaluationError: a run cannot be used.
    """
    if not plan.systems and not plan.run_files:
        raise UsageError("Det finns inget att mäta. Ange sökmetoder med --compare eller körningar med --run.")
    runs: list[Run] = []
    index, answers = None, None
    if plan.systems or question_set.unit is JudgedUnit.PASSAGE:
        index, encoder = open_place(place, progress)
        runs += [
            run_retriever(retriever, question_set, plan.options.depth, progress)
            for retriever in retrievers_of(plan.systems, index, encoder)
        ]
        answers = _answers(question_set, Answerer(index, encoder), plan.options.seed, progress)
    runs += [read_run(path) for path in plan.run_files]
    relevance = find_relevant(question_set, index.passages if index else ())
    facts = _facts(index) if index else None
    report = make_report(question_set, relevance, runs, plan.options, facts, answers)
    return Outcome(report, relevance, tuple(runs))


def _answers(
    question_set: QuestionSet, answerer: Answerer, seed: int, progress: Progress
) -> AnswerReport | None:
    questions = judgeable(question_set)
    if not questions:
        return None
    left_out = len(question_set.questions) - len(questions)
    return make_answer_report(run_answerer(answerer, questions, progress), left_out, seed)


def _facts(index: Index) -> IndexFacts:
    manifest = index.manifest
    return IndexFacts(
        version=manifest.version,
        corpus_digest=manifest.corpus_digest,
        model=manifest.model,
        model_fingerprint=manifest.model_fingerprint,
        passages=manifest.counts.passages,
    )
