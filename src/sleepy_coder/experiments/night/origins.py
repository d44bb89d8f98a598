"""What each origin of examples is worth: the same night after the same day, with one origin alone, and with all.

By day the agent works on programs of novel families; what it cannot mend its owner does. What a night has learned of
them is measured on fresh items from templates that no example may come from.
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sleepy_coder.agent.team import assemble
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.curation.owner import OwnerRepairs
from sleepy_coder.day import Day, plan_of
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.practice import PracticeItem, judge_items, routes
from sleepy_coder.evaluation.trial import practice, practice_items
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Paths, Settings, find_paths
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel


def day(
    families: Sequence[str], failures: int, settings: Settings, model: "LocalModel", folder: Path, compiler: Compiler
) -> Paths:
    """A home whose day saw `failures` programs of each family, mended by the agent or else by the owner."""
    paths = find_paths({"SLEEPY_CODER_HOME": str(folder)})
    paths.home.mkdir()
    with EpisodeStore(paths.episodes_db) as store:
        team = replace(assemble(paths, settings), loader=lambda: model)
        work = Day(team, plan_of(settings), settings.seed, store)
        for family in families:
            for number, pair in enumerate(islice(stream("frozen", [family], settings.seed, compiler), failures)):
                files = dict(pair.broken.files)
                task = Task(id="o", files=files, oracle=Oracle("compile"), edition=pair.broken.edition)
                project = TaskProject(task, compiler)
                place = f"file:/experiment/{family}/{number}.rs"
                kept = work.work_on(project, origin=place, subject=pair.template)
                if not kept.outcome.fixed and kept.episode is not None:
                    owner = OwnerRepairs()
                    owner.met(kept.episode, pair.broken, [error.diagnostic for error in kept.outcome.errors])
                    project.tree = pair.green
                    for repair in owner.green(project, "watch"):
                        store.add_repair(repair)
    return paths


def gain(
    origins: tuple[Any, ...],
    families: Sequence[str],
    items: int,
    budget_seconds: float,
    settings: Settings,
    model: "LocalModel",
    lived: Paths,
    compiler: Compiler,
) -> dict[str, Any]:
    """`gain_points`: hundredths of fresh items of these families that are mended after the night and were not before,
    less those that went the other way; the gate is not asked whether it would serve the candidate."""
    from sleepy_coder.night import run_night

    home = lived.home.with_name("-".join(origins))
    shutil.copytree(lived.home, home)
    paths = find_paths({"SLEEPY_CODER_HOME": str(home)})
    record = run_night(
        paths=paths,
        settings=replace(settings, origins=origins),
        model=model,
        compiler=compiler,
        initial_library=library_folder(),
        budget_seconds=budget_seconds,
    )
    registry = Registry(paths.base)
    before = registry.load(record.incumbent)
    after = before if record.candidate is None else registry.load(record.candidate)
    asked = [
        item
        for family in families
        for item in practice_items(Group.TRAINED, family, practice([family], items, settings.seed + 9, compiler))
    ]
    mended = [_mended(asked, version, model, compiler) for version in (before, after)]
    shutil.rmtree(home)
    return {
        "gain_points": 100 * (mended[1] - mended[0]) / len(asked),
        "items": len(asked),
        "before": mended[0],
        "after": mended[1],
        "examples": {one.skill: one.origins for one in record.skills},
        "fates": {one.skill: one.fate for one in record.skills},
        "waiting": record.not_due,
        "seconds": record.seconds["total"],
    }


def _mended(items: Sequence[PracticeItem], version: Version, model: "LocalModel", compiler: Compiler) -> int:
    model.load_library(version.path)
    sent = routes(items, library_router(version.manifest, version.path))
    return sum(one.passed for one in judge_items(items, sent, model, compiler))
