"""The question sets that come with the program: valid, whole, and held to their expected scores."""

from pathlib import Path

import pytest

from corpus.folder import find_sources
from corpus.reading import read_meeting
from eval.gate import deviations, read_expected
from eval.judgements import Answerability
from eval.measures import DEFAULT_MEASURES
from eval.relevance import find_relevant
from eval.report import Options
from qa.chunking import passages_of_meeting
from qa.progress import SILENT
from service.commands.evaluating import SHIPPED, Plan, evaluate, find_set, place_of

EXPECTED = Path(__file__).resolve().parents[2] / "eval" / "expected"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_set_has_enough_questions_with_and_without_an_answer(name):
    question_set, _ = find_set(name)
    assert len(question_set.answerable) >= 80
    assert len(question_set.unanswerable) >= 20
    assert len({question.text for question in question_set.questions}) == len(question_set.questions)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_judged_quote_is_in_a_passage_of_the_minutes(name):
    question_set, minutes = find_set(name)
    meetings = [read_meeting(source) for source in find_sources(minutes).sources]
    passages = [passage for meeting in meetings for passage in passages_of_meeting(meeting)]
    lost = [
        (quote.question_id, quote.answer.file, quote.reason)
        for quote in find_relevant(question_set, passages).lost
    ]
    assert not lost


@pytest.fixture(scope="module", params=SHIPPED)
def measured(request, example_index):
    """A shipped set with the real model: what is expected of it, and what was found."""
    expected = read_expected(EXPECTED / f"{request.param}.json")
    question_set, minutes = find_set(request.param)
    plan = Plan(tuple(expected.systems), (), Options(DEFAULT_MEASURES))
    outcome = evaluate(question_set, place_of(example_index, (), minutes, None), plan, SILENT)
    return expected, outcome.report


@pytest.mark.model
def test_no_figure_is_worse_than_what_is_expected(measured):
    expected, report = measured
    assert not [deviation for deviation in deviations(report, expected) if deviation.is_worse]


@pytest.mark.model
def test_every_question_is_answered_or_refused_and_sure_answers_can_be_trusted(measured):
    _, report = measured
    assert report.answers is not None
    counts = {group: bands.questions for group, bands in report.answers.bands.items()}
    assert counts == {
        Answerability.ANSWERABLE: 130,
        Answerability.OFF_CORPUS: 10,
        Answerability.NEAR_MISS: 18,
    }
    for bands in report.answers.bands.values():
        assert bands.sure + bands.possible + bands.refused == bands.questions
    figures = {name: figure.value.mean for name, figure in report.answers.figures.items()}
    assert figures["holds_of_sure"] > figures["holds"] > 0.5
    assert figures["auroc_off_corpus"] > 0.5
    assert figures["answered_off_corpus"] < figures["answered"]
