"""Training one skill in the shared basis: coefficients first, temporary columns where those do not fit.

The basis is frozen all the while. Coefficients are a core per matrix; if the held-out examples show that the basis
cannot say what the skill needs, φ columns are opened on either side and trained together with a larger core.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sleepy_coder.adapters.attach import Attachment
from sleepy_coder.adapters.share_layer import CoefficientAdapter, ExpansionAdapter, WarmStart
from sleepy_coder.adapters.trainable import TrainableAdapter
from sleepy_coder.errors import TrainingDiverged
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.training.batches import TokenRow, batches
from sleepy_coder.training.loop import Schedule, StepReport, train
from sleepy_coder.training.measure import Fit, fit

FIRST_COLUMNS = 8
"""Opened per side by the first skill of a model that brought no library."""


@dataclass(frozen=True, slots=True)
class SkillPlan:
    """How one skill is trained. `fits_at` is the fraction of held-out answers, given exactly, at which coefficients
    alone are enough; below it φ = `phi` columns are opened for the same number of steps.
    """

    steps: int
    rate: float
    tokens_per_batch: int
    longest: int
    phi: int
    rank: int | None
    fits_at: float
    seed: int


@dataclass(frozen=True, slots=True)
class TrainedSkill:
    """What came out: ΔW, which kind of adapter it is, and how well held-out examples are known before and after.

    `narrow` is what coefficients alone reached, where columns were opened as well; None where they were enough.
    `kept_*` count the examples in `kept` that are answered exactly.
    """

    folded: FoldedAdapter
    kind: str
    steps: int
    trained_numbers: int
    trained_tensors: dict[str, int]
    before: Fit
    after: Fit
    curve: tuple[StepReport, ...]
    narrow: Fit | None = None
    kept_before: int = 0
    kept_after: int = 0


def train_in_basis(
    model: Any,
    attachment: Attachment,
    library: SkillLibrary,
    rows: Sequence[TokenRow],
    held_out: Sequence[TokenRow],
    plan: SkillPlan,
    *,
    padding: int,
    warm: WarmStart = None,
    may_go_on: Callable[[], bool] = lambda: True,
    on_step: Callable[[StepReport], None] = lambda report: None,
    kept: Sequence[TokenRow] = (),
    served: str | None = None,
) -> TrainedSkill:
    """The skill as a folded ΔW; the attachment serves nothing afterwards. `may_go_on` is asked between steps.

    `served` is the skill of the library that answers such errors so far, which "before" is told of; None is the base
    model. `kept` decide nothing. Raises TrainingDiverged, with the attachment serving nothing; where opened columns
    alone diverge, the coefficients are kept.
    """
    if served is not None:
        attachment.load(library)
    attachment.select(served)
    before, kept_before = fit(model, held_out, padding=padding), _exact(model, kept, padding)
    attachment.select(None)
    device = next(model.parameters()).device
    if not any(basis.beta.size and basis.alpha.size for basis in library.bases.values()):
        adapter: TrainableAdapter = ExpansionAdapter(
            library, phi=max(plan.phi, FIRST_COLUMNS), seed=plan.seed, device=device
        )
        plan = replace(plan, phi=0)  # nothing can be said in a basis without columns, and these are all it gets
    else:
        adapter = CoefficientAdapter(library, rank=plan.rank, warm=warm, seed=plan.seed, device=device)
    trained = _train(model, attachment, adapter, rows, held_out, plan, padding, may_go_on, on_step)
    steps, curve, after = trained
    narrow = None
    if after.exact_fraction < plan.fits_at and plan.phi > 0 and may_go_on():
        wider = ExpansionAdapter(library, phi=plan.phi, warm=warm, seed=plan.seed, device=device)
        try:
            more = _train(model, attachment, wider, rows, held_out, plan, padding, may_go_on, on_step)
        except TrainingDiverged:
            more = trained
        narrow = after
        if more[2].exact_fraction > after.exact_fraction:
            adapter, (steps, curve, after) = wider, more
    attachment.train(adapter)
    kept_after = _exact(model, kept, padding)
    attachment.select(None)
    return TrainedSkill(
        adapter.folded(),
        adapter.kind,
        steps,
        adapter.trained_numbers,
        _by_kind(adapter),
        before,
        after,
        curve,
        narrow,
        kept_before,
        kept_after,
    )


def _exact(model: Any, rows: Sequence[TokenRow], padding: int) -> int:
    """How many are answered exactly."""
    return round(len(rows) * fit(model, rows, padding=padding).exact_fraction) if rows else 0


def _train(
    model: Any,
    attachment: Attachment,
    adapter: TrainableAdapter,
    rows: Sequence[TokenRow],
    held_out: Sequence[TokenRow],
    plan: SkillPlan,
    padding: int,
    may_go_on: Callable[[], bool],
    on_step: Callable[[StepReport], None],
) -> tuple[int, tuple[StepReport, ...], Fit]:
    curve: list[StepReport] = []

    def step(report: StepReport) -> bool:
        curve.append(report)
        on_step(report)
        return not may_go_on()

    data = batches(
        rows,
        tokens_per_batch=plan.tokens_per_batch,
        longest=plan.longest,
        prompt_weight=0.0,
        padding=padding,
        seed=plan.seed,
    )
    attachment.train(adapter)
    try:
        steps = train(model, adapter.parameters(), data, Schedule(plan.rate, plan.steps, warmup=5), on_step=step)
        after = fit(model, held_out, padding=padding)
    finally:
        attachment.select(None)
    return steps, tuple(curve), after


def _by_kind(adapter: TrainableAdapter) -> dict[str, int]:
    """Trainable tensors that received a gradient, counted by the last part of their names."""
    counts: dict[str, int] = {}
    for name, parameter in adapter.tensors.items():
        if parameter.requires_grad:
            kind = name.rpartition(".")[2]
            counts[kind] = counts.get(kind, 0) + 1
    return counts
