"""One skill of one night: dreamt, trained in the shared basis, and kept in the night's folder, so that a killed night
does not learn it twice.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sleepy_coder.adapters.archive_files import read_archive, write_archive
from sleepy_coder.curation.dreams import Dream, dreams
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.plan import TOKENS_PER_BATCH, NightPlan
from sleepy_coder.errors import UsageError
from sleepy_coder.registry.night_record import CurvePoint, SkillRecord
from sleepy_coder.registry.nights import NightFolder
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.example import Origin
from sleepy_coder.training.loop import StepReport
from sleepy_coder.training.skill import SkillPlan, train_in_basis
from sleepy_coder.training.token_rows import tokenize

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

LONGEST = 2048  # tokens; a model that must be told the answer format spends several hundred on that alone
FITS_AT = 0.7
TRAINED = "trained"


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of one skill's training, and the ΔW it left."""

    record: SkillRecord
    folded: FoldedAdapter


def dream_for(
    skill: DueSkill, plan: NightPlan, folder: NightFolder, compiler: Compiler, owned: Mapping[str, str]
) -> list[Dream]:
    """The skill's dreams, made now or by the part of this night that was killed."""
    name = f"dreams/{skill.skill}.jsonl"
    kept = folder.read_rows(name, Dream)
    if kept is None:
        others = {key: owner for key, owner in owned.items() if owner != skill.skill}
        kept = list(dreams(skill.families, plan.dreams_per_skill, plan.seed, compiler, owned=others))
        folder.write_rows(name, kept)
    return kept


def learn(
    skill: DueSkill,
    rows: list[Dream],
    library: SkillLibrary,
    plan: NightPlan,
    folder: NightFolder,
    model: "LocalModel",
    settings: Settings,
    *,
    may_go_on: Callable[[], bool] = lambda: True,
    on_step: Callable[[StepReport], None] = lambda report: None,
) -> Learned:
    """The trained skill, now or from the part of this night that was killed. Held-out dreams say what it learned."""
    name = f"{TRAINED}/{skill.skill}.json"
    record = folder.read(name, SkillRecord)
    folded = read_archive(folder.path / TRAINED, skill.skill)
    if record is not None and folded is not None:
        return Learned(record, folded)
    started = time.monotonic()
    held_out, training = split(tokenize(model.tokenizer, [row.example(skill.skill) for row in rows]), plan)
    warm = skill.skill if skill.skill in library.skills else None
    trained = train_in_basis(
        model.model,
        model.attachment,
        library,
        training,
        held_out,
        skill_plan(plan, settings),
        padding=model.chat.padding,
        warm=warm,
        may_go_on=may_go_on,
        on_step=on_step,
    )
    record = SkillRecord(
        skill=skill.skill,
        code=skill.signatures[0].split("|", 1)[0],
        signatures=tuple(sorted({*skill.signatures, *(row.signature for row in rows)})),
        failures=skill.failures,
        examples=len(rows),
        origins={Origin.DREAM.value: len(rows)},
        kind=trained.kind,
        warm_start=warm,
        steps=trained.steps,
        planned_steps=plan.steps,
        seconds=time.monotonic() - started,
        trained_numbers=trained.trained_numbers,
        trained_tensors=trained.trained_tensors,
        norm=sum(matrix.norm**2 for matrix in trained.folded.values()) ** 0.5,
        exact_before=trained.before.exact_fraction,
        exact_after=trained.after.exact_fraction,
        curve=tuple(CurvePoint(report.step, report.loss) for report in trained.curve),
    )
    write_archive(folder.path / TRAINED, skill.skill, trained.folded)
    folder.write(name, record)
    # what was stored, not what was computed: a resumed night and an unbroken one must merge the same bits
    return Learned(record, read_archive(folder.path / TRAINED, skill.skill) or trained.folded)


def split(rows: list[TokenRow], plan: NightPlan) -> tuple[list[TokenRow], list[TokenRow]]:
    """Held-out rows and training rows. Raises UsageError where there are too few dreams to train on."""
    held_out = min(plan.held_out_per_skill, len(rows) // 4)
    if len(rows) - held_out < 8:
        raise UsageError(f"only {len(rows)} dreams could be made of a skill; more green code would help")
    return rows[:held_out], rows[held_out:]


def skill_plan(plan: NightPlan, settings: Settings) -> SkillPlan:
    """The night's plan as the training of one skill takes it."""
    return SkillPlan(
        steps=plan.steps,
        rate=settings.learning_rate,
        tokens_per_batch=TOKENS_PER_BATCH,
        longest=LONGEST,
        phi=settings.expansion_columns,
        rank=settings.coefficient_rank or None,
        fits_at=FITS_AT,
        seed=plan.seed,
    )
