from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.expectation import expectation_of
from qa.extraction import (
    ANNOUNCEMENT_PENALTY,
    HITS_READ,
    MOST_SENTENCES,
    Sentence,
    Wanted,
    attendance,
    choose_sentences,
    first_sentences,
    joined_spans,
    of_first_hits,
    read_passage,
    score_sentences,
    wanted_by,
)
from qa.index.generation import Index
from qa.question.understanding import NOTHING
from qa.retrieval.hybrid import HybridRetriever, Scored
from qa.types import Meeting, Paragraph, Role, Run, Section
from tests.fakes import FakeEncoder
from tests.indexes import sample_index
from tests.meetings import make_item, make_meeting


def row_with(index: Index, text: str) -> int:
    return next(row for row, passage in enumerate(index.passages) if text in passage.text)


def one_meeting(items: int) -> Meeting:
    return make_meeting(
        "namnd/1", [make_item("namnd/1", f"§ {number}", "Avgift", "Den höjs.") for number in range(items)]
    )


def scores_of(index: Index, scored: Scored, wanted: Wanted, row: int) -> list[Sentence]:
    return score_sentences(index, scored, wanted, row, read_passage(index.passages[row].text))


def sentence(row: int, start: int, score: float) -> Sentence:
    return Sentence(row, start, start + 5, score, words=0.0, is_of_kind=True)


