"""`bisect ITEM`: which night broke an item, found by working on it again under the versions that were served."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sleepy_coder.agent.team import assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Attempts, Json, Model, Seed
from sleepy_coder.cli.output import note, print_json, say
from sleepy_coder.day import Day, plan_of
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.bisection import bisect as first_bad
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.settings import load
from sleepy_coder.tasks.suites import added, load_suite, shipped
from sleepy_coder.tasks.task import Task

if TYPE_CHECKING:
    from sleepy_coder.lm.model import LanguageModel

app = one_command()


@app.command()
def bisect(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="The id of a task, as `evaluate` prints it.")],
    suite: Annotated[
        str | None, typer.Option("--suite", metavar="NAME|FILE", help="Where ITEM is; every known suite if left out.")
    ] = None,
    attempts: Attempts = None,
    model: Model = None,
    seed: Seed = None,
    as_json: Json = False,
) -> int:
    """Find the night that broke ITEM: work on it under the versions that were served, halving what is left.

    Exit status 0 if a night broke it, 1 if none did.
    """
    settings = load(Path(), {"model": model, "attempts": attempts, "seed": seed}).settings
    paths, task = find_paths().of(settings.model), _task(item, suite)
    registry, compiler = Registry(paths.base), equipment.compiler(settings)
    present = registry.versions()
    versions = [version for version in registry.served() if version in present]
    if len(versions) < 2:
        raise UsageError("only one version was ever served: no night can have broken anything")
    first = assemble(paths, settings, versions[-1])

    @cache
    def weights() -> "LanguageModel":
        return first.loader()

    def passes(version: str) -> bool:
        team = assemble(paths, settings, version)
        team.loader = weights
        worked = Day(team, plan_of(settings), settings.seed, None).work_through([task], compiler, origin="bisect")
        fixed = worked[0].outcome.fixed
        note(f"{version}: {'fixed' if fixed else worked[0].outcome.verdict}")
        return fixed

    found = first_bad(versions, passes)
    nights = {version: registry.load(version).manifest.night for version in versions}
    night = nights.get(found.first_bad or "")
    if as_json:
        content = {"item": task.id, "last_good": found.last_good, "first_bad": found.first_bad, "night": night}
        print_json("bisect", {**content, "asked": found.asked})
    elif found.first_bad is not None:
        say(f"{task.id} is fixed under {found.last_good} and not under {found.first_bad}, which night {night} made")
        note(f"`sleepy-coder report {night}` shows that night, `sleepy-coder forget {night}` removes what it learned")
    else:
        passes_now = found.asked[versions[-1]]
        say(f"{task.id} is fixed by what is served now" if passes_now else f"no version ever fixed {task.id}")
    return 0 if found.first_bad is not None else 1


def _task(item: str, suite: str | None) -> Task:
    """The task with that id. Raises UsageError where no suite has it."""
    own = find_paths().suites
    names = [suite] if suite is not None else [*shipped(), *added(own)]
    for name in names:
        for task in load_suite(name, own).tasks:
            if task.id == item:
                return task
    raise UsageError(f"no task is called {item!r} in {', '.join(names)}: `sleepy-coder suite show NAME` lists them")
