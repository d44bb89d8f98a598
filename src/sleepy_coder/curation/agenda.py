"""Which night it is: the rest of one that was killed, one that judges again what was left undecided, or a new one."""

import shutil

import msgspec

from sleepy_coder.curation.plan import NightPlan, make_plan, retrial_plan
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.errors import ModelBroken
from sleepy_coder.paths import Paths
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import PLAN, NightFolder, new_night, sweep, unfinished
from sleepy_coder.registry.version import Version
from sleepy_coder.settings import Settings

RETRIAL_SHARE = 0.25
"""Of the budget, for a candidate that an earlier night left undecided."""


def begun(registry: Registry, paths: Paths, settings: Settings, budget_seconds: float) -> NightFolder | None:
    """The night that was killed, or one with a plan to judge again what is undecided; None where a new one is due.

    A night that was killed before its decision, and whose incumbent is no longer served, or not even there, is dropped:
    what it made would be compared with nothing. Its failures are still untaught. What nobody reads any more is swept.
    """
    sweep(paths.nights)
    left = unfinished(paths.nights)
    if left is not None and _is_outdated(left, registry):
        shutil.rmtree(left.path)
        left = None
    return left or _retrial(registry, paths, settings, budget_seconds)


def _is_outdated(folder: NightFolder, registry: Registry) -> bool:
    plan = folder.read(PLAN, NightPlan)
    if plan is None or plan.incumbent not in registry.versions():
        return True
    return plan.incumbent != registry.current_id() and not registry.decided(folder.id)


def planned_for(registry: Registry, folder: NightFolder) -> Version | None:
    """The incumbent of a night whose decision is in the history already; None before that."""
    plan = folder.read(PLAN, NightPlan)
    return registry.load(plan.incumbent) if plan is not None and registry.decided(folder.id) else None


def settled(folder: NightFolder, workshop: Workshop, incumbent: Version, *, number: int, budget: float) -> NightPlan:
    """The plan that was written, or a new one from the failures that no night has taught, `budget` in seconds.

    Raises ModelBroken for a plan that was made for another model.
    """
    plan = folder.read(PLAN, NightPlan)
    if plan is None:
        plan = make_plan(workshop, incumbent, number=number, budget_seconds=budget)
        folder.write(PLAN, plan)
    if (plan.incumbent, plan.model_digest) != (incumbent.id, workshop.model.identity.digest):
        raise ModelBroken(
            f"the unfinished night {folder.id} was planned for other weights of this model: remove its folder "
            f"{folder.path} and run `night` again"
        )
    return plan


def blank_record(folder: NightFolder, plan: NightPlan, model: str, budget_seconds: float) -> NightRecord:
    """The record of a night of which only the plan is known."""
    return NightRecord(
        id=folder.id,
        number=plan.number,
        started=plan.started,
        model=model,
        incumbent=plan.incumbent,
        candidate=None,
        budget_seconds=budget_seconds,
        cut=False,
        retrial=plan.retrial is not None,
        plan=msgspec.to_builtins(plan),
        not_due=dict(plan.waiting),
        provenance=provenance(
            full=True, seeds=[plan.seed], digests={"model": plan.model_digest, "library": plan.incumbent}
        ),
    )


def _retrial(registry: Registry, paths: Paths, settings: Settings, budget_seconds: float) -> NightFolder | None:
    candidate = registry.pending(settings.gate_nights)
    if candidate is None or candidate.manifest.night is None:
        return None
    first = NightFolder(paths.nights / candidate.manifest.night).read(PLAN, NightPlan)
    if first is None:
        return None
    folder = new_night(paths.nights)
    number = registry.night_number(folder.id)
    plan = retrial_plan(first, candidate.id, settings, number=number, budget_seconds=RETRIAL_SHARE * budget_seconds)
    folder.write(PLAN, plan)
    return folder
