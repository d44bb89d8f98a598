"""One side of a matrix's shared basis, and how new directions enter it.

A side keeps its orthonormal columns and the *spread* C (k, k) of everything merged so far: V·C·Cᵀ·Vᵀ is the
accumulated second moment, and C's singular values are the weights w of the weighted merge. C is diagonal after a
rotation; a full C is what lets columns be appended without turning the old ones and still merge later as if all tasks
had come at once.

Two ways in, chosen here and nowhere else:

* **append**: orthonormal residual columns go to the right of the old ones. The old columns keep every bit, so every
  old skill's ΔW is *exactly* what it was. Always preferred, for the price of k growing by what is really new.
* **rotate**: only where appending would pass the cap. SVD of [V·C | new], the best `cap` columns stay; old cores
  must be turned by `kept`, and what they lose is measured by `lost`.

Held in float32 (what is stored and served), computed in float64.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.share.fold import fix_signs

# Relative size below which a residual is the rounding of float32 storage and not a direction.
ROUNDING = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """vectors V (n, k), orthonormal columns; spread C (k, k); both float32 on the CPU."""

    vectors: Tensor
    spread: Tensor

    @property
    def size(self) -> int:
        """k of this side."""
        return int(self.vectors.shape[1])

    @property
    def weights(self) -> Tensor:
        """w: accumulated singular values, descending, (k,), float64."""
        weights: Tensor = torch.linalg.svdvals(self.spread.double())
        return weights


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """β and α of one matrix."""

    beta: Side
    alpha: Side


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """How a rotation changed coordinates: kept (k', k) maps old ones to new ones, lost (k, k) measures what is gone.

    For a core with its rows on this side, ‖M‖² = ‖kept·M‖² + ‖lost·M‖². Both float32.
    """

    kept: Tensor
    lost: Tensor


class Widened(NamedTuple):
    """A side after new blocks entered it; turn is None when columns were only appended; wanted is k without a cap."""

    side: Side
    turn: Turn | None
    wanted: int


def empty_side(length: int) -> Side:
    return Side(torch.zeros(length, 0), torch.zeros(0, 0))


def coordinates(vectors: Tensor, block: Tensor) -> Tensor:
    """Least-squares coordinates of block (n, m) in the columns of vectors (n, k): (k, m), float64.

    By QR and not by Vᵀ, because V was rounded to float32: a block that lies in the span comes back exactly.
    """
    Q, R = torch.linalg.qr(vectors.double())
    solved: Tensor = torch.linalg.solve_triangular(R, Q.T @ block.double(), upper=True)
    return solved


def widen(
    side: Side, blocks: Sequence[Tensor], tolerance: float, *, cap: int | None = None, size: int | None = None
) -> Widened:
    """Let blocks L·diag(S), each (n, r_i), into the side.

    The fewest columns are taken for which *every* block loses at most tolerance²/2 of its energy (two sides of half the
    energy each keep a ΔW within `tolerance`). `size` sets k outright. k never shrinks, a cap below it included.
    """
    old = side.vectors.double()
    Q, R = torch.linalg.qr(old)
    residuals = [_project_out(Q, block) for block in blocks]
    U, S, _ = torch.linalg.svd(torch.cat([old[:, :0], *residuals], 1), full_matrices=False)
    U, _ = fix_signs(U)
    added = _columns_needed(U, S, blocks, residuals, tolerance)
    if size is not None:
        largest = max((float(torch.linalg.matrix_norm(block)) for block in blocks), default=0.0)
        added = min(max(size - side.size, 0), int((ROUNDING / 100 * largest < S).sum()))
    wanted = side.size + added
    if cap is None or wanted <= max(cap, side.size):
        vectors = torch.cat([side.vectors, U[:, :added].float()], 1)
        inside = coordinates(vectors, torch.cat([old @ side.spread.double(), *blocks], 1))
        return Widened(Side(vectors, _triangle(inside)), None, wanted)
    stack = torch.cat([Q @ (R @ side.spread.double()), *blocks], 1)
    U, S, _ = torch.linalg.svd(stack, full_matrices=False)
    size = min(max(cap, side.size), U.shape[1])
    U, _ = fix_signs(U[:, :size])
    vectors = U.float()
    kept = coordinates(vectors, old)
    lost = torch.linalg.qr(old - vectors.double() @ kept, mode="r").R
    return Widened(Side(vectors, torch.diag(S[:size]).float()), Turn(kept.float(), lost.float()), wanted)


def _project_out(Q: Tensor, block: Tensor) -> Tensor:
    """block minus its part in span(Q); twice, because once leaves rounding that the next QR would blow up."""
    block = block.double()
    for _ in range(2):
        block = block - Q @ (Q.T @ block)
    return block


def _columns_needed(
    U: Tensor, S: Tensor, blocks: Sequence[Tensor], residuals: Sequence[Tensor], tolerance: float
) -> int:
    """Fewest leading columns of U after which no block's residual exceeds its share of the tolerance."""
    needed = 0
    for block, residual in zip(blocks, residuals, strict=True):
        allowed = max(tolerance, ROUNDING) ** 2 / 2 * float(block.double().square().sum())
        energy = (U.T @ residual).square().sum(dim=1)
        tail = torch.cat([energy.flip(0).cumsum(0).flip(0), energy.new_zeros(1)])
        needed = max(needed, int((tail > allowed).sum()))
    return min(needed, int(S.numel()))


def _triangle(inside: Tensor) -> Tensor:
    """C (k, k), lower triangular, with C·Cᵀ = inside·insideᵀ; float32."""
    k = inside.shape[0]
    R = torch.linalg.qr(inside.T, mode="r").R
    spread = torch.zeros(k, k, dtype=torch.float64)
    spread[:, : R.shape[0]] = R.T
    return spread.float()
