"""What a training loop needs of an adapter, whatever its kind."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from sleepy_coder.errors import ModelBroken
from sleepy_coder.share.fold import FoldedAdapter, fold_factors


class SidePath(NamedTuple):
    """right (d, q) and left (n, q): a layer's output gains (x·right)·leftᵀ."""

    right: Tensor
    left: Tensor


class TrainedPath(NamedTuple):
    """The same with what trains apart: ΔW = left·rightᵀ, left (n, q).

    right is inner (d, q) where there is no alpha; otherwise alpha (d, k), frozen, times inner (k, q), or alpha alone.
    """

    left: Tensor
    inner: Tensor | None
    alpha: Tensor | None

    @property
    def right(self) -> Tensor:
        """(d, q)."""
        return right_factor(self.inner, self.alpha)


def right_factor(inner: Tensor | None, alpha: Tensor | None) -> Tensor:
    """The right factor (d, q) of which a `TrainedPath` has these parts."""
    if inner is None:
        assert alpha is not None
        return alpha
    return inner if alpha is None else alpha @ inner


class TrainableAdapter(ABC):
    """A new skill while it trains: its tensors by name, the side path they make now, and ΔW at the end.

    `kind` goes into reports. Tensors are float32 whatever the model's precision.
    """

    kind: str

    def __init__(self) -> None:
        self.tensors: dict[str, nn.Parameter] = {}

    @property
    @abstractmethod
    def matrices(self) -> tuple[str, ...]:
        """Full names of the layers adapted."""

    @abstractmethod
    def path(self, matrix: str, dtype: torch.dtype = torch.float32) -> TrainedPath:
        """The factors, with gradients; made anew at each call, which is once per layer and step."""

    def frozen_alpha(self, matrix: str) -> Tensor | None:
        """The frozen α (d, k) of this matrix, the same tensor for the adapter's whole life; None where right trains."""
        return None

    def side_path(self, matrix: str, dtype: torch.dtype = torch.float32) -> SidePath:
        """The two factors, multiplied out."""
        path = self.path(matrix, dtype)
        return SidePath(path.right, path.left)

    def parameters(self) -> list[nn.Parameter]:
        """What the optimiser moves, in a fixed order."""
        return list(self.tensors.values())

    @property
    def trained_numbers(self) -> int:
        """How many numbers receive a gradient (all that count as trained, temporary columns included)."""
        return sum(parameter.numel() for parameter in self.tensors.values())

    def folded(self) -> FoldedAdapter:
        """ΔW per matrix, its scale folded in; computed in float64, so that what lies in the basis stays there."""
        with torch.no_grad():
            paths = {matrix: self.side_path(matrix, torch.float64) for matrix in self.matrices}
            return {matrix: fold_factors(path.left, path.right) for matrix, path in paths.items()}

    def state(self) -> dict[str, Tensor]:
        """A copy of the trained tensors, for a checkpoint."""
        return {name: parameter.detach().clone() for name, parameter in self.tensors.items()}

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Continue from a checkpoint. Raises ModelBroken if it is of another adapter."""
        described = {name: tuple(tensor.shape) for name, tensor in state.items()}
        if described != {name: tuple(parameter.shape) for name, parameter in self.tensors.items()}:
            raise ModelBroken("the checkpoint belongs to another adapter; start this training again")
        with torch.no_grad():
            for name, parameter in self.tensors.items():
                parameter.copy_(state[name])

    def _add(self, name: str, start: Tensor, device: torch.device | str) -> nn.Parameter:
        parameter = nn.Parameter(start.detach().to(device, torch.float32, copy=True))
        self.tensors[name] = parameter
        return parameter


def seeded(name: str, seed: int, rows: int, columns: int, *, normal: bool = False) -> Tensor:
    """Random (rows, columns) that depend on name and seed alone: uniform in [-1, 1), or standard normal; float64.

    Fewer rows are a prefix of more, so adapters of mixed ranks share what they can. numpy's PCG64, not torch's
    generator, because its stream is the same in every version.
    """
    key = int.from_bytes(sha256(f"{seed}:{name}".encode()).digest()[:16], "big")
    draw = np.random.Generator(np.random.PCG64(key))
    values = draw.standard_normal((rows, columns)) if normal else draw.uniform(-1, 1, (rows, columns))
    return torch.from_numpy(values)
