"""Reading the packed model file."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.q4 import PackedModelError, read_packed_model, unpack_q4_0
from tests.packed import CHARACTERS, HIDDEN, PIECES, SCORES, packed_model

PACKED = packed_model()


def test_sizes_vocabulary_and_characters_are_read() -> None:
    model = read_packed_model(PACKED)
    assert (model.shape.hidden, model.shape.layers, model.shape.heads) == (HIDDEN, 1, 2)
    assert model.shape.epsilon == pytest.approx(1e-12)
    assert model.vocabulary.pieces == PIECES
    assert model.vocabulary.scores.tolist() == list(SCORES)
    assert model.vocabulary.characters == CHARACTERS


def test_a_low_nibble_is_the_first_half_of_a_block_and_a_high_one_the_second() -> None:
    block = np.float16(0.5).tobytes() + bytes([0x0F, 0x80] + [0x88] * 14)
    weights = unpack_q4_0(block)
    assert weights[[0, 1, 2]].tolist() == [3.5, -4.0, 0.0]
    assert weights[[16, 17, 18]].tolist() == [-4.0, 0.0, 0.0]


@given(st.binary(min_size=16, max_size=16), st.floats(0.0009765625, 8, width=16))
def test_unpacking_is_eight_less_than_the_nibble_times_the_scale(nibbles: bytes, scale: float) -> None:
    expected = [((byte & 15) - 8) * scale for byte in nibbles] + [
        ((byte >> 4) - 8) * scale for byte in nibbles
    ]
    assert unpack_q4_0(np.float16(scale).tobytes() + nibbles).tolist() == expected


@given(st.integers(0, len(PACKED) - 1))
def test_a_file_cut_off_anywhere_is_refused(length: int) -> None:
    with pytest.raises(PackedModelError):
        read_packed_model(PACKED[:length])


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (b"E5S2" + PACKED[4:], "not b'E5S1'"),
        (PACKED[:4] + b"\x02" + PACKED[5:], "version 2"),
        (PACKED[:40] + b"\x10" + PACKED[41:], "16 weights in a block"),
    ],
)
def test_another_layout_is_refused_and_named(changed: bytes, message: str) -> None:
    with pytest.raises(PackedModelError, match=message):
        read_packed_model(changed)