def test_every_sentence_of_a_passage_is_scored_at_its_place(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    row = row_with(index, "Serviceavgiften togs upp.")
    scored = HybridRetriever(index, FakeEncoder()).score("serviceavgiften", NOTHING)
    found = scores_of(index, scored, wanted_by(index, "serviceavgiften", None), row)
    text = index.passages[row].text
    assert [text[one.start : one.end] for one in found] == [
        "Serviceavgiften togs upp.",
        "Utformningen ses över.",
    ]
    assert found[0].score > found[1].score
    assert found[0].words == pytest.approx(1)
    assert found[1].words < 0.3


def test_a_sentence_with_the_kind_asked_for_is_preferred(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    row = row_with(index, "14,5 mnkr")
    scored = HybridRetriever(index, FakeEncoder()).score("serviceavgiften", NOTHING)
    (plain,) = scores_of(index, scored, wanted_by(index, "serviceavgiften", None), row)
    (fitting,) = scores_of(
        index, scored, wanted_by(index, "serviceavgiften", expectation_of("Hur mycket?")), row
    )
    assert fitting.score > plain.score


def test_a_bullet_is_no_part_of_its_sentence_but_the_number_of_a_point_is(tmp_path: Path) -> None:
    item = make_item("namnd/1", "§ 1", "Hamnen", "1. Avgiften höjs till hösten.\n• Bryggan lagas i vår.")
    index = sample_index(tmp_path, [make_meeting("namnd/1", [item])])
    scored = HybridRetriever(index, FakeEncoder()).score("bryggan", NOTHING)
    found = scores_of(index, scored, wanted_by(index, "bryggan", None), 0)
    text = index.passages[0].text
    assert [text[one.start : one.end] for one in found] == [
        "1. Avgiften höjs till hösten.",
        "Bryggan lagas i vår.",
    ]


def test_a_sentence_that_only_announces_another_comes_after_it(tmp_path: Path) -> None:
    item = make_item("namnd/1", "§ 1", "Hamnen", "Nämnden säger om hamnen:\nNämnden säger om hamnen.")
    index = sample_index(tmp_path, [make_meeting("namnd/1", [item])])
    scored = HybridRetriever(index, FakeEncoder()).score("hamnen", NOTHING)
    announcing, telling = scores_of(index, scored, wanted_by(index, "hamnen", None), 0)
    assert telling.score - announcing.score == pytest.approx(ANNOUNCEMENT_PENALTY, abs=1e-3)


def test_no_more_sentences_are_shown_than_three_and_none_far_below_the_best(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    sentences = [sentence(0, place * 10, 1 - place / 50) for place in range(9)]
    assert [one.start for one in choose_sentences(index, "avgiften", sentences)] == [0, 10, 20]
    assert choose_sentences(index, "avgiften", [sentence(0, 0, 1.0), sentence(0, 10, 0.5)]) == sentences[:1]


def test_what_was_said_is_told_from_each_meeting_once(tmp_path: Path) -> None:
    index = sample_index(tmp_path)
    first, second = row_with(index, "14,5 mnkr"), row_with(index, "togs upp")
    sentences = [sentence(first, 0, 1.0), sentence(first, 10, 0.99), sentence(second, 0, 0.95)]
    assert [one.row for one in choose_sentences(index, "Vad sades om avgiften?", sentences)] == [
        first,
        second,
    ]
    assert len(choose_sentences(index, "Vad blev avgiften?", sentences)) == MOST_SENTENCES


def test_what_was_said_at_one_meeting_is_told_from_its_first_passages(tmp_path: Path) -> None:
    index = sample_index(tmp_path, [one_meeting(HITS_READ + 2)])
    sentences = [sentence(row, 0, 1.0 - row / 100) for row in range(HITS_READ + 2)]
    chosen = choose_sentences(index, "Vad sades om avgiften?", sentences)
    assert [one.row for one in chosen] == [0, 1, 2]


def test_the_first_passages_are_those_of_the_first_hits() -> None:
    sentences = [sentence(row, start, 1.0) for row in (7, 2, 9, 4) for start in (0, 10)]
    assert [one.row for one in of_first_hits(sentences)] == [7, 7, 2, 2, 9, 9]


def test_neighbouring_sentences_are_one_span_in_reading_order() -> None:
    text = "Ett. Två. Tre. Fyra."
    chosen = [
        Sentence(0, 5, 9, 1.0, 0, True),
        Sentence(0, 0, 4, 0.9, 0, True),
        Sentence(0, 15, 20, 0.8, 0, True),
    ]
    assert joined_spans(chosen, [text]) == [(0, 0, 9), (0, 15, 20)]


def test_neighbouring_points_are_one_span_with_the_bullet_between_them() -> None:
    text = "Ett.\n• Två."
    chosen = [Sentence(0, 0, 4, 1.0, 0, True), Sentence(0, 7, 11, 0.9, 0, True)]
    assert joined_spans(chosen, [text]) == [(0, 0, 11)]


@given(st.sets(st.integers(0, 9), max_size=4))
def test_spans_cover_what_was_chosen_and_never_overlap(places: set[int]) -> None:
    text = "Abc. " * 10
    spans = joined_spans([Sentence(0, 5 * place, 5 * place + 4, 0, 0, True) for place in places], [text])
    assert sum(text[start:end].count("Abc.") for _, start, end in spans) == len(places)
    assert all(one[2] < other[1] for one, other in pairwise(spans))


def test_a_question_that_only_names_a_case_is_answered_by_how_its_first_passage_begins() -> None:
    sentences = [sentence(row, start, start / 10) for row in (7, 2) for start in (0, 10, 20, 30)]
    assert [(one.row, one.start) for one in first_sentences(sentences)] == [(7, 0), (7, 10), (7, 20)]


def test_who_was_present_is_answered_with_the_longest_list_of_names(tmp_path: Path) -> None:
    listed = "Anna Ek (S)\nBo Al (M)"
    opening = Section(Role.ATTENDANCE, "Närvarande", (Paragraph(listed, (Run(0, 0, len(listed)),)),))
    index = sample_index(tmp_path, [replace(one_meeting(1), opening=(opening,))])
    present, item = row_with(index, "Anna Ek"), row_with(index, "Den höjs.")
    lines = [sentence(item, 0, 0.9), sentence(present, 0, 0.1), sentence(present, 12, 0.2)]
    assert attendance(index, lines) == lines[1:]
    assert attendance(index, lines[:1]) == []
