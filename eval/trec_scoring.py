"""TREC runs measured against TREC qrels, without an index: what trec_eval does, with intervals and tests."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from eval.beir_set import read_beir_qrels
from eval.files import Outcome
from eval.judgements import JudgedQuestion, JudgedUnit, QuestionSet, digest_of
from eval.problems import read_lines
from eval.relevance import Judgement, Relevance
from eval.report import Options, make_report
from eval.run import Run
from eval.trec import read_qrels, read_run
from qa.errors import EvaluationError

_BEIR_COLUMNS = 3


def score_runs(qrels: Path, run_files: Sequence[Path], options: Options) -> Outcome:
    """Measure runs over every topic of the qrels, and compare each two of them by the first measure.

    A topic that has judgements but no relevant document scores 0, as with ``trec_eval -c``, and so does one
    that a run lacks where ``options.missing`` says so. Topics that only a run has do not count.
    ``options.depth`` is not used: a run is as deep as it is.

    Args:
        qrels: four columns as of TREC, or the three of BEIR with tabs between.
        run_files: at least one; runs of one tag go by the names of their files.
        options: measures, and what to do with missing topics.

    Raises:
        EvaluationError: a file cannot be used, or a run lacks topics.
    """
    question_set = read_topics(qrels)
    judgements = {
        question.id: Judgement(question.documents, question.documents) for question in question_set.questions
    }
    relevance = Relevance(judgements)
    runs = read_runs(run_files)
    depth = max(len(ranking) for run in runs for ranking in [*run.rankings.values(), ()])
    report = make_report(question_set, relevance, runs, replace(options, depth=depth), index=None)
    return Outcome(report, relevance, tuple(runs))


def read_topics(qrels: Path) -> QuestionSet:
    """Read qrels as a set of questions without texts.

    Raises:
        EvaluationError: the file cannot be used, or judges nothing.
    """
    lines = read_lines(qrels)
    is_beir = bool(lines) and len(lines[0][1].split("\t")) == _BEIR_COLUMNS
    grades = read_beir_qrels(qrels) if is_beir else read_qrels(qrels)
    if not grades:
        raise EvaluationError(f"{qrels.name} har inga bedömningar. Den ska ha en rad per bedömt dokument.")
    questions = tuple(JudgedQuestion(topic, "", documents=documents) for topic, documents in grades.items())
    return QuestionSet(qrels.stem, digest_of(qrels.read_bytes()), JudgedUnit.DOCUMENT, questions)


def read_runs(paths: Sequence[Path]) -> list[Run]:
    """Read runs; those whose tags are the same are called by their file's name, or else its path.

    Raises:
        EvaluationError: a run cannot be used.
    """
    runs = [read_run(path) for path in paths]
    for other_names in ([path.stem for path in paths], [str(path) for path in paths]):
        names = Counter(run.name for run in runs)
        runs = [
            replace(run, name=other) if names[run.name] > 1 else run
            for run, other in zip(runs, other_names, strict=True)
        ]
    return runs
