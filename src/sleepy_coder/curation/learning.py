"""One skill of one night: trained in the shared basis, and kept in the night's folder, so that a killed night does not
learn it twice.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sleepy_coder.adapters.archive_files import read_archive, write_archive
from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.nearest import Start, nearest
from sleepy_coder.curation.plan import TOKENS_PER_BATCH, NightPlan
from sleepy_coder.curation.selection import Lesson, Selection
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.errors import TrainingDiverged
from sleepy_coder.registry.night_record import NOT_MERGED, CurvePoint, SkillRecord
from sleepy_coder.registry.nights import TRAINED, NightFolder
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.signature import Signature
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.loop import StepReport
from sleepy_coder.training.measure import fit
from sleepy_coder.training.skill import SkillPlan, TrainedSkill, train_in_basis
from sleepy_coder.training.token_rows import tokenize

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

LONGEST = 2048  # tokens; a model that must be told the answer format spends several hundred on that alone


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of one skill's training, and the ΔW it left."""

    record: SkillRecord
    folded: FoldedAdapter

    @property
    def worth_merging(self) -> bool:
        """Whether examples kept from training are answered better than before."""
        return self.record.fate != NOT_MERGED


def learn(
    skill: DueSkill,
    selection: Selection,
    incumbent: Version,
    plan: NightPlan,
    folder: NightFolder,
    workshop: Workshop,
    *,
    may_go_on: Callable[[], bool] = lambda: True,
    on_step: Callable[[StepReport], None] = lambda report: None,
) -> Learned:
    """The trained skill, now or from the part of this night that was killed. Held-out examples say what it learned; one
    whose training diverges is as it was, with a ΔW of nothing, and not to be merged.
    """
    name = f"{TRAINED}/{skill.skill}.json"
    record = folder.read(name, SkillRecord)  # written after the ΔW, so that with it both are whole
    folded = None if record is None else read_archive(folder.path / TRAINED, skill.skill)
    if record is not None and folded is not None:
        return Learned(record, folded)
    started, model, settings = time.monotonic(), workshop.model, workshop.settings
    library = read_library(incumbent.path)
    held_out, training = (_tokens(rows, skill, model) for rows in split(selection.lessons, plan))
    kept = _tokens(selection.holdout, skill, model)
    start = nearest(skill, training, library, incumbent.manifest.skills, model, settings.nearest_skills)
    served = skill.skill if skill.skill in library.skills else None
    curve: list[StepReport] = []

    def step(report: StepReport) -> None:
        curve.append(report)
        on_step(report)

    diverged = None
    try:
        trained = train_in_basis(
            model.model,
            model.attachment,
            library,
            training,
            held_out,
            skill_plan(plan, settings),
            padding=model.chat.padding,
            warm=start.skill,
            may_go_on=may_go_on,
            on_step=step,
            kept=kept,
            served=served,
        )
    except TrainingDiverged as problem:
        diverged, trained = str(problem), _as_it_was(model, served, held_out, curve)
    record = _record(skill, selection, plan, settings, start, trained, len(held_out), again=served is not None)
    if diverged is not None:  # the plan ends where the training did: more time would not have helped
        choices = (skill.why, start.why, f"not merged: {diverged}")
        record = replace(record, planned_steps=trained.steps, fate=NOT_MERGED, choices=choices)
    record = replace(record, seconds=time.monotonic() - started)
    write_archive(folder.path / TRAINED, skill.skill, trained.folded)
    folder.write(name, record)
    # what was stored, not what was computed: a resumed night and an unbroken one must merge the same bits
    return Learned(record, read_archive(folder.path / TRAINED, skill.skill) or trained.folded)


def _as_it_was(
    model: "LocalModel", served: str | None, held_out: Sequence[TokenRow], curve: Sequence[StepReport]
) -> TrainedSkill:
    """No ΔW, and what the model knows all the same; the attachment must hold `served` already, and serves nothing
    afterwards.
    """
    model.attachment.select(served)
    known = fit(model.model, held_out, padding=model.chat.padding)
    model.attachment.select(None)
    return TrainedSkill({}, "coefficients", len(curve), 0, {}, known, known, tuple(curve))


