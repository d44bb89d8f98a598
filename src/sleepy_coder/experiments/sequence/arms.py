"""The arms: who learns, how the answer is given, and which settings each may try.

Arms that serve what another arm's learner trained stand on that learner; those that only combine it (the averages) use
their trials to choose how.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor

from sleepy_coder.embedded.location import library_folder
from sleepy_coder.experiments.sequence.learners.learner import Learner, Serving, Setting, private
from sleepy_coder.experiments.sequence.learners.lora import (
    ALL,
    JointLoRA,
    LoRAPerSkill,
    OLoRA,
    ReplayLoRA,
    SequentialLoRA,
)
from sleepy_coder.experiments.sequence.learners.share import AlmostStrict, RandomBasis, Share
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.share.coefficients import mix, truncate
from sleepy_coder.share.library import Skill, SkillLibrary
from sleepy_coder.share.subspace import mean_adapter

Serve = Callable[[Learner, Setting], Serving]

AVERAGE = "average"
FACTOR_RANK = 8
"""Of the coefficients that are averaged apart; a core of higher rank is cut to it first."""

LEARNERS: dict[str, Callable[..., Learner]] = {
    learner.kind: learner
    for learner in (SequentialLoRA, ReplayLoRA, OLoRA, LoRAPerSkill, JointLoRA, Share, AlmostStrict, RandomBasis)
}

_LORA = (Setting(3e-3), Setting(1e-2), Setting(1e-3), Setting(3e-3, 4))
_SHARE = (Setting(5e-3, 0), Setting(1e-2, 0), Setting(2e-3, 0), Setting(1e-2, 4))
_AVERAGE = (Setting(0, 0, 1.0), Setting(0, 0, 0.5), Setting(0, 0, 0.25), Setting(0, 0, 0.75))
_SCALES = tuple(Setting(0, 0, weight) for weight in (1.0, 0.75, 0.5, 0.25, 0.0))
_SCALES_OF_FACTORS = (*_SCALES, Setting(0, 0, -0.5), Setting(0, 0, -1.0))


@dataclass(frozen=True, slots=True)
class Arm:
    """`grid` are settings in the order in which they are tried. A `combines` arm keeps its learner's own best setting
    and tries ways of combining; after the last night it is asked with all `scales`, since a way that was tuned on few
    skills may be wrong for many. Measured on every item after `every_night`, else at the night that matters and at the
    end.
    """

    name: str
    learner: str
    serve: Serve
    grid: tuple[Setting, ...]
    every_night: bool = False
    combines: bool = False
    scales: tuple[Setting, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether a skill is served, as long as it lives, as it was learned; merges that only append leave its bits."""
        return self.serve in (by_oracle, by_router) and self.learner != AlmostStrict.kind


def everything(learner: Learner, setting: Setting) -> Serving:
    """One adapter for whatever comes."""
    library = private(learner.adapters())
    return Serving(library, lambda skill, error: ALL if library.skills else None)


def by_oracle(learner: Learner, setting: Setting) -> Serving:
    """Each item to its own skill, as soon as that is learned."""
    library = _library(learner)
    learned = {one.skill for one in learner.lessons}
    return Serving(library, lambda skill, error: skill if skill in learned else None)


def by_router(learner: Learner, setting: Setting) -> Serving:
    """By the signature router that ships, which knows what the learned skills' examples looked like; with a shared
    basis it knows the skills of library 0 besides."""
    library = _library(learner)
    owner: dict[str, str] = {}
    if isinstance(learner, Share) and not isinstance(learner, RandomBasis):
        manifest = read_manifest(library_folder())
        owner = {
            key: name for name in library.skills if name in manifest.skills for key in manifest.skills[name].signatures
        }
    for lesson in learner.lessons:
        for key in lesson.signatures:
            owner.setdefault(key, lesson.skill)
    keys: dict[str, tuple[str, ...]] = {}
    for key, name in owner.items():
        keys[name] = (*keys.get(name, ()), key)
    router = SignatureRouter(keys)

    def choose(skill: str | None, error: Diagnostic) -> str | None:
        return router.route(error).skill

    return Serving(library, choose)


def averaged(learner: Learner, setting: Setting) -> Serving:
    """The mean of all learned ΔW, times T^(1 - weight): 1 is the mean, 0 the sum."""
    adapters = learner.adapters()
    if not adapters:
        return Serving(SkillLibrary(), lambda skill, error: None)
    scale = len(adapters) ** (1 - setting.weight)
    folded = {m: type(f)(f.left, f.singular * scale, f.right) for m, f in mean_adapter(adapters).items()}
    return Serving(private({ALL: folded}), lambda skill, error: ALL)


