"""The program is asked as a user would ask it, and what it shows is judged."""

import pytest

from eval.answering import judgeable, run_answerer, why_not_judged
from eval.judgements import Answerability, JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet
from qa.answer import Certainty
from qa.types import Filter
from tests.eval.reports import ANSWERER, FEE, QUESTIONS
from tests.eval.samples import ScriptedAnswerer, minutes_set

RESULTS = {result.id: result for result in run_answerer(ANSWERER, QUESTIONS.questions)}


def test_an_answer_is_kept_with_its_words_sources_and_whether_it_holds():
    fee = RESULTS["avgift"]
    assert (fee.certainty, fee.confidence, fee.holds) == (Certainty.SURE, 0.9, True)
    assert (fee.shown, fee.sources) == (FEE.text, (FEE.citation.text,))
    assert fee.overlap == pytest.approx(2 * 2 / (6 + 2))  # "Serviceavgiften höjs" of six words


def test_an_answer_with_other_words_does_not_hold():
    hall = RESULTS["bad"]
    assert (hall.certainty, hall.holds, hall.overlap) == (Certainty.POSSIBLE, False, 0.0)


def test_a_refusal_keeps_its_confidence_and_shows_nothing():
    gone = RESULTS["borta"]
    assert not gone.is_answered
    assert gone.confidence == 0.1
    assert (gone.overlap, gone.holds, gone.shown, gone.sources) == (None, False, "", ())


def test_an_answer_to_what_has_none_never_holds():
    wrong = RESULTS["obesvarbar"]
    assert wrong.answerability is Answerability.OFF_CORPUS
    assert (wrong.is_answered, wrong.holds, wrong.overlap) == (True, False, None)


def test_questions_are_asked_without_filter_and_with_what_they_say_understood():
    answerer = ScriptedAnswerer({})
    run_answerer(answerer, QUESTIONS.questions[:1])
    (question,) = answerer.questions
    assert (question.text, question.where, question.understand) == ("vad om avgift?", Filter(), True)


def test_of_a_beir_set_those_with_words_that_answer_are_judged_and_those_without_an_answer():
    answers = (JudgedAnswer("", "", "Bygglov krävs."),)
    told = JudgedQuestion("1", "x", answers=answers, documents={"d": 1})
    untold = JudgedQuestion("2", "x", documents={"d": 1})
    nothing = JudgedQuestion("3", "x")
    question_set = QuestionSet("faq", "0", JudgedUnit.DOCUMENT, (told, untold, nothing))
    assert [question.id for question in judgeable(question_set)] == ["1", "3"]
    bare = QuestionSet("faq", "0", JudgedUnit.DOCUMENT, (untold, nothing))
    assert judgeable(bare) == ()
    assert "metadata" in why_not_judged(bare)


def test_a_set_without_any_answer_says_so():
    question_set = minutes_set(JudgedQuestion("q", "x"))
    assert judgeable(question_set) == ()
    assert "ingen fråga i samlingen har ett svar" in why_not_judged(question_set)
