"""Merging new skills into the shared basis.

Published rule, corrected as the numbers demand: factors are folded first (no scale, no gauge), nothing is centred, old
knowledge enters with its accumulated singular values, k is chosen by the error of every new task's ΔW and never
shrinks, and the new task is in the merge.

Below the cap on k, orthonormal residual columns are appended instead of rotating everything: the basis that results
spans the same space, and an old skill's ΔW is then exactly what it was, which a gate can know from a digest instead of
measuring it. Only where the cap forces it does a weighted SVD rotate and truncate. See `basis.widen`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sleepy_coder.share.basis import ROUNDING, Basis, Turn, empty_side, widen
from sleepy_coder.share.coefficients import Projected, projected
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix
from sleepy_coder.share.ledger import Fate, LedgerRow, ledger_row, pooled
from sleepy_coder.share.library import Rotation, Skill, SkillLibrary, served_private

# From this fraction of new α columns per incoming rank on, the tasks share no inputs.
NOTHING_SHARED = 0.9


class Mode(StrEnum):
    """strict: no old example was touched. almost strict: some old skill was refined on a little old data."""

    STRICT = "strict"
    ALMOST_STRICT = "almost strict"


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """One matrix: k of each side before and after, the k (β, α) that the tolerance asked for, the ranks that came in,
    and whether old columns were only appended to."""

    beta: tuple[int, int]
    alpha: tuple[int, int]
    wanted: tuple[int, int]
    ranks: int
    appended: bool


@dataclass(frozen=True, eq=False)
class Merge:
    """What a merge made: the library, the growth per matrix, and what a report must say.

    fates      of the skills that came in; old ones were turned or not
    rotated    matrices whose columns were turned
    originals  ΔW as trained, by skill, as far as they are at hand
    """

    library: SkillLibrary
    growth: Mapping[str, Growth]
    refused: tuple[str, ...]
    mode: Mode
    warnings: tuple[str, ...]
    fates: Mapping[str, Fate]
    rotated: frozenset[str]
    originals: Mapping[str, FoldedAdapter]

    @cached_property
    def rows(self) -> tuple[LedgerRow, ...]:
        """The ledger, a row per skill. Made when asked for: a merge itself takes no time for each old skill."""
        return tuple(self.row(name) for name in sorted(self.library.skills))

    def row(self, skill: str) -> LedgerRow:
        """One skill's line in the ledger."""
        entry = self.library.skill(skill)
        turned = self.rotated & entry.norms.keys() and not entry.pending
        old = Fate.PENDING if entry.pending else Fate.TURNED if turned else Fate.UNCHANGED
        return ledger_row(self.library, skill, self.fates.get(skill, old), self.originals.get(skill))

    @property
    def appended_only(self) -> bool:
        """Old β and α are a prefix of the new ones in every matrix: no old skill moved by one bit."""
        return all(growth.appended for growth in self.growth.values())


def initialise(
    adapters: Mapping[str, FoldedAdapter], *, tolerance: float = 0.05, k: int | None = None, k_cap: int | None = None
) -> Merge:
    """Library 0 from finished adapters. k by `tolerance`, or set outright (cut where there are fewer directions).

    No budget applies: what k or the cap costs each task stands in the rows.
    """
    return _merge(SkillLibrary(), adapters, _Terms(tolerance, k_cap, k, (), {}))


def merge(
    library: SkillLibrary,
    new: Mapping[str, FoldedAdapter],
    *,
    tolerance: float = 0.05,
    budget: float = 0.2,
    k_cap: int | None = None,
    refined: Sequence[str] = (),
    originals: Mapping[str, FoldedAdapter] | None = None,
) -> Merge:
    """Merge new skills, and pending ones again.

    tolerance  relative error of each new task's ΔW, per matrix, by which k is chosen
    budget     no task's guarantee (pooled over its matrices, all merges together) may exceed it; a new skill that would
               push any task over it is refused and keeps its own columns until the next merge
    k_cap      upper limit of k per side; None: as many as the tolerance asks for
    refined    which of `new` are old skills refined on old data (sets the mode)
    originals  archived ΔW by skill, for the exact column of the ledger

    A new skill with an old one's id replaces it.
    """
    candidates = {name: entry.private for name, entry in library.skills.items() if entry.pending} | dict(new)
    terms = _Terms(tolerance, k_cap, None, tuple(refined), originals or {})
    whole = _within(_merge(library, candidates, terms), library, budget)
    if whole is not None:
        return whole
    accepted: dict[str, FoldedAdapter] = {}
    for name in sorted(candidates):
        trial = accepted | {name: candidates[name]}
        if _within(_merge(library, trial, terms), library, budget) is not None:
            accepted = trial
    refused = {name: adapter for name, adapter in candidates.items() if name not in accepted}
    merged = _merge(library, accepted, terms, refused)
    return _within(merged, library, budget) or merged


class _Terms(NamedTuple):
    tolerance: float
    k_cap: int | None
    k: int | None
    refined: tuple[str, ...]
    originals: Mapping[str, FoldedAdapter]


