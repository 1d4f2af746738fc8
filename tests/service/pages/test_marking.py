from hypothesis import given
from hypothesis import strategies as st

from qa.types import Paragraph, Run
from service.pages.marking import Stretch, mark

WRAPPED = Paragraph("Avgiften höjs till 96 kronor.", (Run(0, 100, 13), Run(14, 114, 15)))
"""Two source lines: ``Avgiften höjs`` and ``till 96 kronor.``, joined by a space."""


def texts(stretches: tuple[Stretch, ...], *, marked: bool) -> list[str]:
    return [stretch.text for stretch in stretches if stretch.is_marked is marked]


def test_a_passage_that_covers_the_paragraph_marks_all_of_it_across_line_ends() -> None:
    assert mark(WRAPPED, WRAPPED.runs) == (Stretch(WRAPPED.text, is_marked=True),)


def test_a_passage_elsewhere_marks_nothing() -> None:
    assert mark(WRAPPED, (Run(0, 500, 40),)) == (Stretch(WRAPPED.text, is_marked=False),)


def test_no_passage_marks_nothing() -> None:
    assert mark(WRAPPED, ()) == (Stretch(WRAPPED.text, is_marked=False),)


def test_a_passage_that_begins_within_the_paragraph_marks_from_there() -> None:
    stretches = mark(WRAPPED, (Run(0, 119, 300),))
    assert stretches == (
        Stretch("Avgiften höjs till ", is_marked=False),
        Stretch("96 kronor.", is_marked=True),
    )


def test_a_passage_that_ends_within_the_paragraph_marks_up_to_there() -> None:
    stretches = mark(WRAPPED, (Run(0, 0, 108),))
    assert texts(stretches, marked=True) == ["Avgiften"]
    assert texts(stretches, marked=False) == [" höjs till 96 kronor."]


def test_an_empty_paragraph_has_no_stretches() -> None:
    assert mark(Paragraph("", ()), WRAPPED.runs) == ()


@given(st.lists(st.tuples(st.integers(90, 140), st.integers(1, 30)), max_size=4))
def test_the_stretches_are_the_paragraph_whatever_the_passage(places: list[tuple[int, int]]) -> None:
    stretches = mark(WRAPPED, [Run(0, start, length) for start, length in places])
    assert "".join(stretch.text for stretch in stretches) == WRAPPED.text
    assert all(stretch.text for stretch in stretches)
