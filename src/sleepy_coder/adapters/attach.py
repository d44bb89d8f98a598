"""Side paths on a running model: choose a skill, a skill per row, or an adapter to train; take them off again.

The model's own weights are never touched. While a skill is selected or an adapter trains, the layers concerned run a
forward of ours in place of their own; an abstention (`select(None)`) takes it off, so that exactly the base model's
code runs, and `detach` leaves nothing behind.
"""

from collections.abc import Callable, Sequence

from torch import Tensor, nn

from sleepy_coder.adapters.side_paths import Gain, Gains, ServedSkills, SharedInput
from sleepy_coder.adapters.targets import Shape, same_input, shapes, target_linears
from sleepy_coder.adapters.trainable import TrainableAdapter
from sleepy_coder.adapters.trained_linear import trained_linear
from sleepy_coder.errors import ModelBroken
from sleepy_coder.share.library import SkillLibrary


def attach(
    model: nn.Module,
    library: SkillLibrary | None = None,
    *,
    targets: Sequence[str] | None = None,
    serving_rank: int | None = None,
) -> "Attachment":
    """Put side paths on the model's target layers; nothing is selected yet.

    targets: last names of the layers; None takes every linear layer of the model's blocks.
    serving_rank: pseudo-rank p at which skills are served; None serves the full core.
    Raises ModelBroken where the model has no such layers or the library is another model's.
    """
    return Attachment(model, library, targets, serving_rank)


class Attachment:
    """The side paths of one model. Not for several threads at once: a selection holds until the next one."""

    def __init__(
        self, model: nn.Module, library: SkillLibrary | None, targets: Sequence[str] | None, serving_rank: int | None
    ) -> None:
        self._model = model
        self._linears = target_linears(model, targets)
        self._device = next(iter(self._linears.values())).weight.device
        self._serving_rank = serving_rank
        self._frozen: list[nn.Parameter] = []
        self.shapes: dict[str, Shape] = shapes(self._linears)
        self.load(library or SkillLibrary())

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
        self._bare()
        if skill is None or (not isinstance(skill, str) and all(row is None for row in skill)):
            return
        gains: Gains = self._served.alone(skill) if isinstance(skill, str) else self._served.by_rows(skill)
        for matrix, gain in gains.items():
            self._replace(matrix, _with(self._linears[matrix], gain))

    @property
    def bytes_per_skill(self) -> int:
        """What stays resident for each skill served: ε_β and ε_α at the serving rank, or the cores."""
        return self._served.bytes_per_skill

    def train(self, adapter: TrainableAdapter) -> None:
        """Run the model with this adapter and with gradients for it alone, until the next `select`."""
        missing = set(adapter.matrices) - self.shapes.keys()
        if missing:
            raise ModelBroken(f"the adapter belongs to another model: this one has no {sorted(missing)[0]}")
        self._bare()
        self._frozen = [parameter for parameter in self._model.parameters() if parameter.requires_grad]
        for parameter in self._frozen:
            parameter.requires_grad_(False)
        for group in same_input(adapter.matrices):
            alphas = [alpha for matrix in group if (alpha := adapter.frozen_alpha(matrix)) is not None]
            seen = SharedInput(alphas)
            for number, matrix in enumerate(group):
                made = seen.part(number) if alphas else None
                self._replace(matrix, _trained(self._linears[matrix], matrix, adapter, made))

    def detach(self) -> None:
        """Take all side paths off; the model is what it was, bit for bit. The attachment can be used again."""
        self.select(None)

    def _replace(self, matrix: str, forward: Callable[[Tensor], Tensor]) -> None:
        self._linears[matrix].__dict__["forward"] = forward

    def _bare(self) -> None:
        """Every layer runs its own code again, and what trained before trains again."""
        for parameter in self._frozen:
            parameter.requires_grad_(True)
        self._frozen = []
        for linear in self._linears.values():
            linear.__dict__.pop("forward", None)


def _with(linear: nn.Linear, gain: Gain) -> Callable[[Tensor], Tensor]:
    """A layer's forward while a skill is served; named `input` because that is what nn.Linear calls it."""
    own = type(linear).forward.__get__(linear)

    def forward(input: Tensor) -> Tensor:
        return gain(input, own(input))

    return forward


def _trained(
    linear: nn.Linear, matrix: str, adapter: TrainableAdapter, seen: Callable[[Tensor], Tensor] | None
) -> Callable[[Tensor], Tensor]:
    """The same while the adapter trains."""

    def forward(input: Tensor) -> Tensor:
        return trained_linear(linear, input, adapter.path(matrix), seen)

    return forward
