"""A change of low rank is added to the weights it was made for, and to no others."""

from pathlib import Path

import numpy as np
import pytest

from qa.adaptation.low_rank import (
    PROTOKOLL,
    LowRank,
    adapt,
    adaptation_fingerprint,
    read_adaptation,
    write_adaptation,
)
from qa.errors import ModelError

torch = pytest.importorskip("torch")
CHANGE = LowRank(
    down=np.array([[1, 2, 0]], dtype=np.float32),  # [rank 1, in 3]
    up=np.array([[0.5], [-1]], dtype=np.float32),  # [out 2, rank 1]
)


def layers(*, bfloat16: bool = False) -> "torch.nn.ModuleDict":
    module = torch.nn.ModuleDict({"a": torch.nn.Linear(3, 2), "b": torch.nn.Linear(3, 2)})
    torch.nn.init.ones_(module["a"].weight)
    return module.to(torch.bfloat16) if bfloat16 else module


@pytest.mark.parametrize("bfloat16", [False, True])
def test_the_product_is_added_to_the_named_layer_alone(bfloat16: bool) -> None:
    module = layers(bfloat16=bfloat16)
    other = module["b"].weight.clone()
    adapt(module, {"a": CHANGE})
    # ones, and the rows .5 and -1 times (1, 2, 0)
    assert module["a"].weight.float().tolist() == [[1.5, 2, 1], [0, -1, 1]]
    assert torch.equal(module["b"].weight, other)


@pytest.mark.parametrize(
    "adaptation",
    [{"a": CHANGE, "c": CHANGE}, {"a": CHANGE, "b": LowRank(np.ones((1, 4), np.float32), CHANGE.up)}],
)
def test_a_change_for_another_model_is_refused_and_changes_nothing(adaptation: dict[str, LowRank]) -> None:
    module = layers()
    with pytest.raises(ModelError, match="hör till en annan modell"):
        adapt(module, adaptation)
    assert module["a"].weight.tolist() == [[1, 1, 1], [1, 1, 1]]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    write_adaptation(path, {"encoder.layer.0": CHANGE})
    (read,) = read_adaptation(path).items()
    assert read[0] == "encoder.layer.0"
    assert (read[1].down.tolist(), read[1].up.tolist()) == ([[1, 2, 0]], [[0.5], [-1]])
    assert (read[1].down.dtype, read[1].up.dtype) == (np.float32, np.float32)


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    for read in (read_adaptation, adaptation_fingerprint):
        with pytest.raises(ModelError, match=r"borta\.safetensors går inte att läsa.*Installera om"):
            read(tmp_path / "borta.safetensors")


def test_a_damaged_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "skadad.safetensors"
    path.write_bytes(PROTOKOLL.read_bytes()[:1000])
    with pytest.raises(ModelError, match="går inte att läsa"):
        read_adaptation(path)


def test_half_a_change_is_an_error(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    path = tmp_path / "halv.safetensors"
    save_file({"a.down": np.ones((1, 3), np.float16)}, path)
    with pytest.raises(ModelError, match="delar av ändringarna saknas"):
        read_adaptation(path)


def test_the_change_that_comes_along_is_for_every_linear_layer_of_the_model() -> None:
    adaptation = read_adaptation(PROTOKOLL)
    assert (
        len(adaptation) == 12 * 6
    )  # layers; query, key, value, their output, and the two of the feed-forward
    assert all(np.isfinite(change.up @ change.down).all() for change in adaptation.values())
    assert any(change.up.any() for change in adaptation.values())
