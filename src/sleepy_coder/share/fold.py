"""An adapter as the one thing that it does: ΔW per matrix, in a form that no gauge can change.

Letters of the paper (arXiv 2602.06043), used throughout `share/`:
    n, d    outputs and inputs of an adapted matrix, W0 and ΔW being (n, d)
    r       rank of an adapter,  B (n, r),  A (r, d),  ΔW = s·B·A
    β, α    shared basis of the outputs (n, k_β) and of the inputs (d, k_α)
    M       core of one task (k_β, k_α),  ΔW ≈ β·M·αᵀ
    ε_β, ε_α  coefficients at pseudo-rank p, (k_β, p) and (k_α, p),  M ≈ ε_β·ε_αᵀ
    φ       temporary columns opened while a new task trains

(B, A) and (B·G, G⁻¹·A) are the same adapter, so raw factors must never be stacked: folding removes G and the scale s.
Everything here is computed in float64 on the CPU, whatever came in, and in O((n+d)·r²): no (n, d) product is formed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

EPSILON = torch.finfo(torch.float64).eps


@dataclass(frozen=True, slots=True, eq=False)
class FoldedMatrix:
    """ΔW = left·diag(singular)·rightᵀ of one matrix: (n, r), (r,) descending and positive, (d, r); float64, CPU.

    A ΔW of zero has r = 0.
    """

    left: Tensor
    singular: Tensor
    right: Tensor

    @property
    def rank(self) -> int:
        return int(self.singular.numel())

    @property
    def norm(self) -> float:
        """Frobenius norm of ΔW."""
        return float(torch.linalg.vector_norm(self.singular))

    @property
    def scaled_left(self) -> Tensor:
        """left·diag(singular), (n, r)."""
        return self.left * self.singular

    def dense(self) -> Tensor:
        """ΔW itself, (n, d): to look at and to test by, never for a merge."""
        return self.scaled_left @ self.right.T


FoldedAdapter = Mapping[str, FoldedMatrix]


def lora_scale(alpha: float, rank: int, *, rank_stabilised: bool = False) -> float:
    """s of ΔW = s·B·A: α/r, or α/√r for rsLoRA (arXiv 2312.03732)."""
    return alpha / (rank**0.5 if rank_stabilised else rank)


def fold(B: Tensor, A: Tensor, scale: float) -> FoldedMatrix:
    """Fold s·B·A, B (n, r) and A (r, d)."""
    return fold_factors(B.detach().double() * scale, A.detach().double().T)


def fold_factors(left: Tensor, right: Tensor) -> FoldedMatrix:
    """Fold left·rightᵀ, (n, q) and (d, q): thin QR of both, SVD of the (q, q) product, signs fixed.

    Raises ValueError for shapes that do not multiply and for numbers that are not finite.
    """
    left, right = (side.detach().to("cpu", torch.float64) for side in (left, right))
    if left.ndim != 2 or right.ndim != 2 or left.shape[1] != right.shape[1]:
        raise ValueError(f"factors {tuple(left.shape)} and {tuple(right.shape)} do not form a matrix")
    if not (torch.isfinite(left).all() and torch.isfinite(right).all()):
        raise ValueError("an adapter holds numbers that are not finite")
    Q_left, R_left = torch.linalg.qr(left)
    Q_right, R_right = torch.linalg.qr(right)
    U, S, Vh = torch.linalg.svd(R_left @ R_right.T, full_matrices=False)
    floor = float(S[0]) * EPSILON * max(len(left), len(right)) if S.numel() else 0.0
    rank = int((floor < S).sum())
    vectors, signs = fix_signs(Q_left @ U[:, :rank])
    return FoldedMatrix(vectors, S[:rank].clone(), Q_right @ Vh[:rank].T * signs)


def fix_signs(vectors: Tensor) -> tuple[Tensor, Tensor]:
    """The columns with their largest entry made positive, and the signs (±1 per column) that did it."""
    if vectors.numel() == 0:
        return vectors, vectors.new_ones(vectors.shape[1])
    signs = torch.where(-vectors.amin(0) > vectors.amax(0), -1.0, 1.0).to(vectors.dtype)
    return vectors * signs, signs


def difference_norm(first: FoldedMatrix, second: FoldedMatrix) -> float:
    """‖ΔW₁ − ΔW₂‖ without forming either, by thin QR of the factors side by side (no cancellation of squares)."""
    R_left = torch.linalg.qr(torch.cat([first.scaled_left, -second.scaled_left], 1), mode="r").R
    R_right = torch.linalg.qr(torch.cat([first.right, second.right], 1), mode="r").R
    return float(torch.linalg.matrix_norm(R_left @ R_right.T))
