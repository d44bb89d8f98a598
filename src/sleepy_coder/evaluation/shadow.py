"""Shadow mode: a candidate that the gate left undecided is judged by day, on what the owner works on, in silence.

For the first error of each task that the candidate would answer by other bits than the incumbent, both answer once,
greedily, and the compiler and the task's oracle judge. Nothing of it reaches the owner's tree. The next night counts
the results among the candidate's trained items: the gate's evidence may be looked at at any time, so a day's worth more
or less does no harm. Whole crates are not judged so: only what rustc alone can check.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from sleepy_coder.durable import make_folder
from sleepy_coder.episodes.episode import Reported
from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.journal import Journal
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

Met = tuple[Task, tuple[Reported, ...]]
"""A task of the day, and the errors that it began with."""

GOOD = (Verdict.FIXED, Verdict.ADVANCED)


class Shadowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One error under both libraries. `skill` is whom the candidate asks, or, where it asks nobody any more, whom the
    incumbent does."""

    id: str
    skill: str
    before: bool
    after: bool

    @property
    def gate_item(self) -> GateItem:
        """What the gate decides by."""
        return GateItem(self.id, Group.TRAINED, self.skill, self.before, self.after)


def journal(folder: Path, candidate: str) -> "Journal[Shadowed]":
    """What is known of a candidate by day; the night that uses it takes the file away."""
    return Journal(folder / f"{candidate}.jsonl", {"schema": "sleepy-coder/shadow/1", "candidate": candidate}, Shadowed)


def by_day(shadow: Path, night: Path, candidate: str) -> list[GateItem]:
    """What the days since its last night found about a candidate, moved from the folder `shadow` into that of the night
    that uses it. A night that goes on sees what it saw before it was killed.

    A task counts once for a candidate, however many days work on it: its second answer is the first one again, and no
    further evidence.
    """
    kept, mine = shadow / f"{candidate}.jsonl", make_folder(night / "shadow")
    if kept.is_file() and not (mine / kept.name).is_file():
        kept.replace(mine / kept.name)
    if not (mine / kept.name).is_file():
        return []
    others = [file.parent for file in night.parent.glob(f"*/shadow/{kept.name}") if file.parent != mine]
    used = {row.id for folder in others for row in journal(folder, candidate).rows}
    fresh: dict[str, GateItem] = {}
    for row in journal(mine, candidate).rows:
        if row.id not in used:
            fresh.setdefault(row.id, row.gate_item)  # two days at once may have written it twice
    return list(fresh.values())


def shadow(
    met: Sequence[Met],
    incumbent: Version,
    candidate: Version,
    model: Callable[[], LanguageModel],
    compiler: Compiler,
    kept: "Journal[Shadowed]",
) -> list[Shadowed]:
    """Judge what the candidate would answer otherwise, and keep it; the incumbent's skills are loaded again at the end.

    `model` is called only where there is anything to judge; a task that is known already is not judged again.
    """
    routers = [library_router(version.manifest, version.path) for version in (incumbent, candidate)]
    known = {row.id for row in kept.rows}
    chosen: list[tuple[Task, Reported, str | None, str | None]] = []
    for task, errors in met:
        if not errors or f"shadow/{task.id}" in known:
            continue
        old, new = (router.route(errors[0].diagnostic).skill for router in routers)
        if incumbent.manifest.served_by(old) != candidate.manifest.served_by(new):
            chosen.append((task, errors[0], old, new))
    if not chosen:
        return []
    contexts = [RepairContext(task.tree, error.diagnostic) for task, error, _, _ in chosen]
    loaded = model()
    passed: list[list[bool]] = []
    for version, skills in (
        (candidate, [new for *_, new in chosen]),
        (incumbent, [old for _, _, old, _ in chosen]),
    ):
        loaded.load_library(version.path)
        answers = loaded.propose(contexts, attempts=1, seed=0, skills=skills)
        passed.append(
            [_good(one[0], one[1], found[0].edits, compiler) for one, found in zip(chosen, answers, strict=True)]
        )
    rows = [
        Shadowed(f"shadow/{task.id}", new or old or "", before, after)
        for (task, _, old, new), after, before in zip(chosen, *passed, strict=True)
    ]
    kept.append(rows)
    return rows


def _good(task: Task, error: Reported, edits: tuple[Edit, ...] | None, compiler: Compiler) -> bool:
    project = TaskProject(task, compiler)
    judge = Judge(project)
    errors = judge.check_many([project.tree])[0].errors
    situation = Situation(project.tree, errors, (error.diagnostic,))
    return judge.verify(situation, [edits])[0].verdict in GOOD
