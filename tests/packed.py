"""Tiny packed models for tests, written byte by byte as the reader's docstring lays them out."""

import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from qa import embedded_model

HIDDEN, LAYERS, FEED_FORWARD, POSITIONS = 32, 1, 64, 24
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁av", "gift", "en", "a", "v", "g", "b", "<mask>")
SCORES = (0, 0, 0, 0, -3, -4, -4, -4, -6, -6, -6, -6, 0)
CHARACTERS = {"\t": " ", "\u200b": " ", "\x01": "", "½": "1⁄2"}


def packed_model(seed: int = 0) -> bytes:
    """A BERT of one layer and 13 pieces with random weights."""
    random = np.random.default_rng(seed)
    head = b"E5S1" + struct.pack(
        "<I7ifi", 1, HIDDEN, LAYERS, 2, FEED_FORWARD, len(PIECES), POSITIONS, 2, 1e-12, 32
    )
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)])
    vocabulary = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, offsets[-1]) + offsets.astype("<u4").tobytes()
    vocabulary += np.array(SCORES, "<f4").tobytes() + b"".join(texts)
    entries = b"".join(
        struct.pack(f"<IB{len(new)}I", ord(old), len(new), *map(ord, new)) for old, new in CHARACTERS.items()
    )
    characters = struct.pack("<iI", len(CHARACTERS), len(entries)) + entries
    return with_tensors(head + vocabulary + characters, tensors(random))


def tensors(random: np.random.Generator) -> dict[str, NDArray[np.float32] | bytes]:
    """Float arrays are stored as they are, bytes are Q4_0 blocks."""
    made: dict[str, NDArray[np.float32] | bytes] = {
        "emb.word": q4_0(random, len(PIECES) * HIDDEN),
        "emb.pos": random.normal(size=POSITIONS * HIDDEN),
        "emb.type": random.normal(size=2 * HIDDEN),
        "emb.ln.w": np.ones(HIDDEN),
        "emb.ln.b": np.zeros(HIDDEN),
    }
    for name, out, into in (
        ("q", HIDDEN, HIDDEN),
        ("k", HIDDEN, HIDDEN),
        ("v", HIDDEN, HIDDEN),
        ("ao", HIDDEN, HIDDEN),
        ("fi", FEED_FORWARD, HIDDEN),
        ("fo", HIDDEN, FEED_FORWARD),
    ):
        made[f"l0.{name}.w"] = q4_0(random, out * into)
        made[f"l0.{name}.b"] = random.normal(size=out)
    for name in ("aln", "oln"):
        made[f"l0.{name}.w"], made[f"l0.{name}.b"] = np.ones(HIDDEN), np.zeros(HIDDEN)
    return made


def q4_0(random: np.random.Generator, weights: int) -> bytes:
    blocks = np.empty(weights // 32, [("scale", "<f2"), ("nibbles", "u1", (16,))])
    blocks["scale"] = 0.05
    blocks["nibbles"] = random.integers(0, 256, (len(blocks), 16))
    return blocks.tobytes()


def with_tensors(start: bytes, made: dict[str, NDArray[np.float32] | bytes]) -> bytes:
    """Append the directory of tensors and the tensors."""
    directory_size = 4 + sum(2 + len(name) + 21 for name in made)
    offset = len(start) + directory_size
    directory, stored = struct.pack("<i", len(made)), b""
    for name, tensor in made.items():
        kind = 1 if isinstance(tensor, bytes) else 0
        content = tensor if isinstance(tensor, bytes) else tensor.astype("<f4").tobytes()
        values = len(content) // 18 * 32 if kind else len(content) // 4
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, values, offset + len(stored), len(content))
        stored += content
    return start + directory + stored


class TinyWheel:
    """An installed distribution whose only file is a tiny packed model."""

    def __init__(self, folder: Path) -> None:
        self.packed = folder / embedded_model.PACKED_FILE
        self.packed.parent.mkdir(parents=True, exist_ok=True)
        self.packed.write_bytes(packed_model())

    def locate_file(self, name: str) -> Path:
        assert name == embedded_model.PACKED_FILE
        return self.packed


def install_tiny_wheel(monkeypatch: pytest.MonkeyPatch, folder: Path) -> TinyWheel:
    """Let the program find the tiny model where it looks for the real one."""
    from hashlib import sha256

    wheel = TinyWheel(folder)
    monkeypatch.setattr(embedded_model, "distribution", lambda name: wheel)
    monkeypatch.setattr(embedded_model, "PACKED_SHA256", sha256(wheel.packed.read_bytes()).hexdigest())
    return wheel
