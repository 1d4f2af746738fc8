"""Question sets in the BEIR form: ``queries.jsonl`` and ``qrels/test.tsv`` beside a corpus.

Evaluated are the queries that the qrels judge, and those that ``metadata.answerable`` says have no
answer (``metadata.near_miss`` true: the corpus has the matter but not the fact). ``metadata.answers``, a list
of strings, are the words that answer, as in the corpus; without them answers cannot be evaluated. A
missing qrels split falls back from test to dev to train.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.judgements import UNANSWERABLE, JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet, digest_of
from eval.problems import Problems, read_lines
from eval.trec import add_grade
from qa.errors import EvaluationError

SPLITS = ("test", "dev", "train")
_QUERIES = ("queries.jsonl", "queries.jsonl.gz")
_TSV_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class _Query:
    """A line of ``queries.jsonl``."""

    text: str
    is_answerable: bool
    is_near_miss: bool
    answers: tuple[JudgedAnswer, ...]


def is_beir_set(path: Path) -> bool:
    """Tell whether a folder holds queries and qrels in the BEIR form."""
    return any((path / name).is_file() for name in _QUERIES) and _qrels_file(path) is not None


def read_beir_set(folder: Path) -> QuestionSet:
    """Read queries and qrels of a BEIR folder; the first of test, dev and train that is there.

    Raises:
        EvaluationError: files are missing or cannot be used; every problem is named with its line.
    """
    qrels_file = _qrels_file(folder)
    queries_file = next((folder / name for name in _QUERIES if (folder / name).is_file()), None)
    if qrels_file is None or queries_file is None:
        raise EvaluationError(
            f"{folder} är ingen BEIR-mapp: den ska ha queries.jsonl och qrels/test.tsv (eller dev, train)."
        )
    qrels = read_beir_qrels(qrels_file)
    queries = _read_queries(queries_file)
    unknown = sorted(set(qrels) - set(queries))
    if unknown:
        raise EvaluationError(
            f"{qrels_file.name} bedömer {len(unknown)} frågor som saknas i {queries_file.name}, "
            f"bland dem {', '.join(unknown[:5])}. Lägg till dem eller ta bort raderna."
        )
    questions = [
        _judged(identifier, query, qrels.get(identifier, {}))
        for identifier, query in queries.items()
        if identifier in qrels or not query.is_answerable
    ]
    digest = digest_of(queries_file.read_bytes(), qrels_file.read_bytes())
    return QuestionSet(folder.resolve().name, digest, JudgedUnit.DOCUMENT, tuple(questions))


def read_beir_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Read a BEIR qrels file: tab separated query, document, grade, under a header line.

    Raises:
        EvaluationError: lines cannot be used.
    """
    problems = Problems(path)
    qrels: dict[str, dict[str, int]] = {}
    for number, line in read_lines(path):
        columns = line.rstrip("\r").split("\t")
        if number == 1 and columns[0] == "query-id":
            continue
        if len(columns) != _TSV_COLUMNS:
            problems.add(number, f"{len(columns)} kolumner; ska vara fråga, dokument, grad med tabb emellan")
            continue
        add_grade(qrels, (columns[0], columns[1], columns[2]), number, problems)
    problems.check()
    if not qrels:
        raise EvaluationError(f"{path.name} har inga bedömningar. Den ska ha en rad per bedömt dokument.")
    return qrels


def _qrels_file(folder: Path) -> Path | None:
    files = (folder / "qrels" / f"{split}.tsv" for split in SPLITS)
    return next((file for file in files if file.is_file()), None)


def _judged(identifier: str, query: _Query, grades: Mapping[str, int]) -> JudgedQuestion:
    is_found = any(grade > 0 for grade in grades.values())
    return JudgedQuestion(
        identifier,
        query.text,
        "" if query.is_answerable else UNANSWERABLE,
        query.answers if is_found else (),  # where nothing is relevant, no words can answer
        grades,
        query.is_near_miss,
    )


def _read_queries(path: Path) -> dict[str, _Query]:
    problems = Problems(path)
    queries: dict[str, _Query] = {}
    for number, line in read_lines(path):
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            problems.add(number, f"inte giltig JSON ({error.msg}); rätta raden")
            continue
        identifier = record.get("_id") if isinstance(record, dict) else None
        text = record.get("text") if isinstance(record, dict) else None
        if not isinstance(identifier, str) or not identifier or not isinstance(text, str) or not text.strip():
            problems.add(number, 'ska vara {"_id": "…", "text": "…"} med texter som inte är tomma')
            continue
        if identifier in queries:
            problems.add(number, f"_id {identifier!r} används redan; ge frågan ett eget")
        queries[identifier] = _query(text.strip(), record.get("metadata"), number, problems)
    problems.check()
    return queries


def _query(text: str, metadata: object, number: int, problems: Problems) -> _Query:
    """Take what is of use from a query's metadata, which others fill with whatever they like."""
    if not isinstance(metadata, dict):
        return _Query(text, is_answerable=True, is_near_miss=False, answers=())
    answers = metadata.get("answers", [])
    if not isinstance(answers, list) or not all(isinstance(one, str) and one.strip() for one in answers):
        problems.add(number, "metadata.answers ska vara en lista med texter som inte är tomma")
        answers = []
    return _Query(
        text,
        metadata.get("answerable") is not False,
        metadata.get("near_miss") is True,
        tuple(JudgedAnswer("", "", answer.strip()) for answer in answers),
    )
