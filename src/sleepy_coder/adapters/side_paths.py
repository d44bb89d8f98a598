"""What a selection adds to each layer's output: one skill, a mixture by rows, or an adapter in training.

Always a side path in float32, x·α → core → ·βᵀ, never a change of the weights: small deltas added in place to bf16
weights mostly vanish, and what was never changed need not be restored.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.adapters.trainable import SidePath, TrainableAdapter
from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.library import SkillLibrary

Side = Callable[[str, Tensor], Tensor | None]  # (layer's name, its input) -> what its output gains


class _Small(NamedTuple):
    """What one skill keeps of one matrix: ε_β (k_β, p) and ε_α (k_α, p), or the whole core (k_β, k_α) and no ε_α.

    With a leading dimension of rows when stacked for a batch.
    """

    left: Tensor
    right: Tensor | None


def apply(x: Tensor, path: SidePath) -> Tensor:
    """(x·right)·leftᵀ in float32."""
    return (x.to(path.right.dtype) @ path.right) @ path.left.T


def training(adapter: TrainableAdapter) -> Side:
    """The adapter's own factors, made once per layer and step."""
    adapted = set(adapter.matrices)

    def side(matrix: str, x: Tensor) -> Tensor | None:
        return apply(x, adapter.side_path(matrix)) if matrix in adapted else None

    return side


class ServedSkills:
    """A library ready to serve: the basis once, and of each skill used so far its core, or ε_β and ε_α at rank p.

    That is all that stays resident per skill, 2kp numbers a matrix at rank p, so hundreds fit.
    """

    def __init__(self, library: SkillLibrary, rank: int | None, device: torch.device) -> None:
        """rank: the pseudo-rank p served; None serves the full core."""
        self._library = library
        self._rank = rank
        self._device = device
        self._bases = {
            matrix: SidePath(basis.alpha.vectors.to(device), basis.beta.vectors.to(device))
            for matrix, basis in library.bases.items()
        }
        self._small: dict[str, dict[str, _Small]] = {}

    def alone(self, skill: str) -> Side:
        """A single skill: β and α are multiplied into its coefficients once, here."""
        paths = self._pending(skill) or {m: self._whole(m, path) for m, path in self._coefficients(skill).items()}

        def side(matrix: str, x: Tensor) -> Tensor | None:
            path = paths.get(matrix)
            return None if path is None else apply(x, path)

        return side

    def by_rows(self, rows: Sequence[str | None]) -> Side:
        """A skill per row: one product with α, one small core per row, one product with βᵀ, however many skills.

        Pending skills have columns of their own and take a product each. Rows of None gain nothing.
        """
        named = sorted({skill for skill in rows if skill is not None})
        pending = {skill: own for skill in named if (own := self._pending(skill))}
        shared = {skill: self._coefficients(skill) for skill in named if skill not in pending}
        used = sorted({matrix for coefficients in shared.values() for matrix in coefficients})
        stacked = {matrix: self._stacked(rows, shared, matrix) for matrix in used}
        chosen = {
            skill: torch.tensor([i for i, row in enumerate(rows) if row == skill], device=self._device)
            for skill in pending
        }

        def side(matrix: str, x: Tensor) -> Tensor | None:
            if x.ndim != 3 or len(x) != len(rows):
                raise ValueError(
                    f"a skill was selected for each of {len(rows)} rows, but the batch is {tuple(x.shape)}"
                )
            gained = None
            if matrix in stacked:
                basis, small = self._bases[matrix], stacked[matrix]
                seen = x.float() @ basis.right
                seen = seen if small.right is None else torch.bmm(seen, small.right)
                gained = torch.bmm(seen, small.left.mT) @ basis.left.T
            for skill, paths in pending.items():
                if matrix in paths:
                    own = apply(x[chosen[skill]], paths[matrix])
                    gained = own.new_zeros(*x.shape[:2], own.shape[-1]) if gained is None else gained
                    gained = gained.index_add(0, chosen[skill], own)
            return gained

        return side

    def _pending(self, skill: str) -> dict[str, SidePath]:
        own = self._library.skill(skill).private
        return {m: SidePath(f.right.to(self._device), f.scaled_left.to(self._device)) for m, f in own.items()}

    def _coefficients(self, skill: str) -> Mapping[str, _Small]:
        if skill not in self._small:
            self._small[skill] = {
                matrix: self._cut(core) for matrix, core in self._library.cores(skill).items() if core.numel()
            }
        return self._small[skill]

    def _cut(self, core: Tensor) -> _Small:
        if self._rank is None:
            return _Small(core.to(self._device), None)
        coefficients = truncate(core, self._rank)
        return _Small(coefficients.beta.to(self._device), coefficients.alpha.to(self._device))

    def _whole(self, matrix: str, small: _Small) -> SidePath:
        """Only the columns that the core covers, so that columns appended later change no bit of the output."""
        basis = self._bases[matrix]
        left = basis.left[:, : len(small.left)].contiguous() @ small.left
        if small.right is None:
            return SidePath(basis.right[:, : small.left.shape[1]].contiguous(), left)
        return SidePath(basis.right[:, : len(small.right)].contiguous() @ small.right, left)

    def _stacked(self, rows: Sequence[str | None], shared: Mapping[str, Mapping[str, _Small]], matrix: str) -> _Small:
        """Zero for rows that gain nothing in this matrix."""
        basis = self._bases[matrix]
        k_alpha, k_beta = basis.right.shape[1], basis.left.shape[1]
        parts = {i: shared[s][matrix] for i, s in enumerate(rows) if s is not None and matrix in shared.get(s, {})}
        width = k_alpha if self._rank is None else max(part.left.shape[1] for part in parts.values())
        left = torch.zeros(len(rows), k_beta, width, device=self._device)
        right = None if self._rank is None else torch.zeros(len(rows), k_alpha, width, device=self._device)
        for i, part in parts.items():
            left[i, : part.left.shape[0], : part.left.shape[1]] = part.left
            if right is not None and part.right is not None:
                right[i, : part.right.shape[0], : part.right.shape[1]] = part.right
        return _Small(left, right)
