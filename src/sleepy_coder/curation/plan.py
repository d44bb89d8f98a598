"""What a night intends, written down before it starts: skills, steps, seeds, items; the clock may only cut it short."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.adapters.share_layer import CoefficientAdapter
from sleepy_coder.curation.due import Due, DueSkill, Known, due_skills
from sleepy_coder.curation.origins.dream import reproduced
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.quantities import DAY_SECONDS
from sleepy_coder.registry.nights import taught
from sleepy_coder.registry.version import Version
from sleepy_coder.settings import Settings
from sleepy_coder.training.batches import TokenRow, pad
from sleepy_coder.training.loop import Schedule, train

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

TRAINING_SHARE = 0.6
"""Of the budget; the rest is for dreams, judging and the gate."""

LEAST_STEPS = 20
TOKENS_PER_BATCH = 2560
PROBE_LENGTH, PROBE_ANSWER = 192, 16


@dataclass(frozen=True, slots=True)
class NightPlan:
    """`steps` for each adapter of each skill, from the measured seconds a step takes and the budget."""

    started: str
    number: int
    seed: int
    incumbent: str
    model_digest: str
    skills: tuple[DueSkill, ...]
    waiting: dict[str, str]
    steps: int
    seconds_per_step: float
    dreams_per_skill: int
    held_out_per_skill: int
    items_per_skill: int
    old_items: int
    canaries: int
    budget_seconds: float
    rounds: int = 1
    retrial: str | None = None  # the candidate that is judged again; nothing is learned then


def affordable_skills(budget_seconds: float, seconds_per_step: float) -> int:
    """How many skills can have `LEAST_STEPS` steps each; at least one, because a night without a skill is none."""
    return max(1, int(budget_seconds * TRAINING_SHARE / (LEAST_STEPS * seconds_per_step)))


def affordable_steps(budget_seconds: float, seconds_per_step: float, due: Due, most: int) -> int:
    """Steps for each skill so that training keeps to its share; counts both adapters, should coefficients not fit."""
    share = budget_seconds * TRAINING_SHARE / max(1, len(due.skills))
    return max(LEAST_STEPS, min(most, int(share / (2 * seconds_per_step))))


def make_plan(workshop: Workshop, incumbent: Version, *, number: int, budget_seconds: float) -> NightPlan:
    """The plan of a night for the failures that no earlier night has taught, as far back as `failure_days`."""
    now, settings = datetime.now(UTC), workshop.settings
    past = taught(workshop.paths.nights)
    with EpisodeStore(workshop.paths.episodes_db) as store:
        # what seems to come later is of a clock that was set back: no night could ever have taught it
        at = now.timestamp()
        failures = store.failures(at - DAY_SECONDS * settings.failure_days, past.before(at), until=at)
    pace = seconds_per_step(incumbent, workshop.model)
    keys = [group.signature for group in failures]
    due = due_skills(
        failures,
        Known(reproduced(keys, settings.seed + number, workshop.compiler), past.skills),
        incumbent.manifest,
        min_failures=settings.min_failures,
        most_skills=affordable_skills(budget_seconds, pace),
    )
    return NightPlan(
        started=now.isoformat(),
        number=number,
        seed=1000 * (settings.seed + number),
        incumbent=incumbent.id,
        model_digest=workshop.model.identity.digest,
        skills=due.skills,
        waiting=dict(due.waiting),
        steps=affordable_steps(budget_seconds, pace, due, settings.training_steps),
        seconds_per_step=pace,
        dreams_per_skill=settings.dreams_per_skill,
        held_out_per_skill=settings.held_out_per_skill,
        items_per_skill=settings.gate_items_per_skill,
        old_items=settings.gate_old_items,
        canaries=settings.gate_canaries,
        budget_seconds=budget_seconds,
        rounds=settings.gate_rounds,
    )


def retrial_plan(
    first: NightPlan, candidate: str, settings: Settings, *, number: int, budget_seconds: float
) -> NightPlan:
    """Fresh items for the skills of a candidate that the gate left undecided; `first` is the night that made it."""
    return replace(
        first,
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        number=number,
        seed=1000 * (settings.seed + number),
        waiting={},
        budget_seconds=budget_seconds,
        retrial=candidate,
    )


def seconds_per_step(version: Version, model: "LocalModel") -> float:
    """What a training step takes on this machine now: the second of two on a batch of full size."""
    library = read_library(version.path)
    width = PROBE_LENGTH
    row = TokenRow(tuple(range(1, width + 1)), width - PROBE_ANSWER)
    batch = pad([row] * (TOKENS_PER_BATCH // width), prompt_weight=0.0, padding=0)
    adapter = CoefficientAdapter(library)
    model.attachment.train(adapter)
    taken: list[float] = []
    train(
        model.model,
        adapter.parameters(),
        iter([batch, batch]),
        Schedule(0.0, 2),
        on_step=lambda r: taken.append(r.seconds),
    )
    model.attachment.select(None)
    return taken[-1]
