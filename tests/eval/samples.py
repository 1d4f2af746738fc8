"""Small passages, rankings and question sets for the tests of the judge."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.judgements import JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet
from qa.answer import Answer, Certainty, Extract, Span
from qa.retrieval.base import NO_FILTER, Ranking
from qa.types import Citation, DateBasis, Filter, Hit, Passage, Question, Role, Run


def make_passage(
    identifier: str, text: str, file: str = "namnd.txt", number: str = "", title: str = "Ärende"
) -> Passage:
    citation = Citation(
        text=f"Sundnämnden, {number} {title}",
        body="Sundnämnden",
        meeting_id=file.removesuffix(".txt"),
        meeting_date=None,
        meeting_end_date=None,
        date_basis=DateBasis.UNKNOWN,
        item_id=identifier.rpartition("/")[0],
        item_number=number,
        item_title=title,
        case_numbers=(),
        section=Role.TEXT,
        page=None,
        source_file=file,
        source_url="",
    )
    return Passage(identifier, text, "", (Run(0, 0, len(text)),), 0, len(text), citation)


class ScriptedRetriever:
    """Finds what it was told to: passages with scores by question, in the order given."""

    def __init__(self, name: str, found: Mapping[str, Sequence[tuple[Passage, float]]]) -> None:
        self.name = name
        self.found = found
        self.limits: list[int] = []

    def search(self, query: str, limit: int, where: Filter = NO_FILTER) -> Ranking:
        self.limits.append(limit)
        found = self.found.get(query, ())
        hits = [
            Hit(rank, passage, score, confidence=0.0)
            for rank, (passage, score) in enumerate(found[:limit], 1)
        ]
        return Ranking(tuple(hits), len(found))


class ScriptedAnswerer:
    """Shows what it was told to, by question: words of a passage, and the confidence; else it refuses."""

    def __init__(self, shown: Mapping[str, tuple[Passage, str, float]]) -> None:
        self.shown = shown
        self.questions: list[Question] = []

    def ask(self, question: Question) -> Answer:
        self.questions.append(question)
        extract, confidence = None, 0.1
        if question.text in self.shown:
            passage, words, confidence = self.shown[question.text]
            certainty = Certainty.SURE if confidence >= 0.8 else Certainty.POSSIBLE
            extract = Extract((span_of(passage, words),), confidence, certainty)
        return Answer(question.text, "sv", extract, None if extract else "Hittade inget.", (), 0, confidence)


def span_of(passage: Passage, words: str) -> Span:
    start = passage.text.index(words)
    return Span(passage, start, start + len(words))


def minutes_set(*questions: JudgedQuestion) -> QuestionSet:
    return QuestionSet("prov", "0" * 64, JudgedUnit.PASSAGE, questions)


def asked(identifier: str, *quotes: str, kind: str = "lexical", item: str = "Ärende") -> JudgedQuestion:
    answers = tuple(JudgedAnswer("namnd.txt", item, quote) for quote in quotes)
    return JudgedQuestion(identifier, f"vad om {identifier}?", kind, answers)


def write_lines(path: Path, *records: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
