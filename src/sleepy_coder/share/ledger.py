"""What each merge cost each task, and how many bytes everything takes.

Three figures per task, all relative to ‖ΔW‖ as trained:

* estimate   √(1 − ‖M‖²/‖ΔW‖²), from the stored core; exact after one merge, and then only down to about 1e-4, where
             float32's rounding drowns a difference of squares
* guarantee  the sum of per-merge losses √(‖M_old‖² − ‖M_new‖²); by the triangle inequality the error is never more
* exact      ‖ΔW − β·M·αᵀ‖/‖ΔW‖, where the folded original was archived

Over several matrices the figures are pooled: root of the sum of squares, over the root of the sum of squared norms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sleepy_coder.share.fold import FoldedAdapter, difference_norm
from sleepy_coder.share.library import SkillLibrary


class Fate(StrEnum):
    """What a merge did with a task."""

    MERGED = "merged"  # new, or trained again: its core is in the library
    UNCHANGED = "unchanged"  # old, its ΔW is bit for bit what it was
    TURNED = "turned"  # old, the basis rotated under it
    PENDING = "pending"  # refused: served from its own columns


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One task at one merge; `worst` is the matrix with the largest guarantee relative to its own norm."""

    skill: str
    merge: int
    fate: Fate
    estimate: float
    guarantee: float
    exact: float | None
    norm: float
    worst: str
    worst_guarantee: float


@dataclass(frozen=True, slots=True)
class ByteLine:
    """One line of the account: what it is, how many numbers and bytes."""

    what: str
    numbers: int
    bytes: int


def ledger_row(library: SkillLibrary, skill: str, fate: Fate, original: FoldedAdapter | None = None) -> LedgerRow:
    """The task's line in this library. Cores that have not followed a rotation yet are bounded, not turned."""
    entry = library.skill(skill)
    norm = pooled(entry.norms)
    guarantees = library.bounds(skill)
    stored = sum(float(core.double().square().sum()) for core in entry.cores.values())
    drift = sum((guarantees[matrix] - entry.guarantees[matrix]) ** 2 for matrix in guarantees)
    missing = 0.0 if entry.pending or norm == 0 else max(0.0, 1 - max(0.0, stored - drift) / norm**2)
    relative = {m: guarantees[m] / entry.norms[m] for m in guarantees if entry.norms[m] > 0}
    worst = max(relative, key=lambda matrix: relative[matrix], default="")
    return LedgerRow(
        skill=skill,
        merge=library.merges,
        fate=fate,
        estimate=missing**0.5,
        guarantee=pooled(guarantees) / norm if norm else 0.0,
        exact=None if original is None else exact_error(library, skill, original),
        norm=norm,
        worst=worst,
        worst_guarantee=relative.get(worst, 0.0),
    )


def exact_error(library: SkillLibrary, skill: str, original: FoldedAdapter) -> float:
    """‖ΔW as trained − ΔW as served‖/‖ΔW as trained‖ over all matrices."""
    served = library.folded(skill)
    squares = 0.0
    for matrix, folded in original.items():
        squares += difference_norm(folded, served[matrix]) ** 2 if matrix in served else folded.norm**2
    norm = pooled({matrix: folded.norm for matrix, folded in original.items()})
    return float(squares**0.5 / norm) if norm else 0.0


def byte_lines(library: SkillLibrary, *, p: int, phi: int, rank: int, width: int = 4) -> tuple[ByteLine, ...]:
    """Every cost on its own line, in numbers and in bytes of `width` each.

    p: serving rank, phi: temporary columns, rank: r of the adapters archived (and of the plain LoRA compared with).
    """
    shapes = [
        (b.beta.vectors.shape[0], b.alpha.vectors.shape[0], b.beta.size, b.alpha.size) for b in library.bases.values()
    ]
    lines = {
        "coefficients resident per skill": sum(p * (kb + ka) for _, _, kb, ka in shapes),
        "core per skill": sum(kb * ka for _, _, kb, ka in shapes),
        "basis": sum(n * kb + d * ka for n, d, kb, ka in shapes),
        "basis weights": sum(kb * kb + ka * ka for _, _, kb, ka in shapes),
        "temporary columns while a skill trains": sum(phi * (n + d + 2 * p) for n, d, _, _ in shapes),
        "archive per skill": sum(rank * (n + d) for n, d, _, _ in shapes),
        "own columns of pending skills": sum(
            f.rank * (f.left.shape[0] + f.right.shape[0] + 1)
            for s in library.skills.values()
            for f in s.private.values()
        ),
    }
    return tuple(ByteLine(what, numbers, numbers * width) for what, numbers in lines.items())


def break_even_tasks(library: SkillLibrary, *, p: int, rank: int) -> float:
    """Number of tasks from which basis plus coefficients take fewer bytes than a plain LoRA each: about k/r.

    Infinite where a task's coefficients are no smaller than its LoRA.
    """
    numbers = {line.what: line.numbers for line in byte_lines(library, p=p, phi=0, rank=rank)}
    saved = numbers["archive per skill"] - numbers["coefficients resident per skill"]
    return numbers["basis"] / saved if saved > 0 else float("inf")


def pooled(values: Mapping[str, float]) -> float:
    """One figure for all matrices: the root of the sum of squares."""
    return float(sum(value**2 for value in values.values()) ** 0.5)
