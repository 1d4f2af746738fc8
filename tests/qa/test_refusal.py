from pathlib import Path

from qa.answer import Answerer, make_question
from qa.confidence.features import Features
from qa.confidence.hit_reader import Judged
from qa.expectation import Expected
from qa.refusal import why_no_answer
from qa.retrieval.base import NO_FILTER
from qa.types import Filter
from tests.fakes import FakeEncoder
from tests.indexes import sample_index


def judged_for(folder: Path, missing: tuple[str, ...] = (), kind: Expected | None = None) -> tuple[str, str]:
    """The reason given over all minutes, and over those of one body."""
    index = sample_index(folder)
    hits = Answerer(index, FakeEncoder()).ask(make_question("simhallen", NO_FILTER, 5)).hits
    judged = Judged(hits, Features(0, 0, 0, 1), (), kind, missing)
    return why_no_answer(index, NO_FILTER, judged), why_no_answer(index, Filter(body="Sundnämnden"), judged)


def test_a_refusal_says_where_was_searched_and_what_comes_nearest(tmp_path: Path) -> None:
    everywhere, one_body = judged_for(tmp_path)
    assert (
        "Hittade inget säkert svar i protokollen. Sökte i protokoll från Sundforum och Sundnämnden"
        in everywhere
    )
    assert "1 februari 2023 – 6 mars 2024." in everywhere
    assert "Närmast kommer: Simhallen" in everywhere
    assert "från Sundnämnden, 6 mars 2024." in one_body


def test_a_refusal_names_what_the_items_do_not_mention(tmp_path: Path) -> None:
    reason, _ = judged_for(tmp_path, missing=("Mia", "2019"))
    assert "nämner inte ”Mia”, ”2019”" in reason


def test_a_refusal_says_which_kind_of_thing_was_missing(tmp_path: Path) -> None:
    reason, _ = judged_for(tmp_path, kind=Expected.AMOUNT)
    assert "anger inte ett belopp" in reason


def test_a_filter_that_lets_nothing_through_is_named(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    reason = why_no_answer(index, Filter(case_number="X-9"), Judged((), None, (), None, ()))
    assert "ärendenummer X-9" in reason
