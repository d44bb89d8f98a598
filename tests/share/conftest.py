"""Synthetic adapters with the structure that real ones have."""

from collections.abc import Callable

import pytest
import torch

from sleepy_coder.share.fold import FoldedMatrix, fold

torch.set_num_threads(1)

MakeMatrix = Callable[..., FoldedMatrix]


@pytest.fixture
def make_matrix() -> MakeMatrix:
    """A random ΔW, (outputs, inputs), of a rank and a scale; outputs and inputs may be given a subspace to lie in."""
    generator = torch.Generator().manual_seed(20)

    def make(
        rank: int = 3,
        outputs: int = 24,
        inputs: int = 18,
        scale: float = 1.0,
        within: torch.Tensor | None = None,
        start: torch.Tensor | None = None,
    ) -> FoldedMatrix:
        columns = outputs if within is None else within.shape[1]
        B = torch.randn(columns, rank, generator=generator, dtype=torch.float64)
        B = B if within is None else within @ B
        A = torch.randn(rank, inputs, generator=generator, dtype=torch.float64) if start is None else start
        return fold(B, A, scale)

    return make
