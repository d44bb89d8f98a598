"""Learners in a shared basis: Share, strict and almost strict, as the night does it, and coefficients in other bases.

Each skill trains coefficients in the frozen basis, opens temporary columns where those do not fit, and is merged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache

import torch
from torch import Tensor

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.experiments.sequence.course import Lesson
from sleepy_coder.experiments.sequence.kept import Facts, Trained
from sleepy_coder.experiments.sequence.learners.learner import LONGEST, Learner, School, Setting, flat, unflat
from sleepy_coder.share.basis import Basis, Side
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix
from sleepy_coder.share.ledger import Fate
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import Merge, initialise, merge
from sleepy_coder.share.subspace import random_basis
from sleepy_coder.training.skill import SkillPlan, TrainedSkill, train_in_basis
from sleepy_coder.training.strategy import ALMOST_STRICT, STRICT, Strategy, merge_by

BUDGET = 0.2
"""A night's."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a shared basis starts and how it may grow; the defaults are a night's.

    `initial` is how many skills of library 0 the basis is made from (None: library 0 as it ships); `k` sets the columns
    of each side then, `cap` bounds them ever after. `phi` are the columns opened where coefficients do not fit. No
    skill may lose more than `budget` of its ΔW to merges, or the merge is refused.
    """

    initial: int | None = None
    k: int | None = None
    cap: int = 256
    phi: int = 4
    fits_at: float = 0.7
    tolerance: float = 0.1
    budget: float = BUDGET

    def __str__(self) -> str:
        """All but a budget that is a night's: what was trained before a budget could be set stays known by its key."""
        told = [one for one in fields(self) if one.name != "budget" or self.budget != BUDGET]
        return f"Ground({', '.join(f'{one.name}={getattr(self, one.name)!r}' for one in told)})"


class Share(Learner):
    """Strict: no old example is touched. A skill's coefficients are as `train_in_basis` leaves them."""

    kind = "share"
    strategy: Strategy = STRICT

    def __init__(self, school: School, setting: Setting, seed: int, ground: Ground | None = None) -> None:
        super().__init__(school, setting, seed)
        self.ground = ground or Ground()
        self.library = first_library(self.ground)
        self.merges: list[Merge] = []
        self.originals: dict[str, FoldedAdapter] = {}
        """ΔW of the skills as they were trained."""

    @property
    def basis(self) -> str:
        return f"{self.ground} on {library_zero_digest()}"

    def train(self, lesson: Lesson) -> Trained:
        learned = self._learned(lesson)
        expanded = learned.kind == "expansion"
        tried = learned.narrow is not None
        numbers = self._coefficients() + (self._expansion() if tried else 0)
        rounds = 2 if tried else 1
        tensors = flat(learned.folded, f"{lesson.skill}|")
        refined, more = self._refined(lesson, learned.folded)
        for skill, folded in refined.items():
            tensors |= flat(folded, f"{skill}|")
        tokens = rounds * sum(report.tokens for report in learned.curve)
        facts = Facts(trained_numbers=numbers + more, seconds=0.0, tokens=tokens, kind=learned.kind, expanded=expanded)
        return Trained(tensors, facts)

    def take(self, lesson: Lesson, tensors: Mapping[str, Tensor]) -> None:
        learned = {name: unflat(tensors, f"{name}|") for name in sorted({key.partition("|")[0] for key in tensors})}
        self.originals |= learned
        merged = self._merged({lesson.skill: learned.pop(lesson.skill)})
        self.merges.append(merged)
        self.library = merged.library
        if learned:
            self.merges.append(self._merged(learned, refined=tuple(learned)))
            self.library = self.merges[-1].library

    def adapters(self) -> Mapping[str, FoldedAdapter]:
        return {one.skill: self.library.folded(one.skill) for one in self.lessons}

    def _learned(self, lesson: Lesson) -> TrainedSkill:
        school = self.school
        return train_in_basis(
            school.model.model,
            school.model.attachment,
            self.library,
            school.training_rows(lesson),
            school.held_out_rows(lesson),
            self._plan(),
            padding=school.model.chat.padding,
        )

    def _plan(self) -> SkillPlan:
        form = self.school.form
        return SkillPlan(
            steps=form.steps,
            rate=self.setting.rate,
            tokens_per_batch=form.tokens_per_batch,
            longest=LONGEST,
            phi=self.ground.phi,
            rank=self.setting.rank or None,
            fits_at=self.ground.fits_at,
            seed=self.seed,
        )

    def _merged(self, new: Mapping[str, FoldedAdapter], refined: tuple[str, ...] = ()) -> Merge:
        at = self.ground
        return merge(self.library, new, tolerance=at.tolerance, budget=at.budget, k_cap=at.cap, refined=refined)

    def _refined(self, lesson: Lesson, folded: FoldedAdapter) -> tuple[dict[str, FoldedAdapter], int]:
        """Old skills trained on again, and how many numbers that gave a gradient to."""
        return {}, 0

    def _coefficients(self) -> int:
        """What a skill's coefficients train."""
        p = self.setting.rank
        sizes = [(basis.beta.size, basis.alpha.size) for basis in self.library.bases.values()]
        return sum(min(p, *size) * sum(size) if p else size[0] * size[1] for size in sizes)

    def _expansion(self) -> int:
        """What temporary columns and their larger core train besides."""
        numbers, phi = 0, self.ground.phi
        for basis in self.library.bases.values():
            (n, kb), (d, ka) = basis.beta.vectors.shape, basis.alpha.vectors.shape
            more_b, more_a = min(phi, n - kb), min(phi, d - ka)
            numbers += (kb + more_b) * (ka + more_a) + n * more_b + d * more_a
        return numbers


