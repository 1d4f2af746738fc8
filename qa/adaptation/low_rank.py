"""A small change of a model's weights: kept as products of low rank, added when the model is loaded.

A linear layer's weights W become W + U D, with D of shape [rank, in] and U of shape [out, rank]
(Hu et al. 2021, LoRA: Low-Rank Adaptation of Large Language Models, arXiv:2106.09685). Nothing is
left to compute when the model runs. ``training/`` makes such files and says how.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.digests import sha256_of_file
from qa.errors import ModelError

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray

PROTOKOLL = Path(__file__).parent / "protokoll.safetensors"
"""The change that comes along, for the embedded model and no other."""

_DOWN, _UP = ".down", ".up"
_INSTALL = "Installera om programmet."


@dataclass(frozen=True, slots=True)
class LowRank:
    """The change of one linear layer: ``down`` is float32 [rank, in], ``up`` float32 [out, rank]."""

    down: NDArray[np.float32]
    up: NDArray[np.float32]


Adaptation = Mapping[str, LowRank]
"""Changes by the name of the layer within the transformer: ``encoder.layer.0.attention.self.query``."""


def adaptation_fingerprint(path: Path) -> str:
    """Return the hex sha256 of a file of changes.

    Raises:
        ModelError: it cannot be read.
    """
    try:
        return sha256_of_file(path)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def read_adaptation(path: Path) -> Adaptation:
    """Read a file of changes.

    Raises:
        ModelError: it cannot be read, or lacks half of a change.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors = load_file(path)
    except (OSError, SafetensorError) as error:
        raise _unreadable(path, str(error)) from error
    layers = sorted(name.removesuffix(_DOWN) for name in tensors if name.endswith(_DOWN))
    if sorted([*(layer + _DOWN for layer in layers), *(layer + _UP for layer in layers)]) != sorted(tensors):
        raise _unreadable(path, "delar av ändringarna saknas")
    return {
        layer: LowRank(tensors[layer + _DOWN].astype(np.float32), tensors[layer + _UP].astype(np.float32))
        for layer in layers
    }


def write_adaptation(path: Path, adaptation: Adaptation) -> None:
    """Write changes to a file, in half precision."""
    from safetensors.numpy import save_file

    tensors = {}
    for layer, change in adaptation.items():
        tensors[layer + _DOWN] = change.down.astype(np.float16)
        tensors[layer + _UP] = change.up.astype(np.float16)
    save_file(tensors, path)


def adapt(transformer: torch.nn.Module | None, adaptation: Adaptation) -> None:
    """Add the changes to a transformer's weights, in place and in whatever precision they have.

    Raises:
        ModelError: the transformer lacks a layer, or has it in another shape; nothing is then changed.
    """
    import torch

    modules = dict(transformer.named_modules()) if transformer else {}
    layers = {}
    for name, change in adaptation.items():
        layer = modules.get(name)
        shape = (change.up.shape[0], change.down.shape[1])
        if not isinstance(layer, torch.nn.Linear) or layer.weight.shape != shape:
            raise ModelError(
                f"Språkmodellens anpassning hör till en annan modell: lagret {name} av storleken "
                f"{shape[0]} × {shape[1]} saknas. {_INSTALL}"
            )
        layers[name] = layer
    with torch.no_grad():
        for name, layer in layers.items():
            product = torch.from_numpy(adaptation[name].up @ adaptation[name].down)
            layer.weight.copy_(layer.weight.float() + product)


def _unreadable(path: Path, why: str) -> ModelError:
    return ModelError(f"Språkmodellens anpassning {path} går inte att läsa: {why}. {_INSTALL}")
