"""What counts as an answer that holds, and how much of its words are the quote's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.holding import holds, token_f1
from eval.judgements import JudgedAnswer, JudgedQuestion
from tests.eval.samples import make_passage, span_of

TEXT = (
    "Ordföranden öppnar mötet den 3 januari. Serviceavgiften höjs till 14,5 mnkr från och med nästa år. "
    "Ja, sade alla."
)
LONG = "Serviceavgiften höjs till 14,5 mnkr från och med nästa år."


def question_on(*quotes, file="namnd.txt"):
    return JudgedQuestion("q", "?", answers=tuple(JudgedAnswer(file, "Ärende", quote) for quote in quotes))


def span(words=TEXT, file="namnd.txt", title="Ärende"):
    return span_of(make_passage("m/1/1", TEXT, file=file, title=title), words)


def test_a_quote_holds_with_other_spaces_hyphens_and_case():
    assert holds([span(LONG)], question_on("service-\navgiften  HÖJS till 14,5\u00a0mnkr"))


def test_words_outside_the_span_do_not_count_though_the_passage_has_them():
    assert not holds([span("Ja, sade alla.")], question_on("Ordföranden öppnar mötet"))


def test_one_of_several_quotes_in_one_of_several_spans_is_enough():
    spans = [span("Ja, sade alla."), span(LONG)]
    assert holds(spans, question_on("något helt annat som ingen sade", "höjs till 14,5 mnkr från"))


@pytest.mark.parametrize(
    ("quote", "is_held"),
    [
        ("x" * 30 + "Ja,sadeallaOrdförandenöppnarm", False),
        ("Serviceavgiften höjs till 14,5 sade någon helt annan då", True),
        ("sade någon helt annan då till 14,5 mnkr från och med nästa", True),
    ],
)
def test_half_of_a_long_quote_is_enough(quote, is_held):
    assert holds([span(LONG)], question_on(quote)) is is_held


def test_half_of_a_quote_that_is_not_long_is_too_little():
    assert not holds([span(LONG)], question_on("höjs till sänks av"))


@pytest.mark.parametrize(
    ("quote", "is_held"),
    [
        ("Ja", True),
        ("januari", True),
        ("jan", False),
        ("14,5 mnkr", True),
        ("4,5 mnkr", False),
        ("mnkr år", False),
    ],
)
def test_a_short_quote_must_stand_as_whole_words(quote, is_held):
    assert holds([span()], question_on(quote)) is is_held


def test_a_quote_from_the_heading_is_held_by_the_citation():
    assert holds([span("Ja, sade alla.", title="Avgift för service 2024")], question_on("Avgift för service"))


@pytest.mark.parametrize(
    ("file", "is_held"),
    [("namnd.txt", True), ("2024/namnd.txt", True), ("annannamnd.txt", False), ("forum.txt", False)],
)
def test_the_words_count_only_in_the_file_that_was_judged(file, is_held):
    assert holds([span(file=file)], question_on(LONG)) is is_held


def test_in_a_beir_set_they_count_only_in_the_documents_judged_relevant():
    question = JudgedQuestion("q", "?", answers=(JudgedAnswer("", "", LONG),), documents={"d1": 1, "d2": 0})
    held = [holds([span(file=f"faq/corpus.jsonl#{document}")], question) for document in ("d1", "d2", "d3")]
    assert held == [True, False, False]


def test_nothing_shown_and_nothing_judged_hold_nothing():
    assert not holds([], question_on(LONG))
    assert not holds([span()], JudgedQuestion("q", "?"))


def test_token_f1_is_the_harmonic_mean_of_precision_and_recall():
    # shown 4 words, quote 3, shared 2: precision 2/4, recall 2/3
    assert token_f1("avgiften höjs till 90", ["Avgiften höjs nu"]) == pytest.approx(2 * 2 / (4 + 3))


def test_token_f1_is_of_the_nearest_quote_and_counts_each_word_as_often_as_it_stands():
    assert token_f1("a a b", ["x", "a b", "a a b"]) == 1.0
    assert token_f1("a a a", ["a"]) == pytest.approx(2 * 1 / (3 + 1))
    assert token_f1("", ["a"]) == token_f1("a", []) == 0.0


@given(st.text(max_size=30), st.text(max_size=30))
def test_token_f1_is_symmetric_and_between_0_and_1(one, other):
    assert 0.0 <= token_f1(one, [other]) <= 1.0
    assert token_f1(one, [other]) == token_f1(other, [one])


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_a_span_that_is_the_quote_always_holds_it(start, length):
    quote = TEXT[start : start + length].strip()
    if any(letter.isalnum() for letter in quote):
        assert holds([span(quote)], question_on(quote))