def _merge(
    library: SkillLibrary,
    adapters: Mapping[str, FoldedAdapter],
    terms: _Terms,
    refused: Mapping[str, FoldedAdapter] | None = None,
) -> Merge:
    """One merge of all `adapters` at once, whatever it costs; `refused` ones keep their own columns."""
    if not 0 <= terms.tolerance < 1:
        raise ValueError(f"a tolerance lies in [0, 1), not {terms.tolerance}")
    number, refused = library.merges + 1, refused or {}
    bases, rotations, growth = dict(library.bases), {}, {}
    found: dict[str, dict[str, Projected]] = {}
    for matrix in sorted({name for adapter in adapters.values() for name in adapter}):
        adapting = [skill for skill in sorted(adapters) if matrix in adapters[skill]]
        folded = [adapters[skill][matrix] for skill in adapting]
        old = bases.get(matrix) or Basis(empty_side(len(folded[0].left)), empty_side(len(folded[0].right)))
        _check_shapes(matrix, old, folded)
        beta = widen(old.beta, [f.scaled_left for f in folded], terms.tolerance, cap=terms.k_cap, size=terms.k)
        alpha = widen(old.alpha, [f.right * f.singular for f in folded], terms.tolerance, cap=terms.k_cap, size=terms.k)
        bases[matrix] = Basis(beta.side, alpha.side)
        for skill, one, left, right in zip(adapting, folded, beta.blocks, alpha.blocks, strict=True):
            found.setdefault(skill, {})[matrix] = projected(left, right, one.singular)
        growth[matrix] = Growth(
            beta=(old.beta.size, beta.side.size),
            alpha=(old.alpha.size, alpha.side.size),
            wanted=(beta.wanted, alpha.wanted),
            ranks=sum(f.rank for f in folded),
            appended=beta.turn is None and alpha.turn is None,
        )
        if not growth[matrix].appended:
            rotations[matrix] = Rotation(beta.turn, alpha.turn, _bound(old, beta.turn, alpha.turn))
    skills = dict(library.skills)
    skills |= {name: _merged(adapter, found.get(name, {}), number) for name, adapter in adapters.items()}
    skills |= {name: _kept_apart(adapter, number) for name, adapter in refused.items()}
    history = dict(library.rotations) | ({number: rotations} if rotations else {})
    merged = SkillLibrary(bases, skills, number, history).settled(())
    mode = Mode.ALMOST_STRICT if set(terms.refined) & set(adapters) else Mode.STRICT
    return Merge(
        library=merged,
        growth=growth,
        refused=tuple(sorted(refused)),
        mode=mode,
        warnings=growth_warnings(library, adapters, growth),
        fates=dict.fromkeys(adapters, Fate.MERGED) | dict.fromkeys(refused, Fate.PENDING),
        rotated=frozenset(rotations),
        originals={**terms.originals, **adapters, **refused},
    )


def _within(merged: Merge, before: SkillLibrary, budget: float) -> Merge | None:
    """The merge if it pushes no task over its budget, else None.

    Old tasks are judged by bounds first; only one whose bound is too large is turned and measured (and stays so).
    A task that was over its budget before, and did not move, is not this merge's doing.
    """
    came = [name for name, fate in merged.fates.items() if fate is Fate.MERGED]
    if any(_guarantee(merged.library, name) > budget for name in came):
        return None
    if not merged.rotated or budget == float("inf"):
        return merged
    old = merged.library.skills.keys() - merged.fates.keys()
    doubtful = [name for name in sorted(old) if _guarantee(merged.library, name) > budget]
    settled, earlier = merged.library.settled(doubtful), before.settled(doubtful)
    for name in doubtful:
        if _guarantee(settled, name) > max(budget, _guarantee(earlier, name) + ROUNDING):
            return None
    return replace(merged, library=settled) if doubtful else merged


def _guarantee(library: SkillLibrary, skill: str) -> float:
    """Relative to ‖ΔW‖, pooled over matrices; a pending skill, served as trained, has lost nothing."""
    norm = pooled(library.skill(skill).norms)
    return pooled(library.bounds(skill)) / norm if norm else 0.0


def _merged(adapter: FoldedAdapter, found: Mapping[str, Projected], number: int) -> Skill:
    norms = {matrix: folded.norm for matrix, folded in adapter.items()}
    cores, losses = {m: one.core for m, one in found.items()}, {m: one.loss for m, one in found.items()}
    return Skill(cores, number, norms, losses)


def _kept_apart(adapter: FoldedAdapter, number: int) -> Skill:
    norms = {matrix: folded.norm for matrix, folded in adapter.items()}
    private = {matrix: served_private(folded) for matrix, folded in adapter.items()}
    return Skill({}, number, norms, dict.fromkeys(adapter, 0.0), private)


def _bound(old: Basis, beta: Turn | None, alpha: Turn | None) -> float:
    """No old ΔW moves by more: every core's energy in the lost directions is part of what the spread has there."""
    squares = 0.0
    for side, turn in ((old.beta, beta), (old.alpha, alpha)):
        if turn is not None:
            squares += float((turn.lost.double() @ side.spread.double()).square().sum())
    return float(squares**0.5)


def _check_shapes(matrix: str, basis: Basis, folded: Sequence[FoldedMatrix]) -> None:
    expected = len(basis.beta.vectors), len(basis.alpha.vectors)
    for one in folded:
        if (len(one.left), len(one.right)) != expected:
            raise ValueError(
                f"{matrix}: ΔW is {len(one.left)}x{len(one.right)}, the library has {expected[0]}x{expected[1]}"
            )


def growth_warnings(
    library: SkillLibrary, adapters: Mapping[str, FoldedAdapter], growth: Mapping[str, Growth]
) -> tuple[str, ...]:
    """Words for a basis that shares nothing: with several tasks, α widening by (nearly) every rank that came in.

    The usual cause is a different random start of A for each task.
    """
    if len(adapters) + len(library.skills) < 2 or not growth:
        return ()
    grown = sum(g.wanted[1] - g.alpha[0] for g in growth.values())
    arrived = sum(g.ranks for g in growth.values())
    if arrived == 0 or grown < NOTHING_SHARED * arrived:
        return ()
    return (
        f"nothing is shared: {arrived} ranks asked for {grown} new columns of α; "
        "adapters whose A started from different seeds do this",
    )
