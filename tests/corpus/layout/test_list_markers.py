"""List markers in a column of their own."""

from corpus.document import Line
from corpus.layout.list_markers import Block, with_markers


def _block(text: str, *, marker: bool = False) -> Block:
    return Block([Line(text, 0)], marker=marker)


def _texts(blocks: list[Block]) -> list[str]:
    return [" ".join(line.text for line in block.lines) for block in with_markers(blocks)]


def test_each_marker_of_a_column_goes_to_its_text():
    blocks = [
        _block("Först."),
        _block("a.", marker=True),
        _block("b.", marker=True),
        _block("Ett."),
        _block("Två."),
    ]
    assert _texts(blocks) == ["Först.", "a. Ett.", "b. Två."]


def test_texts_end_where_a_marked_one_begins():
    blocks = [
        _block("a.", marker=True),
        _block("b.", marker=True),
        _block("Ett."),
        _block("Två."),
        _block("c. Tre."),
    ]
    assert _texts(blocks) == ["a. Ett.", "b. Två.", "c. Tre."]


def test_a_column_that_does_not_fit_stays_together():
    blocks = [
        _block("a.", marker=True),
        _block("b.", marker=True),
        _block("Ett."),
        _block("Två."),
        _block("Tre."),
    ]
    assert _texts(blocks) == ["a. b.", "Ett.", "Två.", "Tre."]


def test_a_single_marker_goes_to_the_next_text():
    assert _texts([_block("a.", marker=True), _block("Ett."), _block("Mer.")]) == ["a. Ett.", "Mer."]


def test_markers_without_any_text_are_kept():
    assert _texts([_block("a.", marker=True)]) == ["a."]
