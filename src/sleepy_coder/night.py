"""MAIN PATH 2: the night. The day's failures become examples, examples become coefficients in the shared basis, and the
gate lets the new library through only if it is better where it trained and has lost nothing.

    plan → curate → train → merge → publish → trial → gate (promote or refuse) → record

Every station leaves its result in the night's folder; a night that was killed goes on where it stopped.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sleepy_coder.curation.agenda import begun, blank_record, planned_for, settled
from sleepy_coder.curation.candidate import merge_learned, publish_candidate
from sleepy_coder.curation.plan import NightPlan
from sleepy_coder.curation.study import Study, not_taught
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.durable import folder_bytes
from sleepy_coder.errors import ModelBroken
from sleepy_coder.evaluation.chronicle import Findings, chronicle
from sleepy_coder.evaluation.deployment import carried, deploy
from sleepy_coder.evaluation.gate import Gate, SequentialGate
from sleepy_coder.evaluation.hearing import Items, hear
from sleepy_coder.evaluation.shadow import by_day
from sleepy_coder.paths import Paths
from sleepy_coder.progress import Tell
from sleepy_coder.registry.collection import collect
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.lock import hold
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import RECORD, NightFolder, new_night
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.schedule.energy import EnergyMeter
from sleepy_coder.settings import Settings

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

CURATION_DEADLINE = 0.4
"""Of the budget: no more examples are looked for after that, once there are enough to train on."""

TRAINING_DEADLINE = 0.8
"""Of the budget: training that has come this far is cut, because judging needs the rest."""


def run_night(
    *,
    paths: Paths,
    settings: Settings,
    model: "LocalModel",
    compiler: Compiler,
    initial_library: Path,
    gate: Gate | None = None,
    budget_seconds: float | None = None,
    crates: tuple[Path, ...] = (),
    observer: Tell = lambda station, fraction, words: None,
) -> NightRecord:
    """One night, or the rest of one that was killed.

    A night that only judges again what was left undecided is followed by one that learns, in the rest of the budget.
    `initial_library` is installed where there is none yet; `crates` are the owner's, which it may dream of. Raises Busy
    while another night runs, ModelBroken if the library belongs to another model.
    """
    with hold(paths.night_lock, "another night"):
        registry, workshop = Registry(paths.base), Workshop(paths, settings, model, compiler)

        def sleep(folder: NightFolder, budget: float) -> NightRecord:
            incumbent = planned_for(registry, folder) or registry.install_initial(initial_library)
            if incumbent.manifest.base_model.digest != model.identity.digest:
                raise ModelBroken(
                    f"the library {incumbent.id} was made for another base model than {model.identity.id}: name that "
                    "one, or set another SLEEPY_CODER_HOME"
                )
            night = _Night(folder, workshop, registry, incumbent, budget, crates, observer)
            return night.run(gate or SequentialGate())

        budget = budget_seconds or settings.night_budget_seconds
        already = begun(registry, paths, settings, budget)
        if already is None:
            return sleep(new_night(paths.nights), budget)
        first = sleep(already, budget)
        left = budget - first.seconds["total"]
        if not first.retrial or left <= 0:
            return first
        # what was judged again taught nothing: the rest of the budget is for the day's failures
        second = sleep(new_night(paths.nights), left)
        return first if second.candidate is None else second


@dataclass(slots=True)
class _Night:
    """One night at work, station by station."""

    folder: NightFolder
    workshop: Workshop
    registry: Registry
    incumbent: Version
    budget_seconds: float
    crates: tuple[Path, ...]
    tell: Tell
    found: Findings = field(default_factory=Findings)
    seconds: dict[str, float] = field(default_factory=dict)
    energy: EnergyMeter = field(default_factory=EnergyMeter)
    began: float = field(default_factory=time.monotonic)

    def run(self, gate: Gate) -> NightRecord:
        with self._station("plan"):
            self.tell("plan", 0.0, "reading the day's failures")
            number = self.registry.night_number(self.folder.id)
            plan = settled(self.folder, self.workshop, self.incumbent, number=number, budget=self.budget_seconds)
            if plan.retrial is not None:
                self.budget_seconds = min(self.budget_seconds, plan.budget_seconds)
            self.tell("plan", 1.0, f"{len(plan.skills)} skills are due")
        candidate = self.registry.load(plan.retrial) if plan.retrial is not None else self._learn(plan)
        if candidate is not None:
            self._judge(gate, plan, candidate)
        return self._record(plan)

    def _learn(self, plan: NightPlan) -> Version | None:
        """A candidate with every due skill that improved, published but not served; None where there is none."""
        if not plan.skills:
            return None
        study = Study(plan, self.folder, self.workshop, self.incumbent, self.tell)
        settings = self.workshop.settings
        with self._station("curate"):
            chosen = study.curate(self.crates, self.began + CURATION_DEADLINE * self.budget_seconds)
        with self._station("train"):
            learned = study.train(chosen, self.began + TRAINING_DEADLINE * self.budget_seconds)
        self.found.skills = tuple(one.record for one in learned)
        self.found.waiting = not_taught(plan, chosen, learned)
        self.found.cut = any(one.card.cut for one in chosen.values()) or len(learned) < len(study.fit(chosen))
        worth = [one for one in learned if one.worth_merging]
        if not worth:
            return None
        with self._station("merge"):
            self.tell("merge", 0.0, "merging into the shared basis")
            self.found.merged = merge_learned(self.incumbent, worth, settings)
        with self._station("publish"):
            self.tell("publish", 0.0, "writing the candidate")
            return publish_candidate(
                self.registry, self.folder, self.found.merged, worth, self.incumbent, settings.router
            )

    def _judge(self, gate: Gate, plan: NightPlan, candidate: Version) -> None:
        """Trial, gate, promotion or refusal."""
        number, night = self.registry.candidate_number(candidate.id), self.folder.id
        shop = self.workshop
        seen = by_day(shop.paths.shadow, self.folder.path, candidate.id)
        earlier = carried(self.registry, candidate, night)
        with self._station("trial"):
            heard = hear(
                self._items(plan, candidate),
                self.incumbent,
                candidate,
                shop.model,
                shop.compiler,
                lambda items: gate.decide([*items, *seen], number, shop.settings, earlier),
                until=self.began + self.budget_seconds,
                tell=self.tell,
            )
        with self._station("gate"):
            self.tell("gate", 0.0, "deciding")
            decision = deploy(self.registry, candidate, self.incumbent, heard.decision, night)
            self.tell("gate", 1.0, decision.reason)
        self.found.candidate, self.found.trial, self.found.decision = candidate, heard.trial, decision
        self.found.cut |= heard.cut

    def _items(self, plan: NightPlan, candidate: Version) -> Items:
        made = candidate.manifest
        trained = [
            one for one in plan.skills if one.skill in made.skills and made.skills[one.skill].night == made.night
        ]
        families = {one.skill: one.families for one in trained}
        return Items(families, plan.items_per_skill, plan.rounds, plan.old_items, plan.canaries, seed=plan.seed + 1)

    def _record(self, plan: NightPlan) -> NightRecord:
        """Writes the record, with which the night is over."""
        self.seconds["total"] = time.monotonic() - self.began
        made = [] if self.found.candidate is None else [self.found.candidate.path]
        record = replace(
            blank_record(self.folder, plan, self.workshop.model.identity.id, self.budget_seconds),
            cut=self.found.cut or any(one.steps < plan.steps for one in self.found.skills),
            seconds=dict(self.seconds),
            stored_bytes=sum(map(folder_bytes, [self.folder.path, *made])),
            joules=self.energy.read(),
        )
        settings = self.workshop.settings
        record = chronicle(record, self.found, self.incumbent, settings)
        self.folder.write(RECORD, record)
        waiting = self.registry.pending(settings.gate_nights)
        collect(self.registry, settings.library_bytes, keep=() if waiting is None else (waiting.id,))
        return record

    @contextmanager
    def _station(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - began
        self.energy.read()
