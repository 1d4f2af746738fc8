"""What is kept of a build that is not finished: written whole, read only where it fits, and gone when told."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from qa.index.checkpoint import (
    DIGEST_SIZE,
    UNFINISHED,
    Checkpoint,
    KnownVectors,
    discard_unfinished,
    holds_unfinished,
)

DIGESTS = st.binary(min_size=DIGEST_SIZE, max_size=DIGEST_SIZE)
WORDS = st.text(st.characters(categories=["L"]), min_size=1)
KNOWN = st.builds(
    KnownVectors,
    st.dictionaries(DIGESTS, arrays(np.float32, 3, elements=st.floats(-1, 1, width=32)), max_size=4),
    st.dictionaries(
        st.tuples(DIGESTS, WORDS), arrays(np.float16, 3, elements=st.floats(-1, 1, width=16)), max_size=4
    ),
)


def known(byte: int = 1) -> KnownVectors:
    digest = bytes([byte]) * DIGEST_SIZE
    vector = np.full(3, byte, dtype=np.float32)
    return KnownVectors({digest: vector}, {(digest, "åsa"): vector.astype(np.float16)})


def parts_in(index: Path) -> list[Path]:
    return sorted((index / UNFINISHED / "vectors").iterdir())


def bits(vectors: KnownVectors) -> tuple[dict, dict]:
    return tuple(
        {key: (vector.dtype, vector.tobytes()) for key, vector in part.items()}
        for part in (vectors.texts, vectors.words)
    )


@given(KNOWN)
def test_what_was_saved_is_loaded_to_the_last_bit(vectors: KnownVectors) -> None:
    with TemporaryDirectory() as folder:
        Checkpoint(Path(folder), "modell").save(vectors)
        assert bits(Checkpoint(Path(folder), "modell").load()) == bits(vectors)


def test_all_parts_are_loaded(tmp_path: Path) -> None:
    for byte in range(3):
        Checkpoint(tmp_path, "modell").save(known(byte))
    loaded = Checkpoint(tmp_path, "modell").load()
    assert len(loaded.texts) == len(loaded.words) == 3


def test_nothing_is_kept_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert Checkpoint(tmp_path / "ingen", "modell").load() == KnownVectors()
    assert not holds_unfinished(tmp_path / "ingen")
    discard_unfinished(tmp_path / "ingen")


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:-1], lambda data: data[:200] + b"\xff" + data[201:]]
)
def test_a_damaged_part_is_removed_and_the_others_are_used(tmp_path: Path, damage) -> None:
    checkpoint = Checkpoint(tmp_path, "modell")
    checkpoint.save(known(1))
    (first,) = parts_in(tmp_path)
    checkpoint.save(known(2))
    first.write_bytes(damage(first.read_bytes()))
    assert bits(checkpoint.load()) == bits(known(2))
    assert first not in parts_in(tmp_path)
    assert len(parts_in(tmp_path)) == 1


def test_what_another_model_gave_is_removed(tmp_path: Path) -> None:
    Checkpoint(tmp_path, "modell").save(known())
    assert Checkpoint(tmp_path, "annan modell").load() == KnownVectors()
    assert parts_in(tmp_path) == []


def test_what_another_chunker_gave_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Checkpoint(tmp_path, "modell").save(known())
    monkeypatch.setattr("qa.index.checkpoint.CHUNKER_VERSION", 0)
    assert Checkpoint(tmp_path, "modell").load() == KnownVectors()
    assert parts_in(tmp_path) == []


def test_what_a_crash_left_half_written_is_removed(tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path, "modell")
    checkpoint.save(known(1))
    (part,) = parts_in(tmp_path)
    (tmp_path / UNFINISHED / "vectors" / "0123.new").write_bytes(part.read_bytes()[:90])
    assert bits(checkpoint.load()) == bits(known(1))
    assert parts_in(tmp_path) == [part]


def test_all_is_discarded_at_once(tmp_path: Path) -> None:
    Checkpoint(tmp_path, "modell").save(known())
    assert holds_unfinished(tmp_path)
    discard_unfinished(tmp_path)
    assert not holds_unfinished(tmp_path)
    assert not (tmp_path / UNFINISHED).exists()
