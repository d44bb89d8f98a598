"""`evaluate --suite NAME|FILE [--arm ARM]`: how much of a suite gets fixed, item by item.

The result is kept for the record of what was forgotten; the attempts are not.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.day import SuiteOption, by_family
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, note, progress
from sleepy_coder.cli.suite import own_suites
from sleepy_coder.day import TASKS_AT_A_TIME, plan_of
from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.arms import agent_arm
from sleepy_coder.evaluation.record import evaluate as measure
from sleepy_coder.evaluation.record import to_json
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.settings import find_paths, load
from sleepy_coder.tasks.suites import load_suite

ARMS: dict[str, tuple[int, ...]] = {
    "agent": (0, 1, 2),
    "suggestions": (0,),
    "base": (2,),
    "share_routed": (1, 2),  # the model alone, by the library's routes
}

app = one_command()


@app.command()
def evaluate(
    suite: SuiteOption,
    arm: Annotated[
        str, typer.Option("--arm", metavar="ARM", help="agent, suggestions, base, share_routed or skill:ID.")
    ] = "agent",
    version: Annotated[str | None, typer.Option("--library", metavar="VERSION", help="Not the one served.")] = None,
    attempts: Attempts = None,
    model: Model = None,
    seed: Seed = None,
    as_json: Json = False,
) -> int:
    """Measure an arm on a suite. No episode is kept, so an evaluation never becomes training data."""
    flags = {"model": model, "attempts": attempts, "seed": seed}
    settings, paths = load(Path(), flags).settings, find_paths()
    chosen = load_suite(suite, own_suites())
    team = assemble(paths, settings, version)
    stages, router = _arm(arm, team)
    solve = agent_arm(equipment.compiler(settings), plan_of(settings, stages), router, team.model, seed=settings.seed)
    with progress(f"{arm} on {chosen.name}", len(chosen.tasks)) as advance:
        result = measure(
            chosen.tasks,
            solve,
            suite=chosen.name,
            suite_digest=chosen.digest,
            library=team.library_id,
            arm=arm,
            seed=settings.seed,
            level=settings.interval_level,
            chunk=TASKS_AT_A_TIME,
            on_progress=lambda done: advance(done=done),
        )
    name = f"{result.library or 'none'}-{chosen.digest[:8]}-{arm.replace(':', '-')}-{settings.seed}.json"
    write_atomically(make_folder(paths.of(settings.model).evaluations) / name, to_json(result))
    if as_json:
        sys.stdout.write(to_json(result).decode())
        return 0
    print(by_family((item.family, item.verdict, item.stage) for item in result.items))
    low, high = result.interval
    share = f"{100 * result.passed_fraction:.1f} % ({100 * low:.1f} to {100 * high:.1f} %)"
    note(f"{arm} on {chosen.name}: {result.passed} of {result.total} fixed, {share}")
    return 0


def _arm(arm: str, team: Team) -> tuple[Sequence[int], Router]:
    if arm in ARMS:
        return ARMS[arm], team.router
    kind, _, skill = arm.partition(":")
    if kind != "skill" or not skill:
        raise UsageError(f"unknown arm {arm!r}: choose from {', '.join(ARMS)}, skill:ID")
    known = team.library.manifest.skills if team.library is not None else {}
    if skill not in known:
        raise UsageError(f"the library has no skill {skill!r}; it has {', '.join(sorted(known)) or 'none'}")
    return (1,), FixedRouter(skill)
