"""Which matrices of a causal language model are adapted, and their shapes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from torch import nn

from sleepy_coder.errors import ModelBroken

TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


class Shape(NamedTuple):
    """Of one adapted matrix: outputs n, inputs d."""

    outputs: int
    inputs: int


def target_linears(model: nn.Module, targets: Sequence[str] = TARGETS) -> dict[str, nn.Linear]:
    """The linear layers whose last name is a target, by full name, in the model's order.

    Each stands on its own: grouped-query k and v have their own shapes. Raises ModelBroken where there is none, or
    where a target is another kind of layer (a quantised or a transposed one would be adapted wrongly without a word).
    """
    found = {}
    for name, module in model.named_modules():
        if name.rpartition(".")[2] not in targets:
            continue
        if type(module) is not nn.Linear:
            raise ModelBroken(f"{name} is a {type(module).__name__}; adapters need a model with plain linear layers")
        found[name] = module
    if not found:
        raise ModelBroken(f"the model has no layer named {', '.join(targets)}; choose the layers to adapt")
    return found


def shapes(linears: Mapping[str, nn.Linear]) -> dict[str, Shape]:
    return {name: Shape(linear.out_features, linear.in_features) for name, linear in linears.items()}
