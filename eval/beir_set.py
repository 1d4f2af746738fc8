"""Question sets in the BEIR form: ``queries.jsonl`` and ``qrels/test.tsv`` beside a corpus.

Evaluated are the queries that the qrels judge, and those that ``metadata.answerable`` says have no
answer. A missing qrels split falls back from test to dev to train.
"""

import json
from pathlib import Path

from eval.judgements import UNANSWERABLE, JudgedQuestion, JudgedUnit, QuestionSet, digest_of
from eval.problems import Problems, read_lines
from eval.trec import add_grade
from qa.errors import EvaluationError

SPLITS = ("test", "dev", "train")
_QUERIES = ("queries.jsonl", "queries.jsonl.gz")
_TSV_COLUMNS = 3


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
    questions = []
    for identifier, (text, is_answerable) in queries.items():
        grades = qrels.get(identifier)
        if grades is not None or not is_answerable:
            kind = "" if is_answerable else UNANSWERABLE
            questions.append(JudgedQuestion(identifier, text, kind, documents=grades or {}))
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


def _read_queries(path: Path) -> dict[str, tuple[str, bool]]:
    """Return query id to text and whether it can be answered."""
    problems = Problems(path)
    queries: dict[str, tuple[str, bool]] = {}
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
        metadata = record.get("metadata")
        is_answerable = not (isinstance(metadata, dict) and metadata.get("answerable") is False)
        queries[identifier] = (text.strip(), is_answerable)
    problems.check()
    return queries
