"""What counts as found: judged quotes against the passages of an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.judgements import JudgedAnswer, JudgedQuestion, JudgedUnit, QuestionSet
from eval.relevance import Judgement, disjoint, find_relevant, squeeze
from tests.eval.samples import asked, make_passage, minutes_set

FEE = "Serviceavgiften höjs till 14,5 mnkr från årsskiftet."


def judge(question, *passages):
    relevance = find_relevant(minutes_set(question), passages)
    return relevance.judgements[question.id], relevance.lost


@pytest.mark.parametrize(
    "quote",
    [
        "Serviceavgiften höjs",
        "service-\navgiften  höjs",
        "SERVICEAVGIFTEN höjs till",
        "Service\u00adavgiften höjs",
    ],
)
def test_a_passage_holds_a_quote_spaces_hyphens_and_case_aside(quote):
    judgement, lost = judge(asked("q", quote), make_passage("m/1/1", FEE), make_passage("m/1/2", "Annat."))
    assert judgement.unit_of == {"m/1/1": "svar-1"}
    assert judgement.grades == {"svar-1": 1}
    assert not lost


def test_a_quote_in_another_file_does_not_count():
    judgement, lost = judge(asked("q", FEE), make_passage("m/1/1", FEE, file="annan.txt"))
    assert judgement.unit_of == {}
    assert [quote.reason for quote in lost] == ["filen finns inte i indexet"]


def test_a_file_is_known_by_the_end_of_its_path_unless_two_end_alike():
    judgement, _ = judge(asked("q", FEE), make_passage("m/1/1", FEE, file="forum/namnd.txt"))
    assert set(judgement.unit_of) == {"m/1/1"}
    two = [make_passage(f"{folder}/1/1", FEE, file=f"{folder}/namnd.txt") for folder in ("a", "b")]
    _, lost = judge(asked("q", FEE), *two)
    assert lost


def test_a_quote_cut_by_a_passage_border_belongs_to_the_passage_with_the_larger_part():
    parts = [
        make_passage("m/1/1", "Serviceavgiften höjs till 14,5"),
        make_passage("m/1/2", "mnkr från årsskiftet."),
    ]
    judgement, lost = judge(asked("q", FEE), *parts)
    assert set(judgement.unit_of) == {"m/1/1"}
    assert not lost


def test_a_quote_from_a_heading_belongs_to_the_passages_under_it():
    passages = [
        make_passage("m/1/1", "Nämnden beslutar.", title="Motion om vintercykling på landet"),
        make_passage("m/1/2", "Handlingar", title="Motion om vintercykling på landet"),
        make_passage("m/2/1", "Nämnden beslutar.", title="Annat"),
    ]
    judgement, lost = judge(asked("q", "motion om vintercykling"), *passages)
    assert judgement.unit_of == {"m/1/1": "svar-1", "m/1/2": "svar-1"}
    assert not lost


def test_any_passage_of_the_judged_paragraph_is_a_right_place_but_only_the_quote_is_a_unit():
    passages = [
        make_passage("m/12/1", FEE, number="§ 12"),
        make_passage("m/12/2", "Handlingar", number="KS §12"),
        make_passage("m/112/1", FEE, number="§ 112"),
    ]
    judgement, _ = judge(asked("q", FEE, item="§ 12 Avgifter"), *passages)
    assert set(judgement.places) == {"svar-1", "m/12/1", "m/12/2"}
    assert set(judgement.unit_of) == {"m/12/1"}


def test_a_quote_in_no_passage_is_reported_and_still_counts_as_something_to_find():
    judgement, lost = judge(asked("q", "Det här står ingenstans alls"), make_passage("m/1/1", FEE))
    assert judgement.grades == {"svar-1": 1}
    assert judgement.unit_of == {}
    assert [(quote.question_id, quote.reason) for quote in lost] == [("q", "citatet finns i inget stycke")]


def test_a_lost_quote_of_a_paragraph_can_be_found_through_the_paragraph():
    question = asked("q", "Det här står ingenstans alls", item="§ 12")
    judgement, lost = judge(question, make_passage("m/12/1", FEE, number="§ 12"))
    assert judgement.unit_of == {"m/12/1": "svar-1"}
    assert lost


def test_two_answers_in_one_passage_are_one_unit():
    judgement, _ = judge(asked("q", "Serviceavgiften höjs", "från årsskiftet"), make_passage("m/1/1", FEE))
    assert judgement.grades == {"svar-1": 1}


def test_a_unit_is_found_once_and_its_other_passages_are_not_relevant_again():
    judgement = Judgement({"svar-1": 1}, {}, {"a": "svar-1", "b": "svar-1"})
    assert judgement.label(["x", "b", "a"]) == ["x", "svar-1", "a"]


def test_documents_of_a_beir_set_are_judged_as_they_are():
    question = JudgedQuestion("q", "x", documents={"d1": 2, "d2": 0})
    relevance = find_relevant(QuestionSet("faq", "0", JudgedUnit.DOCUMENT, (question,)), [])
    assert relevance.judgements["q"].grades == {"d1": 2, "d2": 0}
    assert relevance.judgements["q"].label(["d2", "d1"]) == ["d2", "d1"]


def test_unanswerable_questions_have_no_judgement():
    assert not find_relevant(minutes_set(JudgedQuestion("q", "x")), []).judgements


def test_a_set_that_contains_a_smaller_one_is_left_out_and_overlaps_are_joined():
    small, large = frozenset("a"), frozenset("ab")
    assert disjoint([large, small]) == [small]
    assert disjoint([frozenset("ab"), frozenset("bc"), frozenset("d")]) == [frozenset("abc"), frozenset("d")]
    assert disjoint([frozenset(), frozenset()]) == [frozenset(), frozenset()]


@given(st.lists(st.frozensets(st.sampled_from("abcdef"))))
def test_no_two_units_share_a_passage_and_every_answer_can_be_found(holders):
    units = disjoint(holders)
    passages = [passage for unit in units for passage in unit]
    assert len(passages) == len(set(passages))
    assert all(any(unit & holder for unit in units) for holder in holders if holder)


def test_decomposed_letters_are_the_same_letters():
    assert squeeze("a\u030argång 3\u20134") == squeeze("Årgång 34")


def test_judged_answers_keep_their_item_for_the_report():
    question = JudgedQuestion("q", "x", "who", (JudgedAnswer("borta.txt", "§ 9", "citat"),))
    (lost,) = find_relevant(minutes_set(question), []).lost
    assert lost.answer.item == "§ 9"
