"""The row of rising numbers tells items from references."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.headings.sequence import Numbered, best_sequence


def _numbers(*pairs: tuple[int, float]) -> list[int]:
    candidates = [Numbered(index, number, weight) for index, (number, weight) in enumerate(pairs)]
    return [chosen.number for chosen in best_sequence(candidates)]


def test_a_reference_between_two_items_is_left_out():
    assert _numbers((12, 4), (924, 1), (13, 4), (5, 1), (14, 4)) == [12, 13, 14]


def test_a_gap_is_tolerated():
    assert _numbers((714, 6), (715, 6), (717, 6), (718, 6)) == [714, 715, 717, 718]


def test_a_second_meeting_in_the_same_file_begins_anew():
    assert _numbers((1, 4), (2, 4), (3, 4), (1, 4), (2, 4)) == [1, 2, 3, 1, 2]


def test_a_heading_printed_again_stays_in_the_row():
    assert _numbers((28, 6), (29, 6), (29, 6), (30, 6)) == [28, 29, 29, 30]


def test_nothing_gives_nothing():
    assert best_sequence([]) == ()


@given(st.lists(st.tuples(st.integers(1, 30), st.floats(0.5, 6)), max_size=25))
def test_the_row_keeps_the_order_of_the_file(pairs):
    candidates = [Numbered(index, number, weight) for index, (number, weight) in enumerate(pairs)]
    chosen = [numbered.index for numbered in best_sequence(candidates)]
    assert chosen == sorted(set(chosen))
    assert bool(chosen) == bool(pairs)


@given(st.integers(1, 900), st.integers(2, 40))
def test_an_unbroken_row_is_taken_whole(first, count):
    row = [(first + step, 1.0) for step in range(count)]
    assert _numbers(*row) == [number for number, _ in row]
