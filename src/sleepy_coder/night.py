"""MAIN PATH 2: the night. The day's failures become dreams, dreams become coefficients in the shared basis, and the
gate lets the new library through only if it is better where it trained and has lost nothing.

    plan → learn each due skill → merge → trial → gate → promote or refuse → record

Every station leaves its result in the night's folder; a night that was killed goes on where it stopped.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.curation.candidate import merge_learned, publish_candidate
from sleepy_coder.curation.lesson import Learned, dream_for, learn
from sleepy_coder.curation.plan import NightPlan, make_plan, retrial_plan
from sleepy_coder.durable import make_folder
from sleepy_coder.errors import ModelBroken
from sleepy_coder.evaluation.chronicle import chronicle
from sleepy_coder.evaluation.decision import Decision, GateItem, SkillLine
from sleepy_coder.evaluation.gate import Gate, SequentialGate
from sleepy_coder.evaluation.shadow import journal
from sleepy_coder.evaluation.trial import Trial, draw_rounds, hold_trial
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.collection import collect
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.lock import hold
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder, last_night_at, new_night, unfinished
from sleepy_coder.registry.version import Version
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Paths, Settings
from sleepy_coder.share.merge import Merge
from sleepy_coder.training.loop import StepReport

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

Observer = Callable[[str, float, str], None]
"""Hears of the station, how much of it is done (0 to 1), and what is going on in words."""

SHADOW = "shadow"
RETRIAL_SHARE = 0.25
"""Of the budget, for a candidate that an earlier night left undecided."""

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
    observer: Observer = lambda station, fraction, words: None,
) -> NightRecord:
    """One night, or the rest of one that was killed.

    `initial_library` is installed where there is none yet. Raises Busy while another night runs, ModelBroken if the
    library belongs to another model.
    """
    with hold(paths.home / "night.lock", "another night"):
        registry = Registry(paths.base)

        def sleep(folder: NightFolder, budget: float) -> NightRecord:
            incumbent = _decided_about(registry, folder) or registry.install_initial(initial_library)
            if incumbent.manifest.base_model.digest != model.identity.digest:
                raise ModelBroken(
                    f"the library {incumbent.id} was made for another base model than {model.identity.id}: name that "
                    "one, or set another SLEEPY_CODER_HOME"
                )
            night = _Night(folder, paths, settings, model, compiler, registry, incumbent, budget, observer)
            return night.run(gate or SequentialGate())

        budget = budget_seconds or settings.night_budget_seconds
        started = unfinished(paths.nights)
        first = None
        if started is not None or (started := _retrial(registry, paths, settings, budget)) is not None:
            first = sleep(started, budget)
            if not first.retrial:
                return first
            budget -= first.seconds["total"]
        second = sleep(new_night(paths.nights), budget)
        return second if first is None or second.candidate is not None else first


@dataclass(slots=True)
class _Night:
    folder: NightFolder
    paths: Paths
    settings: Settings
    model: "LocalModel"
    compiler: Compiler
    registry: Registry
    incumbent: Version
    budget_seconds: float
    tell: Observer
    seconds: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def run(self, gate: Gate) -> NightRecord:
        with self._station("plan"):
            plan = self._plan()
        if not plan.skills:
            return self._record(plan)
        if plan.retrial is not None:
            return self._judge(gate, plan, self.registry.load(plan.retrial))
        with self._station("learn"):
            learned = self._learn(plan)
        with self._station("merge"):
            self.tell("merge", 0.0, "merging into the shared basis")
            merged = merge_learned(self.incumbent, learned, self.settings)
            candidate = publish_candidate(
                self.registry, self.folder, merged, learned, self.incumbent, self.settings.router
            )
            self.tell("merge", 1.0, f"candidate {candidate.id} is published, not served")
        return self._judge(gate, plan, candidate, learned, merged)

    def _judge(
        self,
        gate: Gate,
        plan: NightPlan,
        candidate: Version,
        learned: Sequence[Learned] = (),
        merged: Merge | None = None,
    ) -> NightRecord:
        """Trial, gate, promotion or refusal, and the record."""
        number = self.registry.candidate_number(candidate.id)
        carried, by_day = self._carried(candidate), self._by_day(candidate)

        def decide(items: Sequence[GateItem]) -> Decision:
            return gate.decide([*items, *by_day], number, self.settings, carried)

        with self._station("trial"):
            trial = self._try(plan, candidate, decide)
        decision = decide(trial.gate_items)
        self._deploy(candidate, decision)
        return self._record(plan, learned, merged, candidate, trial, decision)

    def _carried(self, candidate: Version) -> tuple[SkillLine, ...]:
        """What earlier nights found about this candidate: its evidence goes on, it does not start again."""
        events = [e for e in self.registry.events() if e.version == candidate.id and e.night != self.folder.id]
        said = next((event.decision for event in reversed(events) if event.decision is not None), None)
        return () if said is None else msgspec.convert(said["skills"], tuple[SkillLine, ...])

    def _plan(self) -> NightPlan:
        """The plan that was written, or a new one from the failures since the last night."""
        plan = self.folder.read(PLAN, NightPlan)
        if plan is None:
            self.tell("plan", 0.0, "reading the day's failures")
            plan = make_plan(
                self.paths,
                self.settings,
                self.incumbent,
                self.model,
                self.compiler,
                number=self.registry.night_number(self.folder.id),
                budget_seconds=self.budget_seconds,
                since=last_night_at(self.paths.nights),
            )
            self.folder.write(PLAN, plan)
        if (plan.incumbent, plan.model_digest) != (self.incumbent.id, self.model.identity.digest):
            raise ModelBroken(
                f"the unfinished night {self.folder.id} was planned for another library or model: remove its folder "
                f"{self.folder.path} and run `night` again"
            )
        self.tell("plan", 1.0, f"{len(plan.skills)} skills are due")
        return plan

    def _learn(self, plan: NightPlan) -> list[Learned]:
        """Every due skill, dreamt and trained in the incumbent's basis, which stays as it is."""
        library = read_library(self.incumbent.path)
        owners = {key: name for name, skill in self.incumbent.manifest.skills.items() for key in skill.signatures}
        learned = []
        for index, skill in enumerate(plan.skills):
            done = index / len(plan.skills)
            self.tell("learn", done, f"dreaming of {skill.skill}")
            dreams = dream_for(skill, plan, self.folder, self.compiler, owners)
            learned.append(
                learn(
                    skill,
                    dreams,
                    library,
                    plan,
                    self.folder,
                    self.model,
                    self.settings,
                    may_go_on=lambda: time.monotonic() - self.began < TRAINING_DEADLINE * self.budget_seconds,
                    on_step=self._stepped(plan, skill.skill, done),
                )
            )
        return learned

    def _stepped(self, plan: NightPlan, skill: str, done: float) -> Callable[[StepReport], None]:
        """Tells of one skill's steps, when `done` of the learning was over before it."""

        def tell(report: StepReport) -> None:
            share = min(1.0, report.step / plan.steps) / len(plan.skills)
            self.tell(
                "learn", done + share, f"training {skill}: step {report.step} of {plan.steps}, loss {report.loss:.3f}"
            )

        return tell

    def _by_day(self, candidate: Version) -> list[GateItem]:
        """What the days since its last night found about this candidate; taken over by this night, so that it counts
        once."""
        kept = self.paths.shadow / f"{candidate.id}.jsonl"
        if kept.is_file():
            make_folder(self.folder.path / SHADOW)
            kept.replace(self.folder.path / SHADOW / kept.name)
        if not (self.folder.path / SHADOW / kept.name).is_file():
            return []
        return [row.gate_item for row in journal(self.folder.path / SHADOW, candidate.id).rows]

    def _try(self, plan: NightPlan, candidate: Version, decide: Callable[[Sequence[GateItem]], Decision]) -> Trial:
        """Incumbent and candidate on the same fresh items, from templates that no dream may use, until the gate can
        tell or the night has no time for another round."""
        self.tell("trial", 0.0, "drawing items that no dream has seen")
        rounds = draw_rounds(
            {skill.skill: skill.families for skill in plan.skills},
            per_skill=plan.items_per_skill,
            rounds=plan.rounds,
            old=plan.old_items,
            canaries=plan.canaries,
            seed=plan.seed + 1,
            compiler=self.compiler,
        )
        last = [time.monotonic()]

        def go_on(trial: Trial) -> bool:
            now = time.monotonic()
            last.append(now)
            decision = decide(trial.gate_items)
            old = min(1.0, decision.old.total / plan.old_items)
            self.tell("trial", 0.3 + 0.6 * old, f"{len(trial.items)} items judged")
            if now + max(after - before for before, after in pairwise(last)) > self.began + self.budget_seconds:
                return False
            return decision.outcome == "undecided"

        return hold_trial(rounds, self.incumbent, candidate, self.model, self.compiler, go_on=go_on)

    def _deploy(self, candidate: Version, decision: Decision) -> None:
        words, night = decision.to_json(), self.folder.id
        if _decided_about(self.registry, self.folder) is not None:
            return  # this night was killed between its decision and its record
        if decision.outcome == "promote":
            self.registry.promote(candidate.id, night=night, decision=words, reason=decision.reason)
        else:
            self.registry.refuse(candidate.id, decision.outcome, night=night, decision=words, reason=decision.reason)
        self.tell("gate", 1.0, decision.reason)

    def _record(
        self,
        plan: NightPlan,
        learned: Sequence[Learned] = (),
        merged: Merge | None = None,
        candidate: Version | None = None,
        trial: Trial | None = None,
        decision: Decision | None = None,
    ) -> NightRecord:
        """Writes the record, with which the night is over."""
        self.seconds["total"] = time.monotonic() - self.began
        record = chronicle(
            NightRecord(
                id=self.folder.id,
                number=plan.number,
                started=plan.started,
                model=self.model.identity.id,
                incumbent=self.incumbent.id,
                candidate=candidate.id if candidate else None,
                budget_seconds=self.budget_seconds,
                cut=any(one.record.steps < plan.steps for one in learned),
                retrial=plan.retrial is not None,
                plan=msgspec.to_builtins(plan),
                skills=tuple(one.record for one in learned),
                not_due=dict(plan.waiting),
                seconds=dict(self.seconds),
                provenance=provenance(
                    full=True, seeds=[plan.seed], digests={"model": plan.model_digest, "library": self.incumbent.id}
                ),
            ),
            self.incumbent,
            merged,
            candidate,
            trial,
            decision,
            self.settings,
        )
        self.folder.write(RECORD, record)
        waiting = self.registry.pending(self.settings.gate_nights)
        collect(self.registry, self.settings.library_bytes, keep=() if waiting is None else (waiting.id,))
        return record

    @contextmanager
    def _station(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - began


def _retrial(registry: Registry, paths: Paths, settings: Settings, budget_seconds: float) -> NightFolder | None:
    """A night for the candidate that the gate has left undecided; None where there is none to judge again."""
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


def _decided_about(registry: Registry, folder: NightFolder) -> Version | None:
    """The incumbent of a night whose decision is in the history already; None before that."""
    plan = folder.read(PLAN, NightPlan)
    decided = any(event.night == folder.id and event.decision is not None for event in registry.events())
    return registry.load(plan.incumbent) if plan is not None and decided else None