def averaged_cores(learner: Learner, setting: Setting) -> Serving:
    """The same in core space."""
    return _core_average(learner, lambda cores: mix(cores, [len(cores) ** -setting.weight] * len(cores)))


def averaged_factors(learner: Learner, setting: Setting) -> Serving:
    """ε_β and ε_α averaged apart, as the earlier implementation did; their product times T^(1 - weight): -1 is the
    product of the sums."""

    def average(cores: list[Tensor]) -> Tensor:
        rows, columns = (max(core.shape[side] for core in cores) for side in (0, 1))
        beta, alpha = cores[0].new_zeros(rows, FACTOR_RANK), cores[0].new_zeros(columns, FACTOR_RANK)
        for core in cores:
            cut = truncate(core, FACTOR_RANK)
            beta[: cut.beta.shape[0], : cut.beta.shape[1]] += cut.beta / len(cores)
            alpha[: cut.alpha.shape[0], : cut.alpha.shape[1]] += cut.alpha / len(cores)
        scaled: Tensor = float(len(cores) ** (1 - setting.weight)) * (beta @ alpha.T)
        return scaled

    return _core_average(learner, average)


def _core_average(learner: Learner, average: Callable[[list[Tensor]], Tensor]) -> Serving:
    library = _library(learner)
    if not learner.lessons:
        return Serving(library, lambda skill, error: None)
    cores: dict[str, list[Tensor]] = {}
    for lesson in learner.lessons:
        for matrix, core in library.cores(lesson.skill).items():
            cores.setdefault(matrix, []).append(core)
    mean = {matrix: average(found) for matrix, found in cores.items()}
    skill = Skill(mean, library.merges, dict.fromkeys(mean, 0.0), dict.fromkeys(mean, 0.0))
    whole = SkillLibrary(library.bases, {AVERAGE: skill}, library.merges)
    return Serving(whole, lambda skill, error: AVERAGE)


def _library(learner: Learner) -> SkillLibrary:
    return learner.library if isinstance(learner, Share) else private(learner.adapters())


ARMS: Mapping[str, Arm] = {
    arm.name: arm
    for arm in (
        Arm("lora_sequential", "lora_sequential", everything, _LORA, every_night=True),
        Arm(
            "lora_replay",
            "lora_replay",
            everything,
            (Setting(3e-3, 8, 0.5), Setting(1e-2, 8, 0.5), Setting(1e-3, 8, 0.5), Setting(3e-3, 8, 0.25)),
            every_night=True,
        ),
        Arm(
            "olora",
            "olora",
            everything,
            (Setting(3e-3, 8, 0.5), Setting(1e-2, 8, 0.5), Setting(1e-3, 8, 0.5), Setting(3e-3, 8, 0.05)),
            every_night=True,
        ),
        Arm("lora_per_skill_oracle", "lora_per_skill", by_oracle, _LORA),
        Arm("lora_per_skill_routed", "lora_per_skill", by_router, _LORA),
        Arm("joint", "joint", everything, (Setting(3e-3, 32), Setting(1e-2, 8), Setting(1e-3, 32), Setting(3e-3, 8))),
        Arm("mean_adapter", "lora_per_skill", averaged, _AVERAGE, combines=True, scales=_SCALES),
        Arm(
            "share_averaged_factors",
            "share",
            averaged_factors,
            _AVERAGE,
            combines=True,
            scales=_SCALES_OF_FACTORS,
        ),
        Arm("share_averaged_cores", "share", averaged_cores, _AVERAGE, combines=True, scales=_SCALES),
        Arm("share_oracle", "share", by_oracle, _SHARE),
        Arm("share_routed", "share", by_router, _SHARE, every_night=True),
        Arm("share_routed_almost_strict", "share_almost_strict", by_router, _SHARE),
        Arm("random_basis", "random_basis", by_router, _SHARE),
    )
}
"""All learned arms. The others (`base`, `suggestions`, `hints`, `retrieval`, `copy_neighbour`) are in `unlearned`."""

UNLEARNED = ("base", "hints", "retrieval", "copy_neighbour")
SUGGESTIONS = "suggestions"
NAMES = (*ARMS, *UNLEARNED, SUGGESTIONS)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which arms take part, and whether those that are asked every night are, or at the ends of their skills alone."""

    names: tuple[str, ...] = NAMES
    every_night: bool = True

    @property
    def learned(self) -> Mapping[str, Arm]:
        """Those of `ARMS`."""
        return {name: arm for name, arm in ARMS.items() if name in self.names}


WHOLE = Scope()
