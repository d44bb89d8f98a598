"""A linear layer while its adapter trains, in one product instead of three.

A side path's thin products and additions are slow on a CPU out of proportion to their arithmetic. Where the base
weight is float32, W + ΔW is made anew at each step instead (a few hundredths of the layer's work in a batch of 2,400
tokens), in float32 and in a tensor of its own: nothing is added in place, and nothing small vanishes. Weights of less
precision get the side path, and so does every skill that is served.
"""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from sleepy_coder.adapters.trainable import SidePath


class _MergedLinear(torch.autograd.Function):
    """x·(W + left·rightᵀ)ᵀ + b, with gradients for x, left and, if it trains, right; none for W and b."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None, left: Tensor, right: Tensor) -> Tensor:
        rows = x.reshape(-1, x.shape[-1])
        merged = torch.addmm(weight, left, right.T)
        # With right frozen, only x's share of its columns is needed later, which is less to keep.
        left_trains, right_trains = ctx.needs_input_grad[3:]
        seen = rows if right_trains else rows @ right if left_trains else None
        ctx.save_for_backward(merged, left, right, seen)
        ctx.shape = x.shape
        return linear(x, merged, bias)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        merged, left, right, seen = ctx.saved_tensors
        rows = gradients[0].reshape(-1, gradients[0].shape[-1])
        of_x = (rows @ merged).view(ctx.shape) if ctx.needs_input_grad[0] else None
        if not ctx.needs_input_grad[4]:
            return of_x, None, None, rows.T @ seen, None
        of_delta = rows.T @ seen  # (n, d): one full product is faster than four thin ones
        return of_x, None, None, of_delta @ right, of_delta.T @ left


def merged_linear(layer: nn.Linear, x: Tensor, path: SidePath) -> Tensor:
    """The layer's output with the side path's ΔW; the layer's own weight must be float32 and frozen."""
    output: Tensor = _MergedLinear.apply(x, layer.weight, layer.bias, path.left, path.right)  # type: ignore[no-untyped-call]
    return output
