"""The skills of one model as tensors: a basis per matrix, and per skill a core in it.

A merge that rotates the basis does not touch every skill: it leaves behind the k×k rotations, and each skill remembers
the merge at which its core was last turned. `cores` composes what has happened since; `settled` makes that permanent.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from torch import Tensor

from sleepy_coder.share.basis import Basis, Turn
from sleepy_coder.share.coefficients import unproject
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix


@dataclass(frozen=True, slots=True, eq=False)
class Rotation:
    """What one merge did to one matrix; a side that was only appended to has no turn.

    bound: no skill's ΔW of this matrix moved by more than this (Frobenius norm), known without looking at any core.
    """

    beta: Turn | None
    alpha: Turn | None
    bound: float


@dataclass(frozen=True, slots=True, eq=False)
class Skill:
    """One task. Matrices that it does not adapt are absent from the mappings.

    cores       matrix -> M (k_β, k_α), float32: the leading block, columns appended later multiply zeros
    merge       number of the merge at which the cores were last turned
    norms       matrix -> ‖ΔW‖ as trained
    guarantees  matrix -> sum of the per-merge losses so far, in the units of the norm
    private     the skill's own columns, while no merge has taken it; `cores` is then empty
    """

    cores: Mapping[str, Tensor]
    merge: int
    norms: Mapping[str, float]
    guarantees: Mapping[str, float]
    private: FoldedAdapter = field(default_factory=dict)

    @property
    def pending(self) -> bool:
        """Refused by the last merge: served from its own columns until the next one tries again."""
        return bool(self.private)


class _Drift(NamedTuple):
    """Of one matrix: the merges that rotated it, ascending, and the sums of their bounds, beginning with 0."""

    merges: list[int]
    sums: list[float]

    @property
    def total(self) -> float:
        return self.sums[-1]


class Turned(NamedTuple):
    cores: dict[str, Tensor]
    guarantees: dict[str, float]


@dataclass(frozen=True, eq=False)
class SkillLibrary:
    """bases per matrix, skills by id, the count of merges, and the rotations that some skill has not yet made."""

    bases: Mapping[str, Basis] = field(default_factory=dict)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    merges: int = 0
    rotations: Mapping[int, Mapping[str, Rotation]] = field(default_factory=dict)

    def cores(self, skill: str) -> Mapping[str, Tensor]:
        """The skill's cores in today's basis, float32 (empty for a pending skill)."""
        return self.turned(skill).cores

    def turned(self, skill: str) -> Turned:
        """Cores in today's basis and the guarantees with every loss measured instead of bounded."""
        entry = self.skill(skill)
        cores, guarantees = dict(entry.cores), dict(entry.guarantees)
        for number in sorted(self.rotations):
            if number <= entry.merge:
                continue
            for matrix, rotation in self.rotations[number].items():
                if matrix in cores:
                    cores[matrix], loss = _turn(cores[matrix], rotation)
                    guarantees[matrix] += loss
        return Turned(cores, guarantees)

    def bounds(self, skill: str) -> dict[str, float]:
        """Guarantees per matrix without turning a core: losses of merges not yet followed are bounded."""
        entry = self.skill(skill)
        bounds = dict(entry.guarantees)
        moved = not entry.pending and entry.merge < self.merges
        for matrix, drift in self._drifts.items() if moved else ():
            if matrix in bounds:
                bounds[matrix] += drift.total - drift.sums[bisect_right(drift.merges, entry.merge)]
        return bounds

    @cached_property
    def _drifts(self) -> "dict[str, _Drift]":
        """Sums of the bounds, so that one skill's takes no walk through all merges."""
        drifts: dict[str, _Drift] = {}
        for number in sorted(self.rotations):
            for matrix, rotation in self.rotations[number].items():
                drift = drifts.setdefault(matrix, _Drift([], [0.0]))
                drift.merges.append(number)
                drift.sums.append(drift.total + rotation.bound)
        return drifts

    def folded(self, skill: str) -> FoldedAdapter:
        """The skill's ΔW per matrix as it is served."""
        entry = self.skill(skill)
        if entry.pending:
            return dict(entry.private)
        return {matrix: unproject(core, self.bases[matrix]) for matrix, core in self.cores(skill).items()}

    def skill(self, skill: str) -> Skill:
        if skill not in self.skills:
            raise KeyError(f"the library has no skill {skill!r}; it has {sorted(self.skills)}")
        return self.skills[skill]

    def settled(self, skills: Iterable[str] | None = None) -> "SkillLibrary":
        """The same library with these skills' (or all) cores turned and stored; rotations nobody needs are dropped."""
        entries = dict(self.skills)
        for name in entries if skills is None else skills:
            turned = self.turned(name)
            entries[name] = replace(entries[name], cores=turned.cores, guarantees=turned.guarantees, merge=self.merges)
        oldest = min((entry.merge for entry in entries.values() if not entry.pending), default=self.merges)
        rotations = {number: rotation for number, rotation in self.rotations.items() if number > oldest}
        return replace(self, skills=entries, rotations=rotations)

    def digest(self, skill: str) -> str:
        """sha256 hex over everything that the skill's side path multiplies with: β, α and core per matrix.

        Equal digests in two libraries mean the same bits: only the columns that the core covers count, so a merge
        that merely appended columns leaves the digest as it was.
        """
        seen = sha256()
        entry = self.skill(skill)
        for matrix, own in sorted(entry.private.items()):
            seen.update(_bytes(matrix, (own.left, own.singular, own.right)))
        for matrix, core in sorted(self.cores(skill).items()):
            basis = self.bases[matrix]
            rows, columns = core.shape
            beta, alpha = basis.beta.vectors[:, :rows], basis.alpha.vectors[:, :columns]
            seen.update(_bytes(matrix, (beta, alpha, core)))
        return seen.hexdigest()


def forget(library: SkillLibrary, skill: str) -> SkillLibrary:
    """The library without this skill. Every other skill keeps every bit.

    The basis keeps its columns, because k never shrinks: directions that only this skill used stay, multiplied by
    zeros.
    """
    library.skill(skill)
    remaining = {name: entry for name, entry in library.skills.items() if name != skill}
    return replace(library, skills=remaining).settled(())


def served_private(folded: FoldedMatrix) -> FoldedMatrix:
    """A skill's own columns at the precision in which they are stored and served."""
    return FoldedMatrix(folded.left.float(), folded.singular.float(), folded.right.float())


def _turn(core: Tensor, rotation: Rotation) -> tuple[Tensor, float]:
    """The core in the new basis and how far its ΔW moved, √(‖M_old‖² − ‖M_new‖²), computed from what was lost."""
    turned, squares = core.double(), 0.0
    if rotation.beta is not None:
        used = rotation.beta.lost[:, : turned.shape[0]].double() @ turned
        squares += float(used.square().sum())
        turned = rotation.beta.kept[:, : turned.shape[0]].double() @ turned
    if rotation.alpha is not None:
        used = turned @ rotation.alpha.lost[:, : turned.shape[1]].double().T
        squares += float(used.square().sum())
        turned = turned @ rotation.alpha.kept[:, : turned.shape[1]].double().T
    return turned.float(), float(squares**0.5)


def _bytes(matrix: str, tensors: Iterable[Tensor]) -> bytes:
    """Names, shapes, types and contents, one after the other."""
    return b"".join(
        f"{matrix} {tuple(tensor.shape)} {tensor.dtype}\n".encode() + tensor.contiguous().numpy().tobytes()
        for tensor in tensors
    )
