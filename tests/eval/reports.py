"""A small report for the tests of tables, files and plots."""

from dataclasses import replace

from eval.answer_report import make_answer_report
from eval.answering import judgeable, run_answerer
from eval.files import Outcome
from eval.judgements import JudgedQuestion
from eval.measures import Measure
from eval.relevance import find_relevant
from eval.report import IndexFacts, Options, make_report
from eval.run import run_retriever
from tests.eval.samples import ScriptedAnswerer, ScriptedRetriever, asked, make_passage, minutes_set

FEE = make_passage("m/1/1", "Serviceavgiften höjs till 14,5 mnkr.")
HALL = make_passage("m/2/1", "Simhallen blir dyrare än beräknat.")
QUESTIONS = minutes_set(
    asked("avgift", "Serviceavgiften höjs", kind="number"),
    asked("bad", "Simhallen blir dyrare", kind="paraphrase"),
    asked("borta", "Det här står ingenstans alls", kind="paraphrase"),
    JudgedQuestion("obesvarbar", "vad om | annat?", "unanswerable"),
)
FACTS = IndexFacts("20240306-abc", "c" * 64, "fake", "f" * 64, 2)
OPTIONS = Options((Measure("nDCG", 10), Measure("Success", 1)))


def found(**scores):
    """Rankings by question id: the fee's and the hall's score for each."""
    rankings = {}
    for question in QUESTIONS.questions:
        if question.id in scores:
            fee, hall = scores[question.id]
            ranked = sorted([(FEE, fee), (HALL, hall)], key=lambda pair: -pair[1])
            rankings[question.text] = ranked
    return rankings


GOOD = ScriptedRetriever("hybrid", found(avgift=(0.9, 0.1), bad=(0.1, 0.8), obesvarbar=(0.2, 0.3)))
POOR = ScriptedRetriever(
    "bm25", found(avgift=(0.9, 0.1), bad=(0.8, 0.1), borta=(0.5, 0.4), obesvarbar=(0.7, 0.2))
)


ANSWERER = ScriptedAnswerer(
    {
        "vad om avgift?": (FEE, FEE.text, 0.9),
        "vad om bad?": (FEE, "Serviceavgiften", 0.5),
        "vad om | annat?": (HALL, HALL.text, 0.4),
    }
)
"""Right and sure of the fee, wrong of the hall, refuses what is nowhere, and answers what it should not."""


def small_outcome() -> Outcome:
    relevance = find_relevant(QUESTIONS, [FEE, HALL])
    runs = tuple(run_retriever(retriever, QUESTIONS) for retriever in (POOR, GOOD))
    return Outcome(make_report(QUESTIONS, relevance, runs, OPTIONS, FACTS), relevance, runs)


def answered_outcome() -> Outcome:
    """The same with the program's answers measured."""
    outcome = small_outcome()
    answers = make_answer_report(run_answerer(ANSWERER, judgeable(QUESTIONS)))
    return replace(outcome, report=replace(outcome.report, answers=answers))
