"""`night`: learn from the day's failures, and serve what was learned only if the gate lets it through."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from sleepy_coder.agent.team import open_local
from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json, Model, Seed
from sleepy_coder.cli.output import note, print_json
from sleepy_coder.cli.stations import stations
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.lock import hold
from sleepy_coder.registry.nights import unfinished
from sleepy_coder.reports.stored import stored_report, write_report
from sleepy_coder.settings import load

app = one_command()


@app.command()
def night(
    budget: Annotated[
        str | None, typer.Option("--budget", metavar="TIME", help="How long it may take: 15m, 90s, 1h30m.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Only go on with a night that was interrupted; start no new one.")
    ] = False,
    model: Model = None,
    seed: Seed = None,
    as_json: Json = False,
) -> int:
    """Learn from what failed since the last night. A night that was interrupted goes on where it stopped.

    Exit status: 0 a better library is served, 1 the incumbent stays, 2 wrong call, 3 something is missing on this
    machine or another night is running.
    """
    settings = load(Path(), {"model": model, "seed": seed, "night_budget_seconds": budget}).settings
    paths = find_paths().of(settings.model)
    if resume and unfinished(paths.nights) is None:
        raise UsageError("there is no interrupted night to go on with: `sleepy-coder night` starts one")
    with hold(paths.night_lock, "another night"):
        pass  # a model is not loaded for a night that cannot be; whatever comes in between, `run_night` refuses
    compiler = equipment.compiler(settings)
    with stations() as tell, TemporaryDirectory(prefix="sleepy-coder-") as fresh:
        tell("model", 0.0, f"loading {settings.model}")
        loaded = open_local(settings)
        from sleepy_coder.curation.first_library import write_first_library  # torch takes seconds to import
        from sleepy_coder.night import run_night

        own = settings.model == EMBEDDED
        tell("model", 1.0, loaded.identity.id)
        record = run_night(
            paths=paths,
            settings=settings,
            model=loaded,
            compiler=compiler,
            initial_library=library_folder() if own else write_first_library(Path(fresh), loaded),
            crates=equipment.trusted(paths),
            observer=tell,
        )
    found = stored_report(paths, record)
    page = write_report(paths, found)
    if as_json:
        print_json("night", {"report": str(page), **found.to_json()["night"]})
    else:
        from sleepy_coder.reports.text import console, morning_text

        console().print(morning_text(found))
        note(f"\nthe whole report: {page}")
    return 0 if record.promoted else 1
