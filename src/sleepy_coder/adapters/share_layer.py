"""A new skill in the shared basis: coefficients only, or with temporary columns where those do not suffice.

Both coefficient factors at zero would be a saddle from which nothing ever trains. Here ΔW = 0 at the first step (or
the warm start's ΔW) and every tensor has a gradient within two: a full core may start at zero because it is the only
factor; of rank-p coefficients, ε_β starts at zero and ε_α does not; of an expansion, the core's new rows and columns
start at zero and the new columns of β and α do not.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

from sleepy_coder.adapters.trainable import TrainableAdapter, TrainedPath, seeded
from sleepy_coder.share.coefficients import mix, padded, project, truncate
from sleepy_coder.share.library import SkillLibrary

WarmStart = str | Mapping[str, float] | None  # a skill, or skills with the weights by which their cores are mixed


class CoefficientAdapter(TrainableAdapter):
    """Coefficients in the frozen basis: a full core M (k_β, k_α) per matrix, or ε_β, ε_α at rank p.

    The materialised factors are made once a step (β·M, or β·ε_β and α·ε_α), never a product per token.
    """

    kind = "coefficients"

    def __init__(
        self,
        library: SkillLibrary,
        *,
        rank: int | None = None,
        warm: WarmStart = None,
        seed: int = 0,
        device: torch.device | str = "cpu",
    ) -> None:
        """rank: None trains the full core. warm: start from these skills' cores instead of from ΔW = 0."""
        super().__init__()
        self.rank = rank
        self._basis = _placed(library, device)
        cores = warm_cores(library, warm)
        for matrix, (beta, alpha) in self._basis.items():
            core = padded(cores.get(matrix), beta.shape[1], alpha.shape[1])
            if rank is None:
                self._add(f"{matrix}.core", core, device)
                continue
            p = min(rank, *core.shape)
            start = truncate(core, p)
            random = seeded(f"{matrix}.epsilon_alpha", seed, p, alpha.shape[1], normal=True).T / alpha.shape[1] ** 0.5
            unused = start.alpha.square().sum(dim=0) == 0
            self._add(f"{matrix}.epsilon_beta", start.beta, device)
            self._add(f"{matrix}.epsilon_alpha", torch.where(unused, random.float(), start.alpha), device)

    @property
    def matrices(self) -> tuple[str, ...]:
        return tuple(self._basis)

    def path(self, matrix: str, dtype: torch.dtype = torch.float32) -> TrainedPath:
        beta, alpha = (side.to(dtype) for side in self._basis[matrix])
        if self.rank is None:
            return TrainedPath(beta @ self.tensors[f"{matrix}.core"].to(dtype), None, alpha)
        left = beta @ self.tensors[f"{matrix}.epsilon_beta"].to(dtype)
        return TrainedPath(left, self.tensors[f"{matrix}.epsilon_alpha"].to(dtype), alpha)

    def frozen_alpha(self, matrix: str) -> Tensor:
        return self._basis[matrix][1]


class ExpansionAdapter(TrainableAdapter):
    """φ temporary columns per side, trained with a core over [β|β_new] x [α|α_new]; β and α themselves are frozen.

    The new columns start orthonormal to the old ones, in directions that the matrix's name, the seed and k decide
    alone, so that skills trained on the same library share them.
    """

    kind = "expansion"

    def __init__(
        self,
        library: SkillLibrary,
        *,
        phi: int,
        warm: WarmStart = None,
        seed: int = 0,
        device: torch.device | str = "cpu",
    ) -> None:
        super().__init__()
        if phi < 1:
            raise ValueError(f"an expansion opens at least 1 column, not {phi}")
        self.phi = phi
        self._basis = _placed(library, device)
        cores = warm_cores(library, warm)
        for matrix, (beta, alpha) in self._basis.items():
            new_beta = _fresh_columns(beta, f"{matrix}.beta", seed, phi)
            new_alpha = _fresh_columns(alpha, f"{matrix}.alpha", seed, phi)
            rows, columns = beta.shape[1] + new_beta.shape[1], alpha.shape[1] + new_alpha.shape[1]
            self._add(f"{matrix}.core", padded(cores.get(matrix), rows, columns), device)
            self._add(f"{matrix}.beta", new_beta, device)
            self._add(f"{matrix}.alpha", new_alpha, device)

    @property
    def matrices(self) -> tuple[str, ...]:
        return tuple(self._basis)

    def path(self, matrix: str, dtype: torch.dtype = torch.float32) -> TrainedPath:
        beta, alpha = (side.to(dtype) for side in self._basis[matrix])
        beta = torch.cat([beta, self.tensors[f"{matrix}.beta"].to(dtype)], 1)
        alpha = torch.cat([alpha, self.tensors[f"{matrix}.alpha"].to(dtype)], 1)
        return TrainedPath(beta @ self.tensors[f"{matrix}.core"].to(dtype), alpha, None)


def warm_cores(library: SkillLibrary, warm: WarmStart) -> dict[str, Tensor]:
    """Cores to start from, per matrix; mixed as cores, because averaging ε_β and ε_α apart is no average.

    A pending skill, which has no core yet, contributes what of it the basis can say. Raises KeyError for a skill the
    library does not have.
    """
    weights = {} if warm is None else {warm: 1.0} if isinstance(warm, str) else dict(warm)
    parts: dict[str, list[tuple[Tensor, float]]] = {}
    for skill, weight in weights.items():
        private = library.skill(skill).private
        known = {m: project(own, library.bases[m]).core for m, own in private.items() if m in library.bases}
        for matrix, core in {**library.cores(skill), **known}.items():
            parts.setdefault(matrix, []).append((core, weight))
    return {matrix: mix([core for core, _ in found], [w for _, w in found]) for matrix, found in parts.items()}


def _placed(library: SkillLibrary, device: torch.device | str) -> dict[str, tuple[Tensor, Tensor]]:
    return {
        matrix: (basis.beta.vectors.to(device), basis.alpha.vectors.to(device))
        for matrix, basis in library.bases.items()
    }


def _fresh_columns(old: Tensor, name: str, seed: int, phi: int) -> Tensor:
    """phi orthonormal columns (fewer where the space is full) orthogonal to the old ones; float32, CPU."""
    length, k = old.shape
    start = seeded(f"{name}.{k}", seed, min(phi, length - k), length, normal=True).T
    Q: Tensor = torch.linalg.qr(torch.cat([old.to("cpu", torch.float64), start], 1)).Q
    return Q[:, k:].float()
