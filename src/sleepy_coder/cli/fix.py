"""`fix PATH`: repair what the compiler complains about. The diff goes to standard output, words to standard error."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.apply import apply as write
from sleepy_coder.agent.team import assemble
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, note, print_json
from sleepy_coder.cli.proposal import answer, report
from sleepy_coder.cli.target import open_target
from sleepy_coder.day import Day, plan_of
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.settings import find_paths, load

app = one_command()


@app.command()
def fix(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A crate, a workspace member, or a .rs file.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write the repair; `undo` takes it back.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="With --apply: write even if errors remain.")] = False,
    stages: Annotated[
        str | None,
        typer.Option("--stages", metavar="0,1,2", help="0 compiler suggestions, 1 specialist, 2 base model."),
    ] = None,
    attempts: Attempts = None,
    test: Annotated[bool, typer.Option("--test", help="Fixed means that the tests pass as well.")] = False,
    clippy: Annotated[
        bool, typer.Option("--clippy", help="The lints of the setting `clippy_lints` count as errors too.")
    ] = False,
    edition: Annotated[str, typer.Option("--edition", metavar="YEAR", help="Of a single file.")] = "2021",
    model: Model = None,
    seed: Seed = None,
    unsafe_no_sandbox: Annotated[
        bool, typer.Option("--unsafe-no-sandbox", help="Check the crate even where no sandbox protects your files.")
    ] = False,
    as_json: Json = False,
) -> int:
    """Repair the compiler errors at PATH and print the diff. Nothing is written without --apply.

    Exit status: 0 all fixed, 1 not all, 2 wrong call, 3 something is missing on this machine.
    """
    if partial and not apply:
        raise UsageError("--partial goes with --apply")
    flags = {"model": model, "attempts": attempts, "stages": stages, "seed": seed}
    settings, paths = load(path, flags).settings, find_paths()
    opening = open_target(
        path, settings, paths, test=test, clippy=clippy, edition=edition, no_sandbox=unsafe_no_sandbox
    )
    with opening as target, EpisodeStore(paths.episodes_db) as store:
        team = assemble(paths, settings)
        day = Day(team, plan_of(settings), settings.seed, store)
        for line in target.notes:
            note(f"note: {line}")
        outcome = day.work_on(target.project, origin=target.origin, subject=target.subject).outcome
        written: tuple[Path, ...] = ()
        if apply and outcome.after is not None and (outcome.fixed or partial):
            written = write(target.root, outcome.before, outcome.after, paths.undo)
        if as_json:
            print_json("fix", answer(target, outcome, team, written))
        else:
            report(target, outcome, written, asked=apply)
    return 0 if outcome.fixed else 1
