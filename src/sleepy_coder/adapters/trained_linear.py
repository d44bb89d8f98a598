"""A linear layer while its adapter trains.

ΔW = left·rightᵀ is thin, and thin products cost a CPU more than their arithmetic says. So where tokens are many, W + ΔW
is made anew, in a tensor of its own, for one full product forward and one backward, and dropped in between: nothing is
added in place, nothing small vanishes, and no copy of the weights is kept. With few tokens, or weights of less than
float32, the side path is computed as such.

What is kept for the backward pass decides the memory. With frozen α it is x·α, k numbers a token, which layers with one
input make together; where right itself trains it is x.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from sleepy_coder.adapters.trainable import TrainedPath, right_factor


class _TrainedLinear(torch.autograd.Function):
    """x·(W + left·rightᵀ)ᵀ + b, with gradients for x, left and inner; none for W, b and α.

    right is inner (d, q), or α·inner with inner (k, q), or α itself. seen: x·α where there is an α.
    """

    @staticmethod
    def forward(
        ctx: Any,
        x: Tensor,
        weight: Tensor,
        bias: Tensor | None,
        left: Tensor,
        inner: Tensor | None,
        alpha: Tensor | None,
        seen: Tensor | None,
    ) -> Tensor:
        rows = x.reshape(-1, x.shape[-1])
        kept = rows if seen is None else seen
        ctx.save_for_backward(weight, left, inner, alpha, kept)
        ctx.shape, ctx.merges = x.shape, _worth_merging(weight, len(rows))
        if ctx.merges:
            return linear(x, torch.addmm(weight, left, right_factor(inner, alpha).T), bias)
        thin = _thin(kept, inner)
        return linear(x, weight, bias) + (thin @ left.T).view(*x.shape[:-1], -1).to(x.dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        weight, left, inner, alpha, kept = ctx.saved_tensors
        given = gradients[0].reshape(-1, gradients[0].shape[-1])
        rows = given.to(left.dtype)
        back = rows @ left if inner is not None or not ctx.merges else None
        of_x = of_inner = None
        if ctx.needs_input_grad[0] and ctx.merges:
            of_x = given @ torch.addmm(weight, left, right_factor(inner, alpha).T)
        elif ctx.needs_input_grad[0] and back is not None:
            of_x = given @ weight + (back @ right_factor(inner, alpha).T).to(given.dtype)
        if inner is not None and back is not None:
            of_inner = kept.to(left.dtype).T @ back
        of_left = rows.T @ _thin(kept, inner)
        return None if of_x is None else of_x.view(ctx.shape), None, None, of_left, of_inner, None, None


def trained_linear(layer: nn.Linear, x: Tensor, path: TrainedPath, seen: Callable[[Tensor], Tensor] | None) -> Tensor:
    """The layer's output with the path's ΔW; the layer's own weight must be frozen. seen: makes x·α, if α there is."""
    if type(layer) is not nn.Linear:  # 4-bit: what its weights give is for it to say, and the path is added
        own: Tensor = type(layer).forward(layer, x)
        thin = x.to(path.left.dtype) @ path.right
        return own + (thin @ path.left.T).to(own.dtype)
    with torch.no_grad():
        made = None if seen is None else seen(x)
    output: Tensor = _TrainedLinear.apply(x, layer.weight, layer.bias, path.left, path.inner, path.alpha, made)  # type: ignore[no-untyped-call]
    return output


def _worth_merging(weight: Tensor, tokens: int) -> bool:
    """Making n·d numbers is less work than running tokens·(n + d) through thin factors."""
    return weight.dtype is torch.float32 and tokens * sum(weight.shape) > weight.numel()


def _thin(kept: Tensor, inner: Tensor | None) -> Tensor:
    """x·right from what was kept."""
    return kept if inner is None else kept.to(inner.dtype) @ inner
