"""Synthetic adapters that share what real ones share: a few directions of falling weight, and a start of A."""

import math
from collections.abc import Mapping

import torch
from torch import Tensor

from sleepy_coder.adapters.targets import Shape
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix, fold_factors

DIRECTIONS, RANK, PRIVATE = 24, 8, 0.2


def planted_adapters(shapes: Mapping[str, Shape], count: int, seed: int) -> dict[str, FoldedAdapter]:
    """`count` adapters of rank 8, named t000, t001, …; held in float32.

    Of each matrix's ΔW 80 % of the energy lies in 24 directions a side, the i-th of weight 1/i, the rest in directions
    of the adapter's own. The inputs' side of all adapters starts from the same combination of planted directions, as A
    does from the same seed.
    """
    generator = torch.Generator().manual_seed(seed)
    adapters: dict[str, dict[str, FoldedMatrix]] = {f"t{i:03}": {} for i in range(count)}
    weights = 1 / torch.arange(1, DIRECTIONS + 1, dtype=torch.float64)
    for matrix, shape in shapes.items():
        beta, alpha = (torch.linalg.qr(_normal(generator, n, DIRECTIONS)).Q * weights for n in shape)
        start = _normal(generator, DIRECTIONS, RANK)
        for adapter in adapters.values():
            left = _with_private(beta @ _normal(generator, DIRECTIONS, RANK), generator)
            right = _with_private(alpha @ (start + 0.5 * _normal(generator, DIRECTIONS, RANK)), generator)
            adapter[matrix] = _single(fold_factors(left, right))
    return dict(adapters)


def _with_private(shared: Tensor, generator: torch.Generator) -> Tensor:
    """Both sides together leave 1 − PRIVATE of the energy to what is shared, so each leaves the root of it."""
    kept = math.sqrt(1 - PRIVATE)
    own = _normal(generator, *shared.shape)
    return shared * (math.sqrt(kept) / float(shared.norm())) + own * (math.sqrt(1 - kept) / float(own.norm()))


def _normal(generator: torch.Generator, rows: int, columns: int) -> Tensor:
    return torch.randn(rows, columns, generator=generator, dtype=torch.float64)


def _single(folded: FoldedMatrix) -> FoldedMatrix:
    return FoldedMatrix(folded.left.float(), folded.singular.float(), folded.right.float())
