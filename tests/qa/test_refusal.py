from dataclasses import replace
from pathlib import Path

import pytest

from qa.answer import Answerer, make_question
from qa.confidence.hit_reader import Judged
from qa.expectation import Expected, expectation_of
from qa.index.generation import Index
from qa.refusal import Refusal, Searched, why_no_answer
from qa.refusal_wording import reason_in
from qa.retrieval.base import NO_FILTER
from qa.types import Filter, Role
from tests.fakes import FakeEncoder
from tests.indexes import sample_index

NOTHING_LACKING = Judged(())


def judged_over(index: Index, lacking: Judged = NOTHING_LACKING) -> Judged:
    """What is found for a question, with what it is said to lack."""
    hits = Answerer(index, FakeEncoder()).ask(make_question("simhallen", NO_FILTER, 5)).hits
    return replace(lacking, hits=hits)


def reason(
    folder: Path, lacking: Judged = NOTHING_LACKING, where: Filter = NO_FILTER, language: str = "sv"
) -> str:
    index = sample_index(folder)
    return reason_in(why_no_answer(index, where, judged_over(index, lacking)), language)


def test_a_refusal_says_where_was_searched_and_what_comes_nearest(tmp_path: Path) -> None:
    everywhere = reason(tmp_path / "a")
    assert (
        "Hittade inget säkert svar i protokollen. Sökte i protokoll från Sundforum och Sundnämnden"
        in everywhere
    )
    assert "1 februari 2023 – 6 mars 2024." in everywhere
    assert "Närmast kommer: Simhallen" in everywhere
    assert "från Sundnämnden, 6 mars 2024." in reason(tmp_path / "b", where=Filter(body="Sundnämnden"))


def test_a_refusal_says_what_else_the_search_was_restricted_to(tmp_path: Path) -> None:
    text = reason(tmp_path, where=Filter(section=Role.DECISION, body="Sundnämnden"))
    assert "(avsnittet beslut)." in text


def test_a_refusal_names_what_the_items_do_not_mention(tmp_path: Path) -> None:
    assert "nämner inte ”Mia” eller ”2019”." in reason(tmp_path, Judged((), missing=("Mia", "2019")))


def test_a_refusal_names_the_words_that_are_nowhere(tmp_path: Path) -> None:
    one = reason(tmp_path / "a", Judged((), absent=("vargjakt",)))
    assert "Ordet ”vargjakt” finns inte i protokollen." in one
    many = reason(tmp_path / "b", Judged((), absent=("ko", "vargjakt", "björnjakt", "älgar")))
    assert "Orden ”vargjakt”, ”björnjakt” och ”älgar” finns inte i protokollen." in many


def test_a_refusal_says_which_kind_of_thing_was_missing(tmp_path: Path) -> None:
    assert "anger inte ett belopp" in reason(tmp_path, Judged((), expected=expectation_of("Hur mycket?")))


def test_a_filter_that_lets_nothing_through_is_named(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    refusal = why_no_answer(index, Filter(case_number="X-9"), NOTHING_LACKING)
    assert reason_in(refusal, "sv") == (
        "Inga stycken i protokollen motsvarar urvalet: diarienummer X-9. Ta bort något av villkoren."
    )
    assert reason_in(refusal, "en") == (
        "No passages in the minutes match the selection: case number X-9. Remove one of the conditions."
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("Sunnämnden", "Närmast är: Sundnämnden."),
        ("sundforumet 2", "Närmast är: Sundforum och Sundnämnden."),
        ("Vattenverket", "Närmast är: Sundforum och Sundnämnden."),
    ],
)
def test_a_body_that_there_is_not_is_said_with_the_nearest(tmp_path: Path, body: str, reason: str) -> None:
    refusal = why_no_answer(sample_index(tmp_path), Filter(body=body), NOTHING_LACKING)
    assert reason_in(refusal, "sv") == f"Inget organ i protokollen heter ”{body}”. {reason}"


def test_a_refusal_can_be_said_in_english(tmp_path: Path) -> None:
    missing = reason(
        tmp_path / "a", Judged((), missing=("Mia", "2019"), absent=("school", "fee")), language="en"
    )
    assert missing.startswith(
        "Found no certain answer in the minutes: the nearest items do not mention “Mia” or “2019”. "
        "The words “school” and “fee” are not in the minutes. "
        "Searched the minutes of Sundforum and Sundnämnden, 1 February 2023 – 6 March 2024. Nearest come: "
    )
    lacking = Judged((), expected=expectation_of("How much?"))
    assert "do not give an amount" in reason(tmp_path / "b", lacking, language="en")


def test_every_kind_of_thing_has_an_english_name() -> None:
    for kind in Expected:
        said = reason_in(Refusal(NO_FILTER, Searched((), None, None), expected=kind), "en")
        assert kind not in said
        assert said.startswith("Found no certain answer in the minutes: the nearest items do not give a")


def test_the_reason_is_in_the_language_of_the_question(tmp_path: Path) -> None:
    answerer = Answerer(sample_index(tmp_path), FakeEncoder())
    english = answerer.ask(make_question("Who will pay for the new library?", NO_FILTER, 3))
    swedish = answerer.ask(make_question("Vem ska betala för det nya biblioteket?", NO_FILTER, 3))
    assert (english.no_answer_reason or "").startswith("Found no certain answer")
    assert (swedish.no_answer_reason or "").startswith("Hittade inget säkert svar")


def test_an_answer_that_the_filter_keeps_away_is_pointed_out(tmp_path: Path) -> None:
    where = Filter(body="Sundforum")
    asked = make_question("Höjs serviceavgiften till 14,5 mnkr?", where, 3)
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(asked)
    assert answer.extract is None
    assert "Utanför urvalet finns ett möjligt svar: Sundnämnden" in (answer.no_answer_reason or "")
