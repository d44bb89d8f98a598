"""`day --suite NAME|FILE`: work through a suite and keep every attempt, for the night to learn from."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.agent.team import assemble
from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Attempts, Json, Model, Seed, Stages, SuiteName
from sleepy_coder.cli.output import note, print_json, progress, say, table
from sleepy_coder.day import Day, Worked, plan_of
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.evaluation.reserved import reserved
from sleepy_coder.evaluation.shadow import journal, shadow
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings, load
from sleepy_coder.tasks.suites import load_suite

app = one_command()


@app.command()
def day(
    suite: SuiteName,
    families: Annotated[
        int | None, typer.Option("--families", min=1, metavar="N", help="Only N families, drawn by the seed.")
    ] = None,
    stages: Stages = None,
    attempts: Attempts = None,
    model: Model = None,
    seed: Seed = None,
    as_json: Json = False,
) -> int:
    """Work through a suite by all stages and keep every attempt. What fails today is what tonight learns.

    Nothing is kept of tasks of the suites canaries, frozen and handwritten, which results are measured by.

    Exit status 0 when the day is done, however many tasks were fixed.
    """
    flags = {"model": model, "attempts": attempts, "stages": stages, "seed": seed}
    settings, paths = load(Path(), flags).settings, find_paths()
    chosen = load_suite(suite, find_paths().suites)
    chosen = chosen.drawn(families, settings.seed) if families else chosen
    compiler, apart = equipment.compiler(settings), reserved(chosen.tasks)
    with EpisodeStore(paths.episodes_db) as store, progress(f"day on {chosen.name}", len(chosen.tasks)) as advance:
        work = Day(assemble(paths, settings), plan_of(settings), settings.seed, store)
        worked = work.work_through(
            chosen.tasks,
            compiler,
            origin=f"suite:{chosen.name}",
            apart=apart,
            on_done=lambda one: advance(one.outcome.verdict),
        )
    _shadow(paths, settings, work, [one for one in worked if one.task.id not in apart], compiler)
    passed = sum(one.outcome.fixed for one in worked)
    if as_json:
        print_json(
            "day",
            {
                "suite": chosen.name,
                "suite_digest": chosen.digest,
                "library": work.team.library_id,
                "model": work.team.identity.id,
                "passed": passed,
                "total": len(worked),
                "not_kept": len(apart),
                "items": [item(one) for one in worked],
            },
        )
    else:
        say(by_family((one.task.family, one.outcome.verdict, one.outcome.stage) for one in worked))
        note(f"{chosen.name}: {passed} of {len(worked)} fixed; {_kept(len(apart), len(worked))}")
    return 0


def _kept(apart: int, total: int) -> str:
    if not apart:
        return "every attempt is kept for the night"
    which = "these tasks are" if apart == total else f"{apart} of these tasks are"
    return (
        f"{which} for measuring, so nothing of them is kept and no night learns from them: "
        "`sleepy-coder day --suite day` is for that"
    )


def _shadow(paths: Paths, settings: Settings, work: Day, worked: list[Worked], compiler: Compiler) -> None:
    """Let a candidate that the gate left undecided answer as well, for the next night; nobody sees its answers."""
    registry = equipment.registry(settings)
    waiting = registry.pending(settings.gate_nights)
    if waiting is None or work.team.library is None or work.team.library.id != registry.current_id():
        return
    met = [(one.task, one.outcome.errors) for one in worked]
    kept = journal(paths.of(settings.model).shadow, waiting.id)
    found = shadow(met, work.team.library, waiting, work.team.model, compiler, kept)
    if found:
        note(f"candidate {waiting.id} was judged on {len(found)} errors in silence, for the next night")


def item(one: Worked) -> dict[str, Any]:
    """A task's line in a result."""
    return {
        "id": one.task.id,
        "family": one.task.family,
        "verdict": one.outcome.verdict,
        "stage": one.outcome.stage,
        "attempts": len(one.outcome.attempts),
        "seconds": round(one.outcome.seconds, 3),
    }


def by_family(items: Iterable[tuple[str | None, str, int | None]]) -> str:
    """Per family how many were fixed, and by which stage; items are (family, verdict, stage)."""
    listed = list(items)
    rows: list[tuple[str, ...]] = [("family", "fixed", "suggestions", "specialist", "base")]
    for family in dict.fromkeys(family for family, *_ in listed):
        mine = [(verdict, stage) for one, verdict, stage in listed if one == family]
        stages = Counter(stage for verdict, stage in mine if verdict == "FIXED")
        rows.append((family or "-", f"{stages.total()}/{len(mine)}", *(str(stages[stage]) for stage in (0, 1, 2))))
    return table(rows)
