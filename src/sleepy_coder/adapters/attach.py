"""Side paths on a running model: choose a skill, a skill per row, or an adapter to train; take them off again.

The model's own weights are never touched. Layers get a forward hook, so an abstention (`select(None)`) runs exactly the
base model's code, and `detach` leaves nothing behind. Only while an adapter trains on a float32 model do its layers run
`merged_linear` in place of their own forward.
"""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from sleepy_coder.adapters.merged_linear import merged_linear
from sleepy_coder.adapters.side_paths import ServedSkills, Side, training
from sleepy_coder.adapters.targets import TARGETS, Shape, shapes, target_linears
from sleepy_coder.adapters.trainable import TrainableAdapter
from sleepy_coder.errors import ModelBroken
from sleepy_coder.share.library import SkillLibrary


def attach(
    model: nn.Module,
    library: SkillLibrary | None = None,
    *,
    targets: Sequence[str] = TARGETS,
    serving_rank: int | None = None,
) -> "Attachment":
    """Put side paths on the model's target layers; nothing is selected yet.

    serving_rank: pseudo-rank p at which skills are served; None serves the full core.
    Raises ModelBroken where the model has no such layers or the library is another model's.
    """
    return Attachment(model, library, targets, serving_rank)


class Attachment:
    """The side paths of one model. Not for several threads at once: a selection holds until the next one."""

    def __init__(
        self, model: nn.Module, library: SkillLibrary | None, targets: Sequence[str], serving_rank: int | None
    ) -> None:
        self._model = model
        self._linears = target_linears(model, targets)
        self._device = next(iter(self._linears.values())).weight.device
        self._serving_rank = serving_rank
        self._side: Side | None = None
        self._frozen: list[nn.Parameter] = []
        self.shapes: dict[str, Shape] = shapes(self._linears)
        self.load(library or SkillLibrary())
        self._hooks = [linear.register_forward_hook(self._hook(name)) for name, linear in self._linears.items()]

    def load(self, library: SkillLibrary) -> None:
        """Serve another library from now on. Nothing is selected afterwards."""
        for matrix, basis in library.bases.items():
            shape = Shape(len(basis.beta.vectors), len(basis.alpha.vectors))
            if self.shapes.get(matrix) != shape:
                raise ModelBroken(
                    f"the skill library adapts {matrix} as {shape.outputs}x{shape.inputs}, which this model does not "
                    "have; use the model that the library was made for"
                )
        self.select(None)
        self.library = library
        self._served = ServedSkills(library, self._serving_rank, self._device)

    def select(self, skill: str | Sequence[str | None] | None) -> None:
        """One skill for everything, one per row of the batch, or None for the base model, bit for bit.

        Ends a training. Raises KeyError for a skill that the library does not have: a mistyped name must not
        quietly mean the base model.
        """
        self._end_training()
        if skill is None or (not isinstance(skill, str) and all(row is None for row in skill)):
            self._side = None
        elif isinstance(skill, str):
            self._side = self._served.alone(skill)
        else:
            self._side = self._served.by_rows(skill)

    def train(self, adapter: TrainableAdapter) -> None:
        """Run the model with this adapter and with gradients for it alone, until the next `select`."""
        missing = set(adapter.matrices) - self.shapes.keys()
        if missing:
            raise ModelBroken(f"the adapter belongs to another model: this one has no {sorted(missing)[0]}")
        self._end_training()
        self._frozen = [parameter for parameter in self._model.parameters() if parameter.requires_grad]
        for parameter in self._frozen:
            parameter.requires_grad_(False)
        if any(linear.weight.dtype is not torch.float32 for linear in self._linears.values()):
            self._side = training(adapter)
            return
        self._side = None
        for matrix in adapter.matrices:
            self._linears[matrix].__dict__["forward"] = _merged(self._linears[matrix], matrix, adapter)

    def detach(self) -> None:
        """Take all side paths off; the model is what it was, bit for bit. The attachment is of no use afterwards."""
        self.select(None)
        for hook in self._hooks:
            hook.remove()
        self._hooks = []

    def _end_training(self) -> None:
        for parameter in self._frozen:
            parameter.requires_grad_(True)
        self._frozen = []
        for linear in self._linears.values():
            linear.__dict__.pop("forward", None)

    def _hook(self, matrix: str) -> Any:
        def add(_: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor | None:
            side = self._side
            gained = None if side is None else side(matrix, inputs[0])
            return None if gained is None else (output + gained).to(output.dtype)

        return add


def _merged(linear: nn.Linear, matrix: str, adapter: TrainableAdapter) -> Callable[[Tensor], Tensor]:
    """A layer's forward while the adapter trains; named `input` because that is what nn.Linear calls it."""

    def forward(input: Tensor) -> Tensor:
        return merged_linear(linear, input, adapter.side_path(matrix))

    return forward
