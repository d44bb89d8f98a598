"""Is there a shared subspace at all? Similarity measures, and the controls without which no such claim counts.

Compare every figure with what chance gives: two random k-dimensional subspaces of n dimensions overlap by k/n.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

from sleepy_coder.share.basis import Basis, Side, empty_side, widen
from sleepy_coder.share.coefficients import project
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix, fold_factors


def overlap(P: Tensor, Q: Tensor) -> float:
    """‖Qᵀ·P‖²_F/k of the spans of P (n, k) and Q (n, m): how much of P lies in Q, 0 to 1."""
    P, Q = (torch.linalg.qr(side.double()).Q for side in (P, Q))
    return float((Q.T @ P).square().sum()) / P.shape[1]


def chance_overlap(k: int, n: int) -> float:
    """What `overlap` expects of a random Q of k columns in n dimensions."""
    return k / n


def held_out_errors(adapters: Mapping[str, FoldedAdapter], k: int) -> dict[str, float]:
    """Leave one out: each adapter's `projection_error` in the basis, k per side, of all the others."""
    errors = {}
    for name, adapter in adapters.items():
        others = [other for label, other in adapters.items() if label != name]
        bases = {
            matrix: _basis([o[matrix] for o in others if matrix in o], folded, k) for matrix, folded in adapter.items()
        }
        errors[name] = projection_error(adapter, bases)
    return errors


def projection_error(adapter: FoldedAdapter, bases: Mapping[str, Basis]) -> float:
    """‖ΔW − P_β·ΔW·P_α‖/‖ΔW‖ over all matrices, 0 to 1. With `random_basis` this is the control."""
    lost = total = 0.0
    for matrix, folded in adapter.items():
        lost += project(folded, bases[matrix]).loss ** 2
        total += folded.norm**2
    return float((lost / total) ** 0.5) if total else 0.0


def random_basis(outputs: int, inputs: int, k: int, seed: int) -> Basis:
    """Control: k random orthonormal columns per side (fewer where a side is shorter), the same for the same seed."""
    generator = torch.Generator().manual_seed(seed)
    sides = []
    for length in (outputs, inputs):
        columns = torch.randn(length, min(k, length), generator=generator, dtype=torch.float64)
        sides.append(Side(torch.linalg.qr(columns).Q.float(), torch.eye(columns.shape[1])))
    return Basis(*sides)


def mean_adapter(adapters: Mapping[str, FoldedAdapter]) -> FoldedAdapter:
    """Control: the mean of all ΔW, which an independent test found to explain most of a subspace's gain."""
    mean = {}
    for matrix in sorted({name for adapter in adapters.values() for name in adapter}):
        present = [adapter[matrix] for adapter in adapters.values() if matrix in adapter]
        left = torch.cat([folded.scaled_left.double() for folded in present], 1) / len(adapters)
        mean[matrix] = fold_factors(left, torch.cat([folded.right.double() for folded in present], 1))
    return mean


def _basis(others: list[FoldedMatrix], like: FoldedMatrix, k: int) -> Basis:
    beta, alpha = empty_side(len(like.left)), empty_side(len(like.right))
    if not others:
        return Basis(beta, alpha)
    return Basis(
        widen(beta, [o.scaled_left for o in others], 0.0, size=k).side,
        widen(alpha, [o.right * o.singular for o in others], 0.0, size=k).side,
    )
