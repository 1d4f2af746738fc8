"""The training itself, with a tiny model: what is written is a change that the model can take."""

import json
from pathlib import Path

import numpy as np
import pytest

from qa import encoder as encoder_module
from qa.adaptation.low_rank import read_adaptation
from tests.packed import HIDDEN, LAYERS, install_tiny_wheel
from tests.training.test_pairs import ITEM
from training.pool import Pool
from training.train import Trainer, steps_of_pass, train


def use_tiny_model(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    install_tiny_wheel(monkeypatch, folder / "wheel")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setattr(encoder_module, "check_known_vectors", lambda encoder, location: None)


@pytest.fixture
def pool() -> Pool:
    """Two items of two passages, five questions."""
    vectors = np.random.default_rng(0).normal(size=(4, HIDDEN)).astype(np.float32)
    return Pool(
        passages=("avgift en", "gift en", "en en av", "bag"),
        questions=("avgift?", "gift?", "av", "bag?", "gab?"),
        answers=np.array([0, 1, 2, 3, 3]),
        items=np.array([0, 0, 1, 1]),
        vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
        words=np.zeros((5, 4), np.float16),
    )


def test_a_pass_asks_each_passage_once(pool: Pool) -> None:
    seen = set()
    for seed in range(20):
        (step,) = steps_of_pass(pool, np.random.default_rng(seed))
        assert sorted(step.passages.tolist()) == [0, 1, 2, 3]
        assert pool.answers[step.questions].tolist() == step.passages.tolist()
        seen.update(step.questions.tolist())
    assert seen == {0, 1, 2, 3, 4}


@pytest.mark.model
def test_steps_lower_the_loss(pool: Pool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_tiny_model(monkeypatch, tmp_path)
    monkeypatch.setattr("training.train.LEARNING_RATE", 0.02)  # random weights have far to go
    (step,) = steps_of_pass(pool, np.random.default_rng(0))
    trainer = Trainer(pool, steps=60)
    losses = [trainer.take(step) for _ in range(60)]
    assert np.mean(losses[-10:]) < 0.9 * np.mean(losses[:10])


@pytest.mark.model
def test_what_is_written_is_a_change_of_every_linear_layer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    use_tiny_model(monkeypatch, tmp_path)
    pairs = tmp_path / "pairs"
    pairs.mkdir()
    (pairs / "a.jsonl").write_text(json.dumps(ITEM) + "\n", encoding="utf-8")
    train(pairs, tmp_path / "ut.safetensors")
    assert len(read_adaptation(tmp_path / "ut.safetensors")) == 6 * LAYERS