def _record(
    skill: DueSkill,
    selection: Selection,
    plan: NightPlan,
    settings: Settings,
    start: Start,
    trained: TrainedSkill,
    held_out: int,
    *,
    again: bool,
) -> SkillRecord:
    wanted = _wanted(trained, settings, again=again)
    improved = trained.after.exact_fraction - trained.before.exact_fraction >= wanted
    return SkillRecord(
        skill=skill.skill,
        code=Signature.of(skill.signatures[0]).code,
        signatures=tuple(sorted({*skill.signatures, *(row.signature for row in selection.lessons)})),
        failures=skill.failures,
        examples=len(selection.lessons),
        origins=dict(selection.card.origins),
        kind=trained.kind,
        warm_start=start.skill,
        steps=trained.steps,
        planned_steps=plan.steps,
        seconds=0.0,
        trained_numbers=trained.trained_numbers,
        trained_tensors=trained.trained_tensors,
        norm=sum(matrix.norm**2 for matrix in trained.folded.values()) ** 0.5,
        exact_before=trained.before.exact_fraction,
        exact_after=trained.after.exact_fraction,
        curve=tuple(CurvePoint(report.step, report.loss) for report in trained.curve),
        fate="merged" if improved else NOT_MERGED,
        choices=(skill.why, start.why, _columns(trained, settings), _merging(trained, wanted, held_out, improved)),
        card=selection.card,
        holdout_before=trained.kept_before,
        holdout_after=trained.kept_after,
    )


def _wanted(trained: TrainedSkill, settings: Settings, *, again: bool) -> float:
    """The least improvement worth a merge, as a fraction of held-out examples. A skill that is taught `again` is
    compared with itself as it is served, and may know most of them already: then of those that it does not know."""
    missing = 1 - trained.before.exact_fraction
    return settings.least_improvement * (missing if again and missing > 0 else 1)


def _columns(trained: TrainedSkill, settings: Settings) -> str:
    if trained.narrow is None:
        exact = f"coefficients answered {trained.after.exact_fraction:.0%} of held-out examples exactly"
        if trained.kind != "coefficients":
            return (
                f"there was no basis yet: columns were opened, and answered {trained.after.exact_fraction:.0%} exactly"
            )
        if trained.after.exact_fraction >= settings.fits_at:
            return f"{exact}, which is enough: no column was opened"
        return f"{exact}; there was no time to try more columns" if settings.expansion_columns else exact
    return (
        f"coefficients answered {trained.narrow.exact_fraction:.0%} of held-out examples, less than "
        f"{settings.fits_at:.0%}, so {settings.expansion_columns} columns a side were tried: {trained.kind} was kept, "
        f"with {trained.after.exact_fraction:.0%}"
    )


def _merging(trained: TrainedSkill, wanted: float, held_out: int, improved: bool) -> str:
    change = f"{trained.before.exact_fraction:.0%} to {trained.after.exact_fraction:.0%} of {held_out}"
    words = "merged" if improved else "not merged"
    return f"{words}: held-out examples went from {change}, {wanted:.0%} more are asked for"


def _tokens(rows: Sequence[Lesson], skill: DueSkill, model: "LocalModel") -> list[TokenRow]:
    return tokenize(model.tokenizer, [row.example(skill.skill) for row in rows]) if rows else []


def split(rows: Sequence[Lesson], plan: NightPlan) -> tuple[list[Lesson], list[Lesson]]:
    """Held-out rows and training rows, drawn by the examples' digests, so that every origin is among both."""
    held_out = min(plan.held_out_per_skill, len(rows) // 4)
    order = sorted(range(len(rows)), key=lambda index: rows[index].example("").digest)
    return [rows[index] for index in sorted(order[:held_out])], [rows[index] for index in sorted(order[held_out:])]


def skill_plan(plan: NightPlan, settings: Settings) -> SkillPlan:
    """The night's plan as the training of one skill takes it."""
    return SkillPlan(
        steps=plan.steps,
        rate=settings.learning_rate,
        tokens_per_batch=TOKENS_PER_BATCH,
        longest=LONGEST,
        phi=settings.expansion_columns,
        rank=settings.coefficient_rank or None,
        fits_at=settings.fits_at,
        seed=plan.seed,
    )
