"""The other ways to merge an adapter into a shared basis, one side of one matrix each, in float64 like ours.

* `published_rule` (arXiv 2602.06043, section 3): reconstruct all old factors, append the new ones, SVD, keep k,
  compute all coefficients anew.
* `incremental_svd` (Brand, 2006): the truncated SVD of [U·diag(S) | new], and every old core turned at once.
* `one_shot`: all adapters together, the reference for the error.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.share.basis import Basis, Side
from sleepy_coder.share.fold import FoldedAdapter


class Published(NamedTuple):
    """β (n, k) and the coefficients of all tasks side by side (k, tasks·p)."""

    basis: Tensor
    coefficients: Tensor


class Incremental(NamedTuple):
    """U (n, k), S (k,), and the cores of all tasks (tasks, k, k)."""

    U: Tensor
    S: Tensor
    cores: Tensor


def published_rule(state: Published, new: Tensor) -> Published:
    """`new` (n, r) are the new task's factors of this side."""
    factors = torch.cat([state.basis @ state.coefficients, new], 1)
    basis = torch.linalg.svd(factors, full_matrices=False).U[:, : state.basis.shape[1]]
    return Published(basis, basis.T @ factors)


def incremental_svd(state: Incremental, new: Tensor) -> Incremental:
    """`new` (n, r) is L·diag(S) of the new task."""
    inside = state.U.T @ new
    Q, R = torch.linalg.qr(new - state.U @ inside)
    k, r = inside.shape
    small = torch.zeros(k + r, k + r, dtype=new.dtype)
    small[:k, :k], small[:k, k:], small[k:, k:] = torch.diag(state.S), inside, R
    turn, S, _ = torch.linalg.svd(small)
    U = torch.cat([state.U, Q], 1) @ turn[:, :k]
    return Incremental(U, S[:k], turn[:k, :k].T @ state.cores)


def one_shot(adapters: Mapping[str, FoldedAdapter], matrix: str, k: int) -> Basis:
    """The best k columns a side for all adapters at once, by the second moment's eigenvectors."""
    folded = [adapter[matrix] for adapter in adapters.values()]
    return Basis(_leading([f.scaled_left for f in folded], k), _leading([f.right * f.singular for f in folded], k))


def _leading(blocks: Sequence[Tensor], k: int) -> Side:
    stack = torch.cat(list(blocks), 1).double()
    energies, vectors = torch.linalg.eigh(stack @ stack.T)
    order = energies.argsort(descending=True)[:k]
    return Side(vectors[:, order].float(), torch.diag(energies[order].clamp(min=0).sqrt()).float())