class AlmostStrict(Share):
    """After each merge old skills are refined on a few of their old examples."""

    kind = "share_almost_strict"
    strategy = ALMOST_STRICT

    def _refined(self, lesson: Lesson, folded: FoldedAdapter) -> tuple[dict[str, FoldedAdapter], int]:
        school = self.school
        merged = merge_by(
            replace(self.strategy, old_steps=min(self.strategy.old_steps, school.form.steps)),
            self.library,
            {lesson.skill: folded},
            school.model.model,
            school.model.attachment,
            {one.skill: school.training_rows(one) for one in self.lessons},
            self._plan(),
            padding=school.model.chat.padding,
            tolerance=self.ground.tolerance,
            k_cap=self.ground.cap,
        )
        came = [name for name, fate in merged.fates.items() if fate is Fate.MERGED and name != lesson.skill]
        sizes = [(basis.beta.size, basis.alpha.size) for basis in merged.library.bases.values()]
        numbers = len(self.lessons) * sum(kb * ka for kb, ka in sizes)
        return {name: merged.originals[name] for name in came}, numbers


class RandomBasis(Share):
    """The control: the same coefficients in random orthonormal columns, as many as the shared basis starts with."""

    kind = "random_basis"

    def __init__(self, school: School, setting: Setting, seed: int, ground: Ground | None = None) -> None:
        super().__init__(school, setting, seed, ground or Ground(phi=0))
        self.library = SkillLibrary(
            {
                matrix: random_basis(
                    len(basis.beta.vectors), len(basis.alpha.vectors), max(basis.beta.size, basis.alpha.size), seed
                )
                for matrix, basis in self.library.bases.items()
            }
        )


class WeightsBasis(Share):
    """Coefficients among the leading singular vectors of the base model's own weights, as LoRA-XS has them
    (arXiv 2405.17604), as many columns as the shared basis starts with."""

    kind = "weights_basis"

    def __init__(self, school: School, setting: Setting, seed: int, ground: Ground | None = None) -> None:
        super().__init__(school, setting, seed, ground or Ground(phi=0))
        sizes = {name: max(basis.beta.size, basis.alpha.size) for name, basis in self.library.bases.items()}
        weights = {name: school.model.model.get_submodule(name).weight for name in sizes}
        self.library = SkillLibrary({name: leading_basis(weights[name], k) for name, k in sizes.items()})


@cache
def library_zero() -> SkillLibrary:
    """The shipped library."""
    return read_library(library_folder())


def leading_basis(weight: Tensor, k: int) -> Basis:
    """k left and right singular vectors of W (n, d), the largest first, all weighted alike."""
    U, _, Vh = torch.linalg.svd(weight.detach().to("cpu", torch.float64), full_matrices=False)
    sides = (vectors[:, :k].float().contiguous() for vectors in (U, Vh.T))
    return Basis(*(Side(vectors, torch.eye(vectors.shape[1])) for vectors in sides))


@cache
def library_zero_digest() -> str:
    """Of the shipped library, all skills."""
    zero = library_zero()
    return "/".join(zero.digest(skill)[:12] for skill in sorted(zero.skills))


@cache
def first_library(ground: Ground) -> SkillLibrary:
    """Library 0, or one made anew from some of its skills."""
    zero = library_zero()
    if ground.initial is None and ground.k is None:
        return zero
    names = sorted(zero.skills)[: ground.initial]
    folded: dict[str, Mapping[str, FoldedMatrix]] = {name: zero.folded(name) for name in names}
    return initialise(folded, tolerance=ground.tolerance, k=ground.k).library
