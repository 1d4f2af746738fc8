"""Low-rank changes of linear layers while they are trained (Hu et al. 2021, arXiv:2106.09685)."""

import math
from collections.abc import Mapping

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from qa.adaptation.low_rank import LowRank

RANK = 16
SCALE = 2.0
"""What the change is multiplied by; with it a learning rate serves any rank."""
DROPOUT = 0.05


class LowRankLinear(nn.Module):
    """A frozen linear layer and the change of it that is trained, at first nothing."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Return the layer's output with the change added; shape [..., out]."""
        change = functional.linear(functional.linear(self.dropout(states), self.down), self.up)
        changed: torch.Tensor = self.layer(states) + SCALE * change
        return changed


def make_changeable(transformer: nn.Module) -> dict[str, LowRankLinear]:
    """Freeze a transformer and put a change beside each linear layer of its encoder; returns them by name."""
    transformer.requires_grad_(requires_grad=False)
    linear = {
        name: layer
        for name, layer in transformer.named_modules()
        if isinstance(layer, nn.Linear) and name.startswith("encoder.layer.")
    }
    changeable = {}
    for name, layer in linear.items():
        parent, _, own = name.rpartition(".")
        changeable[name] = LowRankLinear(layer)
        setattr(transformer.get_submodule(parent), own, changeable[name])
    return changeable


def changes_of(layers: Mapping[str, LowRankLinear], share: float) -> dict[str, LowRank]:
    """Return what was learned, as it is kept.

    Args:
        layers: by name.
        share: how much of the change to keep, 0 to 1. Weights halfway between those of before and those of
            after keep more of what the model could do (Wortsman et al. 2022, Robust fine-tuning of
            zero-shot models, arXiv:2109.01903).
    """
    return {
        name: LowRank(
            layer.down.detach().numpy().astype(np.float32),
            (SCALE * share * layer.up.detach()).numpy().astype(np.float32),
        )
        for name, layer in layers.items()
    }
