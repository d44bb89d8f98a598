"""What a task stores besides the shared basis: its core M, or rank-p coefficients cut from it."""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.share.basis import Basis, Inside, inside
from sleepy_coder.share.fold import FoldedMatrix, fix_signs, fold_factors


class Coefficients(NamedTuple):
    """ε_β (k_β, p) and ε_α (k_α, p), float32; the core they stand for is ε_β·ε_αᵀ."""

    beta: Tensor
    alpha: Tensor


class Projected(NamedTuple):
    """The core and ‖ΔW − β·M·αᵀ‖, what the projection lost."""

    core: Tensor
    loss: float


def project(folded: FoldedMatrix, basis: Basis) -> Projected:
    """Core of ΔW in the basis, (k_β, k_α), float32: the least-squares βᵀ·ΔW·α."""
    left = inside(basis.beta.vectors, folded.scaled_left)
    right = inside(basis.alpha.vectors, folded.right * folded.singular)
    return projected(left, right, folded.singular)


def projected(left: Inside, right: Inside, singular: Tensor) -> Projected:
    """The same from what of L·diag(S) and of R·diag(S) lies inside and outside of the two sides.

    With e_β and e_α the parts outside, what is lost is e_β·Rᵀ + β·left·e_αᵀ/S; the two are orthogonal, so no
    difference of squares is needed.
    """
    core = left.coordinates @ (right.coordinates / singular).T
    unscaled = right.outside / singular
    gram = unscaled.T @ unscaled
    squares = left.outside.square().sum() + ((left.coordinates @ gram) * left.coordinates).sum().clamp(min=0)
    stored = core.float()
    return Projected(stored, float((squares + (core - stored).square().sum()) ** 0.5))


def unproject(core: Tensor, basis: Basis) -> FoldedMatrix:
    """The ΔW of a core. One smaller than the basis is its leading block, because columns were appended since."""
    rows, columns = core.shape
    beta, alpha = basis.beta.vectors[:, :rows].double(), basis.alpha.vectors[:, :columns].double()
    return fold_factors(beta @ core.double(), alpha)


def truncate(core: Tensor, p: int) -> Coefficients:
    """The best rank-p coefficients of a core: ε_β = U_p·√S_p, ε_α = V_p·√S_p. Never a slice of columns.

    With p at or beyond the core's rank, nothing is lost; p is then cut to min(k_β, k_α).
    """
    if p < 1:
        raise ValueError(f"pseudo-rank p must be at least 1, not {p}")
    U, S, Vh = torch.linalg.svd(core.double(), full_matrices=False)
    U, signs = fix_signs(U[:, :p])
    root = S[:p].sqrt()
    return Coefficients((U * root).float(), (Vh[:p].T * signs * root).float())


def mix(cores: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    """Weighted sum of cores, smaller ones padded with zeros. Averaging ε_β and ε_α apart is not the average adapter."""
    rows, columns = max(core.shape[0] for core in cores), max(core.shape[1] for core in cores)
    total = torch.zeros(rows, columns, dtype=torch.float64)
    for core, weight in zip(cores, weights, strict=True):
        total[: core.shape[0], : core.shape[1]] += weight * core.double()
    return total.float()


def padded(core: Tensor | None, rows: int, columns: int) -> Tensor:
    """(rows, columns) float32: the core in its upper left corner, zeros elsewhere; None is all zeros."""
    found = torch.zeros(rows, columns)
    if core is not None:
        found[: core.shape[0], : core.shape[1]] = core
    return found
