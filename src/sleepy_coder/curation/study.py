"""All that a night learns, before it is merged: examples for each due skill, then training, skill by skill.

Both leave what is finished in the night's folder, and go on from there.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from sleepy_coder.curation.case import Patience
from sleepy_coder.curation.curating import curate, opened_sources
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.learning import Learned, learn
from sleepy_coder.curation.plan import NightPlan
from sleepy_coder.curation.selection import LEAST_LESSONS, Selection
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.progress import Tell
from sleepy_coder.registry.nights import NightFolder
from sleepy_coder.registry.version import Version
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.training.loop import StepReport

MODELS_SHARE = 0.5
"""Of the time in which a skill's examples are looked for; dreams have what is left."""


@dataclass(frozen=True, slots=True)
class Study:
    """What a night knows when it sits down to learn."""

    plan: NightPlan
    folder: NightFolder
    workshop: Workshop
    incumbent: Version
    tell: Tell

    def curate(self, crates: tuple[Path, ...], deadline: float) -> dict[str, Selection]:
        """By skill, the examples that it is trained on. `crates` are the owner's, which may be dreamt of.

        `deadline` is on the clock of `time.monotonic`: until then examples are looked for.
        """
        began, count = time.monotonic(), len(self.plan.skills)
        self.tell("curate", 0.0, "reading what must not be trained on")
        held_out, chosen = cache(partial(HeldOut.shipped, self.workshop.paths.suites)), {}
        with opened_sources(self.workshop, self.incumbent, self.plan, crates) as sources:
            for index, skill in enumerate(self.plan.skills):
                self.tell("curate", index / count, f"looking for examples of {skill.skill}")
                now, end = time.monotonic(), began + (deadline - began) * (index + 1) / count
                patience = Patience(now + MODELS_SHARE * (end - now), end)
                mine = replace(sources, patience=patience)
                chosen[skill.skill] = curate(skill, self.plan, self.folder, mine, held_out)
        return chosen

    def train(self, chosen: Mapping[str, Selection], deadline: float) -> list[Learned]:
        """Every skill with enough examples, trained in the incumbent's basis, which stays as it is.

        `deadline` is on the clock of `time.monotonic`, and each skill has an even share of the time that is left until
        then: training that has come so far is cut, and what would begin later has to wait.
        """
        due, learned = self.fit(chosen), list[Learned]()
        for index, skill in enumerate(due):
            now = time.monotonic()
            end = now + (deadline - now) / (len(due) - index)
            if learned and now >= deadline:
                break

            def step(report: StepReport, skill: str = skill.skill, done: int = index) -> None:
                share = (done + min(1.0, report.step / self.plan.steps)) / len(due)
                words = f"step {report.step} of {self.plan.steps}, loss {report.loss:.3f}"
                self.tell("train", share, f"training {skill}: {words}")

            self.tell("train", index / len(due), f"training {skill.skill}")
            learned.append(
                learn(
                    skill,
                    chosen[skill.skill],
                    self.incumbent,
                    self.plan,
                    self.folder,
                    self.workshop,
                    may_go_on=partial(_is_before, end),
                    on_step=step,
                )
            )
        return learned

    def fit(self, chosen: Mapping[str, Selection]) -> list[DueSkill]:
        """The skills with enough examples to be trained."""
        return [skill for skill in self.plan.skills if len(chosen[skill.skill].lessons) >= LEAST_LESSONS]


def not_taught(plan: NightPlan, chosen: Mapping[str, Selection], learned: Sequence[Learned]) -> dict[str, str]:
    """For each signature of a skill that was due and is not among those `learned`, why, and what to do about it."""
    begun, waiting = {one.record.skill for one in learned}, dict[str, str]()
    for skill in plan.skills:
        had = len(chosen[skill.skill].lessons)
        if had < LEAST_LESSONS:
            reason = f"only {had} examples could be had; more green code would help"
        elif skill.skill not in begun:
            reason = "the time was over before its training began; a larger budget would help"
        else:
            continue
        waiting |= dict.fromkeys(skill.signatures, reason)
    return waiting


def _is_before(end: float) -> bool:
    return time.monotonic() < end
