"""A trained change does the same beside the weights as when it is added to them."""

import numpy as np
import pytest

from qa.adaptation.low_rank import adapt

torch = pytest.importorskip("torch")


class Tiny(torch.nn.Module):
    """Named as the layers of a BERT are."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = torch.nn.ModuleDict({"layer": torch.nn.ModuleList([torch.nn.Linear(4, 3)])})
        self.pooler = torch.nn.Linear(3, 3)


@pytest.fixture
def states() -> "torch.Tensor":
    torch.manual_seed(0)
    return torch.randn(5, 4)


def test_an_untrained_change_changes_nothing_and_the_rest_is_frozen(states: "torch.Tensor") -> None:
    from training.low_rank_layers import make_changeable

    tiny = Tiny()
    before = tiny.encoder["layer"][0](states)
    layers = make_changeable(tiny)
    assert list(layers) == ["encoder.layer.0"]
    assert torch.equal(tiny.encoder["layer"][0].eval()(states), before)
    trained = {name for name, weight in tiny.named_parameters() if weight.requires_grad}
    assert trained == {"encoder.layer.0.down", "encoder.layer.0.up"}


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_kept_change_added_to_the_weights_gives_what_it_gave_beside_them(
    states: "torch.Tensor", share: float
) -> None:
    from training.low_rank_layers import changes_of, make_changeable

    tiny = Tiny()
    plain = tiny.encoder["layer"][0]
    before = plain(states)
    layers = make_changeable(tiny)
    torch.nn.init.normal_(layers["encoder.layer.0"].up)
    after = tiny.encoder["layer"][0].eval()(states)
    kept = changes_of(layers, share)
    adapt(
        torch.nn.ModuleDict({"encoder": torch.nn.ModuleDict({"layer": torch.nn.ModuleList([plain])})}), kept
    )
    assert plain(states).detach().numpy() == pytest.approx(
        (before + share * (after - before)).detach().numpy(), abs=1e-5
    )
    assert kept["encoder.layer.0"].down.dtype == np.float32
