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
from typing import NamedTuple

from sleepy_coder.share.basis import ROUNDING, Basis, Turn, empty_side, widen
from sleepy_coder.share.coefficients import project, unproject
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix, difference_norm
from sleepy_coder.share.ledger import Fate, LedgerRow, ledger_row
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


@dataclass(frozen=True, slots=True, eq=False)
class Merge:
    """What a merge made: the library, a ledger row per skill, the growth per matrix, and what a report must say."""

    library: SkillLibrary
    rows: tuple[LedgerRow, ...]
    growth: Mapping[str, Growth]
    refused: tuple[str, ...]
    mode: Mode
    warnings: tuple[str, ...]

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
    whole = _within(_merge(library, candidates, terms), library, budget, terms)
    if whole is not None:
        return whole
    accepted: dict[str, FoldedAdapter] = {}
    for name in sorted(candidates):
        trial = accepted | {name: candidates[name]}
        if _within(_merge(library, trial, terms), library, budget, terms) is not None:
            accepted = trial
    refused = {name: adapter for name, adapter in candidates.items() if name not in accepted}
    merged = _merge(library, accepted, terms, refused)
    return _within(merged, library, budget, terms) or merged


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
    for matrix in sorted({name for adapter in adapters.values() for name in adapter}):
        folded = [adapters[skill][matrix] for skill in sorted(adapters) if matrix in adapters[skill]]
        old = bases.get(matrix) or Basis(empty_side(len(folded[0].left)), empty_side(len(folded[0].right)))
        _check_shapes(matrix, old, folded)
        beta = widen(old.beta, [f.scaled_left for f in folded], terms.tolerance, cap=terms.k_cap, size=terms.k)
        alpha = widen(old.alpha, [f.right * f.singular for f in folded], terms.tolerance, cap=terms.k_cap, size=terms.k)
        bases[matrix] = Basis(beta.side, alpha.side)
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
    skills |= {name: _projected(adapter, bases, number) for name, adapter in adapters.items()}
    skills |= {name: _kept_apart(adapter, number) for name, adapter in refused.items()}
    history = dict(library.rotations) | ({number: rotations} if rotations else {})
    merged = SkillLibrary(bases, skills, number, history).settled(())
    fates = {name: _old_fate(entry, rotations) for name, entry in skills.items()}
    fates |= dict.fromkeys(adapters, Fate.MERGED) | dict.fromkeys(refused, Fate.PENDING)
    known = {**terms.originals, **adapters, **refused}
    rows = tuple(ledger_row(merged, name, fates[name], known.get(name)) for name in sorted(skills))
    mode = Mode.ALMOST_STRICT if set(terms.refined) & set(adapters) else Mode.STRICT
    return Merge(merged, rows, growth, tuple(sorted(refused)), mode, growth_warnings(library, adapters, growth))


def _within(merged: Merge, before: SkillLibrary, budget: float, terms: _Terms) -> Merge | None:
    """The merge if it pushes no task over its budget, else None.

    Old tasks are judged by bounds first; only one whose bound is too large is turned and measured (and stays so).
    A task that was over its budget before, and did not move, is not this merge's doing.
    """
    doubtful = []
    for row in merged.rows:
        if row.guarantee <= budget or row.fate in (Fate.UNCHANGED, Fate.PENDING):
            continue
        if row.fate is Fate.MERGED:
            return None
        doubtful.append(row)
    if not doubtful:
        return merged
    settled = merged.library.settled([row.skill for row in doubtful])
    earlier = before.settled([row.skill for row in doubtful])
    exact = {r.skill: ledger_row(settled, r.skill, r.fate, terms.originals.get(r.skill)) for r in doubtful}
    for name, row in exact.items():
        if row.guarantee > max(budget, ledger_row(earlier, name, row.fate).guarantee + ROUNDING):
            return None
    return replace(merged, library=settled, rows=tuple(exact.get(row.skill, row) for row in merged.rows))


def _projected(adapter: FoldedAdapter, bases: Mapping[str, Basis], number: int) -> Skill:
    cores = {matrix: project(folded, bases[matrix]) for matrix, folded in adapter.items()}
    losses = {m: difference_norm(folded, unproject(cores[m], bases[m])) for m, folded in adapter.items()}
    return Skill(cores, number, {matrix: folded.norm for matrix, folded in adapter.items()}, losses)


def _kept_apart(adapter: FoldedAdapter, number: int) -> Skill:
    norms = {matrix: folded.norm for matrix, folded in adapter.items()}
    private = {matrix: served_private(folded) for matrix, folded in adapter.items()}
    return Skill({}, number, norms, dict.fromkeys(adapter, 0.0), private)


def _old_fate(entry: Skill, rotations: Mapping[str, Rotation]) -> Fate:
    if entry.pending:
        return Fate.PENDING
    return Fate.TURNED if rotations.keys() & entry.norms.keys() else Fate.UNCHANGED


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
