"""What a selection adds to each layer's output: one skill, a mixture by rows, or an adapter in training.

Always a side path in float32, x·α → core → ·βᵀ, never a change of the weights: small deltas added in place to bf16
weights mostly vanish, and what was never changed need not be restored.
"""

from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor

from sleepy_coder.adapters.trainable import SidePath, TrainableAdapter
from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.library import SkillLibrary

Side = Callable[[str, Tensor], Tensor | None]  # (layer's name, its input) -> what its output gains


def apply(x: Tensor, path: SidePath) -> Tensor:
    """(x·right)·leftᵀ in float32."""
    return (x.to(path.right.dtype) @ path.right) @ path.left.T


def training(adapter: TrainableAdapter) -> Side:
    """The adapter's own factors, made once per layer and step."""
    adapted = set(adapter.matrices)

    def side(matrix: str, x: Tensor) -> Tensor | None:
        return apply(x, adapter.side_path(matrix)) if matrix in adapted else None

    return side


def one_skill(library: SkillLibrary, skill: str, rank: int | None, device: torch.device) -> Side:
    """A single skill: its two factors are multiplied out once, here."""
    paths = _paths(library, skill, rank, device)

    def side(matrix: str, x: Tensor) -> Tensor | None:
        path = paths.get(matrix)
        return None if path is None else apply(x, path)

    return side


def by_rows(library: SkillLibrary, rows: Sequence[str | None], rank: int | None, device: torch.device) -> Side:
    """A skill per row: one product with α, one small core per row, one product with βᵀ, however many skills there are.

    Pending skills have columns of their own and take a product each. Rows of None gain nothing.
    """
    named = sorted({skill for skill in rows if skill is not None})
    pending = {skill: _paths(library, skill, rank, device) for skill in named if library.skill(skill).pending}
    cores = {skill: _served_cores(library, skill, rank) for skill in named if skill not in pending}
    used = {matrix for matrices in cores.values() for matrix in matrices}
    bases = {
        matrix: (library.bases[matrix].alpha.vectors.to(device), library.bases[matrix].beta.vectors.to(device))
        for matrix in sorted(used)
    }
    stacked = {matrix: _stack(rows, cores, matrix, bases[matrix]).to(device) for matrix in bases}
    chosen = {
        skill: torch.tensor([i for i, row in enumerate(rows) if row == skill], device=device) for skill in pending
    }

    def side(matrix: str, x: Tensor) -> Tensor | None:
        if x.ndim != 3 or len(x) != len(rows):
            raise ValueError(f"a skill was selected for each of {len(rows)} rows, but the batch is {tuple(x.shape)}")
        gained = None
        if matrix in bases:
            alpha, beta = bases[matrix]
            gained = torch.bmm(x.float() @ alpha, stacked[matrix]) @ beta.T
        for skill, paths in pending.items():
            if matrix in paths:
                own = apply(x[chosen[skill]], paths[matrix])
                gained = x.new_zeros(*x.shape[:2], own.shape[-1], dtype=own.dtype) if gained is None else gained
                gained = gained.index_add(0, chosen[skill], own)
        return gained

    return side


def _paths(library: SkillLibrary, skill: str, rank: int | None, device: torch.device) -> dict[str, SidePath]:
    entry = library.skill(skill)
    if entry.pending:
        return {m: SidePath(f.right.to(device), f.scaled_left.to(device)) for m, f in entry.private.items()}
    paths = {}
    for matrix, core in library.cores(skill).items():
        basis = library.bases[matrix]
        beta, alpha = basis.beta.vectors[:, : core.shape[0]], basis.alpha.vectors[:, : core.shape[1]]
        if rank is None:
            path = SidePath(alpha, beta @ core)
        else:
            coefficients = truncate(core, rank)
            path = SidePath(alpha @ coefficients.alpha, beta @ coefficients.beta)
        paths[matrix] = SidePath(path.right.contiguous().to(device), path.left.contiguous().to(device))
    return paths


def _served_cores(library: SkillLibrary, skill: str, rank: int | None) -> Mapping[str, Tensor]:
    cores = library.cores(skill)
    if rank is None:
        return cores
    cut = {matrix: truncate(core, rank) for matrix, core in cores.items()}
    return {matrix: epsilon.beta @ epsilon.alpha.T for matrix, epsilon in cut.items()}


def _stack(
    rows: Sequence[str | None],
    cores: Mapping[str, Mapping[str, Tensor]],
    matrix: str,
    basis: tuple[Tensor, Tensor],
) -> Tensor:
    """Mᵀ per row, (rows, k_α, k_β), zero where the row has no skill or the skill leaves this matrix alone."""
    stacked = torch.zeros(len(rows), basis[0].shape[1], basis[1].shape[1])
    for i, skill in enumerate(rows):
        core = cores.get(skill, {}).get(matrix) if skill is not None else None
        if core is not None:
            stacked[i, : core.shape[1], : core.shape[0]] = core.T
    return stacked
