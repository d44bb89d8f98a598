"""Which matrices of a causal language model are adapted, and their shapes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from torch import nn
from transformers import PreTrainedModel
from transformers.pytorch_utils import Conv1D

from sleepy_coder.errors import ModelBroken

# Of one block, layers that commonly get the very same input. Only speed rests on it: inputs are compared as they come.
_SAME_INPUT = (("q_proj", "k_proj", "v_proj"), ("gate_proj", "up_proj"))

_PROJECTIONS = frozenset(name for group in _SAME_INPUT for name in group) | {"o_proj", "down_proj"}


FOUR_BIT = "Linear4bit"  # bitsandbytes' layer; by name, because few have it installed


class Shape(NamedTuple):
    """Of one adapted matrix: outputs n, inputs d."""

    outputs: int
    inputs: int


def target_linears(model: nn.Module, targets: Sequence[str] | None = None) -> dict[str, nn.Linear]:
    """The linear layers to adapt, by full name, in the model's order.

    Without `targets` these are all in the model's stack of blocks, whatever the architecture calls them; with `targets`
    those whose last name is one of them. Embeddings and heads are left alone, tied or not. Each layer stands on its
    own: grouped-query k and v have their own shapes. Raises ModelBroken where there is none, or where one is of
    another kind (a transposed one would be adapted wrongly without a word). A 4-bit layer of bitsandbytes is taken: a
    side path adds to whatever it computes. Of a model that sees or hears, too, only the part that writes is adapted.
    """
    towers = _towers(model)
    embeddings = {id(module.weight) for module in model.modules() if isinstance(module, nn.Embedding)}
    found = {}
    for name, module in model.named_modules():
        last = name.rpartition(".")[2]
        if targets is None:
            projects = isinstance(module, nn.Linear | Conv1D) or (last in _PROJECTIONS and not list(module.children()))
            wanted = projects and _in_stack(name, model)
        else:
            wanted = last in targets
        if not wanted or name.startswith(towers):
            continue
        if type(module) is not nn.Linear and type(module).__name__ != FOUR_BIT:
            raise ModelBroken(f"{name} is a {type(module).__name__}; adapters need a model with plain linear layers")
        if id(module.weight) not in embeddings:
            found[name] = module
    if not found:
        raise ModelBroken(f"the model has no layer named {', '.join(targets or ['…'])}; choose the layers to adapt")
    return found


def same_input(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The layers in groups that may share their input, in the order of `names`; most stand alone."""
    groups: dict[tuple[str, object], list[str]] = {}
    for name in names:
        parent, _, last = name.rpartition(".")
        group = next((members for members in _SAME_INPUT if last in members), last)
        groups.setdefault((parent, group), []).append(name)
    return tuple(tuple(members) for members in groups.values())


def shapes(linears: Mapping[str, nn.Linear]) -> dict[str, Shape]:
    return {name: Shape(linear.out_features, linear.in_features) for name, linear in linears.items()}


def _towers(model: nn.Module) -> tuple[str, ...]:
    """How the names of layers begin that read pictures or sound: parts that are models with a configuration of their
    own, which is not the text's.
    """
    if not isinstance(model, PreTrainedModel):
        return ()
    text = (model.config, model.config.get_text_config())
    parts = ((name, part) for name, part in model.named_modules() if isinstance(part, PreTrainedModel))
    return tuple(f"{name}." for name, part in parts if not any(part.config is own for own in text))


def _in_stack(name: str, model: nn.Module) -> bool:
    """Whether a module lies below a list of blocks."""
    parts = name.split(".")
    return any(
        part.isdigit() and isinstance(model.get_submodule(".".join(parts[:i])), nn.ModuleList)
        for i, part in enumerate(parts[:-1])
    )
