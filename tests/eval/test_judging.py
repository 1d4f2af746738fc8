"""No verdict is ever lost, and the set that comes out can be used at once."""

import json

import pytest

from eval.judgements import Answerability
from eval.judging import Entry, Journal, Verdict, answer_from, sentences_of
from eval.minutes_set import read_minutes_set
from eval.pending import PendingQuestion
from eval.relevance import find_relevant
from qa.errors import EvaluationError
from tests.eval.samples import make_passage, write_lines

QUESTION = PendingQuestion("q1", "Vad kostar det?", "number")
PASSAGE = make_passage("m/12/1", "Avgiften höjs. Den blir 14,5 mnkr.", number="KS § 12", title="Avgift")
OTHER = make_passage("m/3/1", "Annat.", title="Övrigt")


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "prov.jsonl")


def say_yes(journal, passage=PASSAGE, sentence=""):
    journal.add(Entry(QUESTION, Verdict.YES, passage.id, answer_from(passage, sentence)))


def test_every_verdict_is_on_disk_at_once_and_read_back(journal):
    say_yes(journal)
    journal.add(Entry(QUESTION, Verdict.SKIPPED, OTHER.id))
    again = Journal(journal.set_file)
    assert again.questions == (QUESTION,)
    assert again.unjudged(QUESTION, [PASSAGE, OTHER]) == ()
    assert again.has_answer(QUESTION)
    assert not again.is_closed(QUESTION)


def test_a_closed_question_becomes_part_of_a_set_that_finds_its_passages(journal):
    say_yes(journal, sentence="Den blir 14,5 mnkr.")
    assert not journal.set_file.exists()
    journal.add(Entry(QUESTION, Verdict.FINISHED))
    question_set = read_minutes_set(journal.set_file)
    (question,) = question_set.questions
    assert (question.kind, question.answers[0].item) == ("number", "§ 12")
    relevance = find_relevant(question_set, [PASSAGE, OTHER])
    assert set(relevance.judgements["q1"].unit_of) == {"m/12/1"}
    assert not relevance.lost


def test_an_unanswerable_question_is_kept_without_answers_and_a_dropped_one_not_at_all(journal):
    journal.add(Entry(QUESTION, Verdict.UNANSWERABLE))
    journal.add(Entry(PendingQuestion("q2", "Va?"), Verdict.DROPPED))
    journal.add(Entry(PendingQuestion("q3", "Vem då?"), Verdict.NEAR_MISS))
    far, near = read_minutes_set(journal.set_file).questions
    assert (far.id, far.kind, far.answerability) == ("q1", "unanswerable", Answerability.OFF_CORPUS)
    assert (near.id, near.kind, near.answerability) == ("q3", "unanswerable", Answerability.NEAR_MISS)


def test_a_line_that_a_crash_left_unfinished_is_dropped_and_the_rest_kept(journal):
    say_yes(journal)
    with journal.path.open("a", encoding="utf-8") as file:
        file.write('{"question": {"id": "q1", "te')
    again = Journal(journal.set_file)
    assert again.unjudged(QUESTION, [PASSAGE, OTHER]) == (OTHER,)
    again.add(Entry(QUESTION, Verdict.NO, OTHER.id))
    assert Journal(journal.set_file).unjudged(QUESTION, [PASSAGE, OTHER]) == ()


def test_a_journal_damaged_in_the_middle_is_not_guessed_at(journal):
    say_yes(journal)
    journal.path.write_text("skräp\n" + journal.path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(EvaluationError, match="rad 1: är ingen bedömning"):
        Journal(journal.set_file)


def test_a_set_that_somebody_else_wrote_is_not_overwritten(tmp_path):
    write_lines(tmp_path / "prov.jsonl", {"id": "q", "question": "x", "answers": []})
    with pytest.raises(EvaluationError, match="skrivs inget över"):
        Journal(tmp_path / "prov.jsonl")


def test_a_set_file_has_its_ending(tmp_path):
    with pytest.raises(EvaluationError, match=r"ska sluta på \.jsonl"):
        Journal(tmp_path / "prov.json")


def test_an_id_stands_for_one_question(journal):
    say_yes(journal)
    with pytest.raises(EvaluationError, match="hör redan till frågan"):
        journal.add(Entry(PendingQuestion("q1", "Något annat?"), Verdict.FINISHED))
    assert len(journal.path.read_text(encoding="utf-8").splitlines()) == 1


def test_a_verdict_that_cannot_be_saved_is_told_of_and_not_remembered(journal):
    journal.path.mkdir()
    with pytest.raises(EvaluationError, match="kan inte sparas"):
        say_yes(journal)
    assert not journal.has_answer(QUESTION)


def test_the_quote_is_the_chosen_sentence_or_the_beginning():
    long = make_passage("m/3/2", "ord " * 100, title="")
    assert answer_from(PASSAGE, "Avgiften höjs.").quote == "Avgiften höjs."
    assert len(answer_from(long).quote) <= 200
    assert answer_from(long).item == "m/3"
    assert answer_from(OTHER).item == "Övrigt"
    assert sentences_of(PASSAGE) == ("Avgiften höjs.", "Den blir 14,5 mnkr.")


def test_the_journal_is_plain_json_lines(journal):
    say_yes(journal)
    (line,) = journal.path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["answer"]["file"] == "namnd.txt"
