import unicodedata
from datetime import date
from pathlib import Path

import pytest

from qa.answer import LONGEST_QUESTION, MOST_HITS, SURE_FROM, Answerer, Certainty, make_question
from qa.errors import IndexFormatError, QuestionError
from qa.question.understanding import NOTHING
from qa.retrieval.base import NO_FILTER
from qa.types import Filter
from tests.fakes import FakeEncoder
from tests.indexes import sample_index


def test_an_answer_holds_the_hits_with_their_citations(tmp_path: Path) -> None:
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(
        make_question("Vad sades när serviceavgiften togs upp?", NO_FILTER, 2)
    )
    assert {hit.passage.citation.item_title for hit in answer.hits} == {"Serviceavgift", "Gemensam yta"}
    assert (answer.language, answer.no_answer_reason, answer.total) == ("sv", None, 4)


def test_the_sentences_that_answer_are_verbatim_and_cited(tmp_path: Path) -> None:
    asked = make_question("Höjs serviceavgiften till 14,5 mnkr?", NO_FILTER, 2)
    extract = Answerer(sample_index(tmp_path), FakeEncoder()).ask(asked).extract
    assert extract is not None
    assert "Serviceavgiften höjs till 14,5 mnkr." in [span.text for span in extract.spans]
    assert all(span.text == span.passage.text[span.start : span.end] for span in extract.spans)
    assert extract.text == " … ".join(span.text for span in extract.spans)
    assert (extract.certainty is Certainty.SURE) == (extract.confidence >= SURE_FROM)


def test_what_the_minutes_do_not_say_gets_no_answer_but_the_nearest_hits(tmp_path: Path) -> None:
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(make_question("Zebror?", NO_FILTER, 2))
    assert answer.extract is None
    assert answer.no_answer_reason is not None
    assert answer.no_answer_reason.startswith("Hittade inget säkert svar")
    assert len(answer.hits) == 2


def test_the_answer_does_not_depend_on_how_many_hits_are_wanted(tmp_path: Path) -> None:
    answerer = Answerer(sample_index(tmp_path), FakeEncoder())
    one, many = (answerer.ask(make_question("serviceavgiften", NO_FILTER, limit)) for limit in (1, 10))
    assert one.extract == many.extract
    assert one.hits == many.hits[:1]


def test_no_hits_are_explained_by_what_was_asked_for(tmp_path: Path) -> None:
    where = Filter(body="Sundforum", date_from=date(2030, 1, 1))
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(make_question("avgiften", where, 5))
    assert answer.hits == ()
    assert answer.no_answer_reason is not None
    assert "organet Sundforum, från och med 2030-01-01" in answer.no_answer_reason


def test_a_question_is_trimmed_and_composed() -> None:
    assert make_question(unicodedata.normalize("NFD", "  när på ön? "), NO_FILTER, 1).text == "när på ön?"


@pytest.mark.parametrize(
    ("text", "limit", "message"),
    [
        ("  ", 10, "Frågan är tom"),
        ("avgift \ud800", 10, "Tecken 8 i frågan är inte giltig Unicode"),
        ("x" * (LONGEST_QUESTION + 1), 10, f"{LONGEST_QUESTION + 1} tecken"),
        ("avgift", 0, f"Antalet träffar är 0. Välj ett tal från 1 till {MOST_HITS}"),
        ("avgift", MOST_HITS + 1, "från 1 till"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_the_reason(
    text: str, limit: int, message: str
) -> None:
    with pytest.raises(QuestionError, match=message):
        make_question(text, NO_FILTER, limit)


def test_an_index_of_another_model_is_refused_and_both_are_named(tmp_path: Path) -> None:
    encoder = FakeEncoder()
    encoder.fingerprint = "en-annan"
    with pytest.raises(IndexFormatError, match=r"(?s)QA_MODEL"):
        Answerer(sample_index(tmp_path), encoder)


def test_what_a_question_says_of_case_and_body_counts_until_it_is_switched_off(tmp_path: Path) -> None:
    answerer = Answerer(sample_index(tmp_path), FakeEncoder())
    text = "vad sa Sundforum om SN-2024-00012?"
    heeded = answerer.ask(make_question(text, NO_FILTER, 4))
    ignored = answerer.ask(make_question(text, NO_FILTER, 4, understand=False))
    assert heeded.understood.bodies == ("Sundforum",)
    assert heeded.hits[0].passage.citation.case_numbers == ("SN-2024-00012",)
    assert ignored.understood == NOTHING
    assert ignored.hits[0].score < heeded.hits[0].score


def test_a_case_number_alone_is_answered_with_what_was_decided(tmp_path: Path) -> None:
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(make_question("SN-2024-00012", NO_FILTER, 2))
    assert answer.extract is not None
    assert {span.passage.citation.case_numbers for span in answer.extract.spans} == {("SN-2024-00012",)}


def test_how_sure_it_is_is_told_of_a_refusal_too(tmp_path: Path) -> None:
    answerer = Answerer(sample_index(tmp_path), FakeEncoder())
    refused = answerer.ask(make_question("Zebror?", NO_FILTER, 2))
    answered = answerer.ask(make_question("Höjs serviceavgiften till 14,5 mnkr?", NO_FILTER, 2))
    assert answered.extract is not None
    assert 0 < refused.confidence < answered.confidence == answered.extract.confidence
