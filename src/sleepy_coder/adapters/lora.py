"""Plain LoRA (arXiv 2106.09685): what the first library is made of, and the ceiling that Share is measured against."""

from collections.abc import Mapping

import torch

from sleepy_coder.adapters.targets import Shape
from sleepy_coder.adapters.trainable import TrainableAdapter, TrainedPath, seeded
from sleepy_coder.share.fold import lora_scale


class LoRAAdapter(TrainableAdapter):
    """ΔW = s·B·A with B = 0 and A uniform in ±1/√d at the start.

    A's start depends on the matrix's name and the seed alone. All skills of a library must use one seed: with a seed
    each, A is noise that no two tasks share, and the basis grows in proportion to their number.
    """

    kind = "lora"

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        *,
        rank: int,
        alpha: float | None = None,
        seed: int = 0,
        rank_stabilised: bool = False,
        device: torch.device | str = "cpu",
    ) -> None:
        """alpha: None means 2·rank."""
        super().__init__()
        if rank < 1:
            raise ValueError(f"a rank is at least 1, not {rank}")
        self.rank = rank
        self.scale = lora_scale(2 * rank if alpha is None else alpha, rank, rank_stabilised=rank_stabilised)
        self._matrices = tuple(shapes)
        for matrix, shape in shapes.items():
            self._add(f"{matrix}.A", seeded(f"{matrix}.A", seed, rank, shape.inputs) / shape.inputs**0.5, device)
            self._add(f"{matrix}.B", torch.zeros(shape.outputs, rank), device)

    @property
    def matrices(self) -> tuple[str, ...]:
        return self._matrices

    def path(self, matrix: str, dtype: torch.dtype = torch.float32) -> TrainedPath:
        A, B = self.tensors[f"{matrix}.A"].to(dtype), self.tensors[f"{matrix}.B"].to(dtype)
        return TrainedPath(B * self.scale, A.T, None)
