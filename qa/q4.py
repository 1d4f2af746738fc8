"""Read a packed 4-bit model file ("E5S1"): a BERT encoder and its unigram vocabulary.

Layout, little endian throughout:

- ``E5S1``, u32 version; i32 hidden size, layers, heads, feed-forward size, vocabulary rows,
  positions, token types; f32 layer norm epsilon; i32 weights per block (32);
- vocabulary: i32 pieces, i32 ids of ``<s>``, ``</s>``, ``<pad>``, ``<unk>``; u64 bytes of text;
  u32 offsets[pieces + 1]; f32 scores[pieces]; the UTF-8 text;
- character map: i32 entries, u32 bytes; per entry u32 code point, u8 n, u32 replacements[n];
- directory: i32 tensors; per tensor u16 length and name, u8 type (0 float32, 1 Q4_0),
  u32 values, u64 offset in the file, u64 bytes.

A Q4_0 block holds 32 weights: a float16 scale and 16 bytes whose low nibbles are the weights
0-15 and whose high nibbles the weights 16-31; a weight is ``(nibble - 8) * scale``
(the ``Q4_0`` type of ggml).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
_FLOAT32, _Q4_0 = 0, 1
_Q4_0_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])


class PackedModelError(ValueError):
    """The bytes are no packed model of a known layout; the message says where they stop making sense."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder, as in a BERT configuration."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A unigram vocabulary. ``scores`` are log probabilities, one per piece.

    ``characters`` maps a character to what the tokenizer reads in its place.
    """

    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    begin: int
    end: int
    padding: int
    unknown: int
    characters: dict[str, str]


@dataclass(frozen=True, slots=True)
class PackedModel:
    """A packed model: sizes, vocabulary, and float32 tensors by their name in the file, each flat."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, NDArray[np.float32]]


def read_packed_model(data: bytes) -> PackedModel:
    """Read a packed model and unpack its weights to float32.

    Raises:
        PackedModelError: ``data`` has another layout, or ends too early.
    """
    cursor = _Cursor(data)
    try:
        if cursor.take(4) != MAGIC:
            raise PackedModelError(f"starts with {data[:4]!r}, not {MAGIC!r}")
        (version,) = cursor.read("I")
        if version != VERSION:
            raise PackedModelError(f"has version {version}, not {VERSION}")
        shape = _read_shape(cursor)
        return PackedModel(shape, _read_vocabulary(cursor), _read_tensors(cursor))
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise PackedModelError(f"breaks off near byte {cursor.position}: {error}") from error


class _Cursor:
    """A place in the file; each read moves it on."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def read(self, layout: str) -> tuple[int, ...]:
        """Read integers laid out as in ``struct``."""
        values = struct.unpack_from("<" + layout, self.data, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def read_float(self) -> float:
        """Read one float32."""
        value: float = struct.unpack("<f", self.take(4))[0]
        return value

    def take(self, count: int) -> bytes:
        """Take ``count`` bytes; fails where there are fewer."""
        taken = self.data[self.position : self.position + count]
        if len(taken) != count:
            raise ValueError(f"{count} bytes expected, {len(taken)} left")
        self.position += count
        return taken


def _read_shape(cursor: _Cursor) -> Shape:
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = cursor.read("7i")
    epsilon = cursor.read_float()
    (block,) = cursor.read("i")
    if block != BLOCK:
        raise PackedModelError(f"packs {block} weights in a block, not {BLOCK}")
    return Shape(hidden, layers, heads, feed_forward, vocabulary, positions, token_types, epsilon)


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, begin, end, padding, unknown = cursor.read("5i")
    (size,) = cursor.read("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").astype(np.float32)
    text = cursor.take(size)
    pieces = tuple(text[offsets[i] : offsets[i + 1]].decode() for i in range(count))
    return Vocabulary(pieces, scores, begin, end, padding, unknown, _read_characters(cursor))


def _read_characters(cursor: _Cursor) -> dict[str, str]:
    entries, _ = cursor.read("iI")
    characters = {}
    for _ in range(entries):
        code, count = cursor.read("IB")
        characters[chr(code)] = "".join(map(chr, cursor.read(f"{count}I")))
    return characters


def _read_tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.read("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.read("H")
        name = cursor.take(length).decode()
        kind, values, offset, size = cursor.read("BIQQ")
        stored = _Cursor(cursor.data)
        stored.position = offset
        tensors[name] = _unpack_tensor(name, kind, stored.take(size))
        if tensors[name].size != values:
            raise PackedModelError(f"tensor {name} has {tensors[name].size} values, not {values}")
    return tensors


def _unpack_tensor(name: str, kind: int, stored: bytes) -> NDArray[np.float32]:
    if kind == _FLOAT32:
        return np.frombuffer(stored, "<f4").astype(np.float32)
    if kind == _Q4_0:
        return unpack_q4_0(stored)
    raise PackedModelError(f"tensor {name} has the unknown type {kind}")


def unpack_q4_0(stored: bytes) -> NDArray[np.float32]:
    """Unpack Q4_0 blocks of 18 bytes into 32 float32 weights each.

    Raises:
        ValueError: ``stored`` is no whole number of blocks.
    """
    blocks = np.frombuffer(stored, _Q4_0_BLOCK)
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = blocks["nibbles"] & 0x0F
    weights[:, BLOCK // 2 :] = blocks["nibbles"] >> 4
    weights -= 8
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
