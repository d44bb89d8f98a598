"""`evaluate --suite NAME|FILE [--arm ARM]`: how much of a suite gets fixed, item by item. Nothing is kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.day import SuiteOption, by_family, item
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, note, print_json, progress
from sleepy_coder.cli.suite import own_suites
from sleepy_coder.day import Day, plan_of
from sleepy_coder.errors import UsageError
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
    team = assemble(paths.home, settings.model, settings.device, version)
    stages, router = _arm(arm, team)
    compiler = equipment.compiler(settings)
    with progress(f"{arm} on {chosen.name}", len(chosen.tasks)) as advance:
        work = Day(team, plan_of(settings, stages), settings.seed, store=None, router=router)
        worked = work.work_through(
            chosen.tasks, compiler, origin="evaluation", on_done=lambda one: advance(one.outcome.verdict)
        )
    from sleepy_coder.evaluation.statistics import clopper_pearson  # scipy takes a while to import

    passed, total = sum(one.outcome.fixed for one in worked), len(worked)
    low, high = clopper_pearson(passed, total, settings.interval_level)
    if as_json:
        print_json(
            "evaluate",
            {
                "suite": chosen.name,
                "suite_digest": chosen.digest,
                "library": team.library_id,
                "model": team.identity.id,
                "arm": arm,
                "attempts": settings.attempts,
                "seed": settings.seed,
                "passed": passed,
                "total": total,
                "interval": [round(low, 4), round(high, 4)],
                "items": [item(one) for one in worked],
            },
        )
    else:
        print(by_family(worked))
        share = f"{100 * passed / total:.1f} % ({100 * low:.1f} to {100 * high:.1f} %)"
        note(f"{arm} on {chosen.name}: {passed} of {total} fixed, {share}")
    return 0


def _arm(arm: str, team: Team) -> tuple[Sequence[int], Router | None]:
    if arm in ARMS:
        return ARMS[arm], None
    kind, _, skill = arm.partition(":")
    if kind != "skill" or not skill:
        raise UsageError(f"unknown arm {arm!r}: choose from {', '.join(ARMS)}, skill:ID")
    known = team.library.manifest.skills if team.library is not None else {}
    if skill not in known:
        raise UsageError(f"the library has no skill {skill!r}; it has {', '.join(sorted(known)) or 'none'}")
    return (1,), FixedRouter(skill)
