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

from sleepy_coder.share.fold import EPSILON, fix_signs

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
    """How a rotation changed coordinates: kept (k', k) maps old ones to new ones, lost (m, k) measures what is gone.

    For a core with its rows on this side, ‖M‖² = ‖kept·M‖² + ‖lost·M‖². Both float32.
    """

    kept: Tensor
    lost: Tensor


class Inside(NamedTuple):
    """A block (n, r) by its coordinates in a side's columns (k, r), and `outside`, which has the norms of the rest:
    ‖outside·x‖ = ‖(block − V·coordinates)·x‖. Both float64."""

    coordinates: Tensor
    outside: Tensor


class Widened(NamedTuple):
    """A side after new blocks entered it; turn is None when columns were only appended; wanted is k without a cap."""

    side: Side
    turn: Turn | None
    wanted: int
    blocks: tuple[Inside, ...]


def empty_side(length: int) -> Side:
    return Side(torch.zeros(length, 0), torch.zeros(0, 0))


def coordinates(vectors: Tensor, block: Tensor) -> Tensor:
    """Least-squares coordinates of block (n, m) in the columns of vectors (n, k): (k, m), float64.

    Vᵀ·block alone is off by V's rounding to float32, 1e-7. With that of VᵀV too, a block that lies in the span comes
    back exactly.
    """
    V = vectors.double()
    return torch.cholesky_solve(V.T @ block.double(), _upper(V), upper=True)


def inside(vectors: Tensor, block: Tensor) -> Inside:
    """`coordinates` with what they leave out."""
    V, block = vectors.double(), block.double()
    found = coordinates(V, block)
    return Inside(found, block - V @ found)


def widen(
    side: Side, blocks: Sequence[Tensor], tolerance: float, *, cap: int | None = None, size: int | None = None
) -> Widened:
    """Let blocks L·diag(S), each (n, r_i), into the side.

    The fewest columns are taken for which *every* block loses at most tolerance²/2 of its energy (two sides of half the
    energy each keep a ΔW within `tolerance`). `size` sets k outright. k never shrinks, a cap below it included.
    """
    old, joined = side.vectors.double(), torch.cat([side.vectors[:, :0].double(), *blocks], 1)
    R = _upper(old)
    within = torch.cholesky_solve(old.T @ joined, R, upper=True)
    rest = _Thin.of(torch.addmm(joined, old, within, alpha=-1))
    ranks = [block.shape[1] for block in blocks]
    added = _columns_needed(rest.outside, ranks, joined, tolerance)
    if size is not None:
        largest = max((float(torch.linalg.matrix_norm(block)) for block in blocks), default=0.0)
        added = min(max(size - side.size, 0), int((ROUNDING / 100 * largest < rest.S).sum()))
    wanted = side.size + added
    if cap is None or wanted <= max(cap, side.size):
        appended, _ = fix_signs((rest.Q @ rest.U[:, :added]).float())
        vectors = torch.cat([side.vectors, appended], 1)
        spread = _triangle(coordinates(vectors, torch.cat([old @ side.spread.double(), joined], 1)))
        return Widened(Side(vectors, spread), None, wanted, _split(inside(vectors, joined), ranks))
    rotated = _rotated(old, R, side.spread.double(), within, rest.cut(), max(cap, side.size))
    return Widened(rotated.side, rotated.turn, wanted, _split(rotated.blocks, ranks))


class _Thin(NamedTuple):
    """The SVD of a thin block (n, m), Q·U·diag(S)·Vh with Q (n, m) orthonormal; Q·U, its left singular vectors, is not
    formed. outside, diag(S)·Vh, is the block in their coordinates."""

    Q: Tensor
    U: Tensor
    S: Tensor
    outside: Tensor

    @classmethod
    def of(cls, block: Tensor) -> "_Thin":
        Q, R = torch.linalg.qr(block)
        U, S, Vh = torch.linalg.svd(R, full_matrices=False)
        return cls(Q, U, S, S.unsqueeze(1) * Vh)

    def cut(self) -> "_Thin":
        """Without the directions that are rounding."""
        rank = int((EPSILON * len(self.Q) * self.S[0] < self.S).sum())
        return _Thin(self.Q, self.U[:, :rank], self.S[:rank], self.outside[:rank])


class _Rotated(NamedTuple):
    side: Side
    turn: Turn
    blocks: Inside


def _rotated(old: Tensor, R: Tensor, spread: Tensor, within: Tensor, rest: _Thin, size: int) -> _Rotated:
    """The best `size` columns for the accumulated spread and the new blocks together.

    The blocks are old·within + Q·U·outside. With old = O·R, O orthonormal, [O|Q·U] holds everything, so an SVD of
    k + r rows instead of n is all that is needed; and what leaves the basis is known from the directions that were cut,
    without a difference of nearly equal columns.
    """
    k = old.shape[1]
    blocks = torch.cat([R @ within, rest.outside])
    moment = blocks @ blocks.T
    known = R @ spread
    moment[:k, :k] += known @ known.T
    energies, turn = torch.linalg.eigh(moment)  # as exact as an SVD down to float32's rounding, at half its price
    turn, S = turn.flip(1), energies.flip(0).clamp(min=0).sqrt()
    first, last = turn[:, :size], turn[:, size:]
    vectors = old @ torch.linalg.solve_triangular(R, first[:k], upper=True)
    vectors, signs = fix_signs(vectors.addmm_(rest.Q, rest.U @ first[k:]).float())
    first = first * signs.double()
    turned = Turn((first[:k].T @ R).float(), (last[:k].T @ R).float().contiguous())
    return _Rotated(Side(vectors, torch.diag(S[:size]).float()), turned, Inside(first.T @ blocks, last.T @ blocks))


def _upper(vectors: Tensor) -> Tensor:
    """R (k, k) of vectors = O·R: by Cholesky as accurate as by Householder, they are orthonormal but for rounding."""
    lower: Tensor = torch.linalg.cholesky(vectors.T @ vectors)
    return lower.mT


def _split(joined: Inside, ranks: Sequence[int]) -> tuple[Inside, ...]:
    parts = zip(*(torch.split(part, list(ranks), 1) for part in joined), strict=True)
    return tuple(Inside(*part) for part in parts)


def _columns_needed(outside: Tensor, ranks: Sequence[int], joined: Tensor, tolerance: float) -> int:
    """Fewest leading directions after which no block's residual exceeds its share of the tolerance.

    outside (m, r): coordinates of all residuals in the directions; ranks: columns of each block; joined: the blocks.
    """
    needed = 0
    for energy, block in zip(
        torch.split(outside.square(), list(ranks), 1), torch.split(joined, list(ranks), 1), strict=True
    ):
        allowed = max(tolerance, ROUNDING) ** 2 / 2 * float(block.square().sum())
        rows = energy.sum(1)
        tail = rows.flip(0).cumsum(0).flip(0)
        needed = max(needed, int((tail > allowed).sum()))
    return needed


def _triangle(inside: Tensor) -> Tensor:
    """C (k, k), lower triangular, with C·Cᵀ = inside·insideᵀ; float32."""
    k = inside.shape[0]
    R = torch.linalg.qr(inside.T, mode="r").R
    spread = torch.zeros(k, k, dtype=torch.float64)
    spread[:, : R.shape[0]] = R.T
    return spread.float()
