from dataclasses import replace
from pathlib import Path

from qa.answer import Answerer, make_question
from qa.confidence.hit_reader import Judged
from qa.expectation import expectation_of
from qa.index.generation import Index
from qa.refusal import why_no_answer
from qa.retrieval.base import NO_FILTER
from qa.types import Filter, Role
from tests.fakes import FakeEncoder
from tests.indexes import sample_index

NOTHING_LACKING = Judged(())


def judged_over(index: Index, lacking: Judged = NOTHING_LACKING) -> Judged:
    """What is found for a question, with what it is said to lack."""
    hits = Answerer(index, FakeEncoder()).ask(make_question("simhallen", NO_FILTER, 5)).hits
    return replace(lacking, hits=hits)


def reason(folder: Path, lacking: Judged = NOTHING_LACKING, where: Filter = NO_FILTER) -> str:
    index = sample_index(folder)
    return why_no_answer(index, where, judged_over(index, lacking))


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
    text = why_no_answer(index, Filter(case_number="X-9"), NOTHING_LACKING)
    assert "diarienummer X-9" in text


def test_an_answer_that_the_filter_keeps_away_is_pointed_out(tmp_path: Path) -> None:
    where = Filter(body="Sundforum")
    asked = make_question("Höjs serviceavgiften till 14,5 mnkr?", where, 3)
    answer = Answerer(sample_index(tmp_path), FakeEncoder()).ask(asked)
    assert answer.extract is None
    assert "Utanför urvalet finns ett möjligt svar: Sundnämnden" in (answer.no_answer_reason or "")
