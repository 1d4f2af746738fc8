"""The cells of a table with ruling lines are read whole, however its rows and lines lie."""

import io
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.readers.pdf import read_pdf
from corpus.readers.pdf_grid import Edge, Rulings, find_grids
from tests.corpus.pdf_writer import drawn, ruled, set_lines

XS, YS = (50.0, 150.0, 300.0, 520.0), (720.0, 660.0, 600.0)
WRAPPED = [
    *set_lines(54, 706, "Plats och tid"),
    *set_lines(154, 706, "Rådhuset, sal A, med början", "klockan 13.00"),
    *set_lines(304, 700, "Paus 14.30"),
    *set_lines(54, 646, "Justerare"),
    *set_lines(154, 646, "Anna Ek"),
    *set_lines(304, 646, "Bo Berg"),
]


def lines_of(data: bytes) -> list[str]:
    return [line for line in read_pdf(data, "a.pdf").text.splitlines() if line]


def test_a_cell_that_wraps_is_read_whole():
    assert lines_of(drawn(*WRAPPED, lines=ruled(XS, YS))) == [
        "Plats och tid\tRådhuset, sal A, med början klockan 13.00\tPaus 14.30",
        "Justerare\tAnna Ek\tBo Berg",
    ]


def test_names_below_each_other_in_a_cell_stay_apart():
    texts = set_lines(54, 706, "Beslutande") + set_lines(
        154, 706, "Anna Ek (S)", "Bo Berg (M)", "Cia Dal (C)"
    )
    assert lines_of(drawn(*texts, lines=ruled((50, 150, 520), (720, 600)))) == [
        "Beslutande\tAnna Ek (S)",
        "Bo Berg (M)",
        "Cia Dal (C)",
    ]


def test_lists_beside_each_other_belong_line_by_line():
    texts = set_lines(54, 706, "Anna Ek", "Bo Berg", "Cia Dal", "Dan Ed") + set_lines(
        304, 706, "Ja", "Nej", "Ja", "Avstår"
    )
    assert lines_of(drawn(*texts, lines=ruled((50, 300, 520), (720, 600)))) == [
        "Anna Ek\tJa",
        "Bo Berg\tNej",
        "Cia Dal\tJa",
        "Dan Ed\tAvstår",
    ]


def test_boxes_of_several_lines_are_read_one_after_the_other():
    texts = set_lines(54, 706, "Lindby kommun", "Kommunstyrelsen") + set_lines(
        154, 706, "PROTOKOLL", "Sammanträdesdatum", "2024-03-06"
    )
    assert lines_of(drawn(*texts, lines=ruled((50, 150, 520), (720, 600)))) == [
        "Lindby kommun",
        "Kommunstyrelsen",
        "PROTOKOLL",
        "Sammanträdesdatum",
        "2024-03-06",
    ]


def test_words_on_both_sides_of_a_line_are_two_cells_however_near():
    texts = [(54, 706, "Kommunstyrelsen"), (136, 706, "Protokoll")]
    assert lines_of(drawn(*texts, lines=ruled((50, 134, 300), (720, 690)))) == ["Kommunstyrelsen\tProtokoll"]


def boxes_as_shapes(kind: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont("Helvetica", 10)
    for x, y, text in WRAPPED:
        canvas.drawString(x, y, text)
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            if kind == "boxes":
                canvas.rect(left, bottom, right - left, top - bottom)
            else:
                canvas.rect(left, bottom, right - left, 0.5, stroke=0, fill=1)
                canvas.rect(left, bottom, 0.5, top - bottom, stroke=0, fill=1)
    if kind == "bars":
        canvas.rect(XS[0], YS[0], XS[-1] - XS[0], 0.5, stroke=0, fill=1)
        canvas.rect(XS[-1], YS[-1], 0.5, YS[0] - YS[-1], stroke=0, fill=1)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["boxes", "bars"])
def test_lines_may_be_drawn_as_boxes_or_bars(kind):
    assert lines_of(boxes_as_shapes(kind)) == lines_of(drawn(*WRAPPED, lines=ruled(XS, YS)))


def test_a_frame_around_text_is_no_table():
    texts = set_lines(60, 700, "En rad text", "och en till")
    assert lines_of(drawn(*texts, lines=ruled((50, 520), (720, 600)))) == ["En rad text", "och en till"]


def test_underlined_text_is_no_table():
    texts = [(60, 700, "Beslut"), (60, 680, "Nämnden säger ja.")]
    assert lines_of(drawn(*texts, lines=[(60, 698, 100, 698)])) == ["Beslut", "Nämnden säger ja."]


def test_cells_without_a_line_between_them_are_one():
    level = tuple(Edge(y, 0, 200) for y in (0, 50, 100))
    upright = (Edge(0, 0, 100), Edge(200, 0, 100), Edge(120, 50, 100))
    (grid,) = find_grids(Rulings(level, upright))
    assert grid.cell_at(30, 20) == grid.cell_at(170, 20)
    assert grid.cell_at(30, 70) != grid.cell_at(170, 70)
    assert grid.cell_at(250, 20) is None
    assert [len(row) for row in grid.rows()] == [1, 2]


def test_a_table_that_is_open_at_its_sides_ends_with_its_lines():
    level = tuple(Edge(y, 0, 200) for y in (0, 50, 100))
    (grid,) = find_grids(Rulings(level, (Edge(80, 0, 100),)))
    assert [len(row) for row in grid.rows()] == [2, 2]
