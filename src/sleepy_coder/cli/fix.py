"""`fix PATH`: repair what the compiler complains about. The diff goes to standard output, words to standard error."""

from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.agent.apply import apply as write
from sleepy_coder.agent.outcome import Mended, Outcome
from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, note, print_json
from sleepy_coder.cli.target import Target, open_target
from sleepy_coder.day import Day, plan_of
from sleepy_coder.episodes.episode import Reported
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.settings import find_paths, load

STAGE_NAMES = {0: "compiler suggestion", 1: "specialist", 2: "base model"}

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
    opening = open_target(path, settings, paths, test=test, edition=edition, no_sandbox=unsafe_no_sandbox)
    with opening as target, EpisodeStore(paths.episodes_db) as store:
        team = assemble(paths.home, settings.model, settings.device)
        day = Day(team, plan_of(settings), settings.seed, store)
        for line in target.notes:
            note(f"note: {line}")
        outcome = day.work_on(target.project, origin=target.origin, subject=target.subject)
        written: tuple[Path, ...] = ()
        if apply and outcome.after is not None and (outcome.fixed or partial):
            written = write(target.root, outcome.before, outcome.after, paths.undo)
        if as_json:
            print_json("fix", _answer(target, outcome, team, written))
        else:
            _report(target, outcome, written, asked=apply)
    return 0 if outcome.fixed else 1


def _answer(target: Target, outcome: Outcome, team: Team, written: tuple[Path, ...]) -> dict[str, Any]:
    fixed, advanced = _counts(outcome)
    return {
        "path": str(target.root),
        "subject": target.subject,
        "verdict": outcome.verdict,
        "evidence": outcome.evidence,
        "errors": [_mended(one) for one in outcome.mended] + [_left(one) for one in outcome.remaining],
        "fixed": fixed,
        "advanced": advanced,
        "remaining": len(outcome.remaining),
        "attempts": len(outcome.attempts),
        "seconds": round(outcome.seconds, 3),
        "diff": target.diff(outcome.before, outcome.after),
        "applied": [str(path) for path in written],
        "model": team.identity.id,
        "library": team.library_id,
        "notes": list(target.notes),
    }


def _mended(one: Mended) -> dict[str, Any]:
    rest = {"stage": one.stage, "skill": one.skill, "seconds": round(one.seconds, 3), "verdict": one.verdict}
    return {**_place(one.error), **rest}


def _left(error: Reported) -> dict[str, Any]:
    return {**_place(error), "stage": None, "skill": None, "seconds": None, "verdict": None}


def _place(error: Reported) -> dict[str, Any]:
    span = error.diagnostic.primary
    return {
        "code": error.diagnostic.code,
        "message": error.diagnostic.message,
        "file": span.file if span is not None else None,
        "line": span.line_start if span is not None else None,
        "signature": error.signature,
    }


def _counts(outcome: Outcome) -> tuple[int, int]:
    """Errors mended in a tree where all is well, and errors mended in one where something is left."""
    count = len(outcome.mended)
    return (count, 0) if outcome.fixed else (0, count)


def _report(target: Target, outcome: Outcome, written: tuple[Path, ...], *, asked: bool) -> None:
    print(target.diff(outcome.before, outcome.after), end="")
    for one in outcome.mended:
        by = STAGE_NAMES[one.stage] + (f" {one.skill}" if one.skill else "")
        note(f"{_where(one.error)}: mended by {by}")
    for error in outcome.remaining:
        note(f"{_where(error)}: left")
    fixed, advanced = _counts(outcome)
    if outcome.fixed and not outcome.mended:
        note(f"{target.subject}: nothing to fix, {outcome.evidence}")
    elif outcome.fixed:
        note(f"{target.subject}: FIXED, {_errors(fixed)} mended, {outcome.evidence}")
    else:
        note(f"{target.subject}: not fixed ({outcome.verdict}: {outcome.evidence}), {_errors(advanced)} mended")
    if written:
        note(f"written: {', '.join(map(str, written))}; `sleepy-coder undo` takes it back")
    elif asked and advanced:
        note("nothing was written, as something is left: --partial writes what was mended")
    elif outcome.after is not None:
        note("nothing was written: --apply does")


def _errors(count: int) -> str:
    return "1 error" if count == 1 else f"{count} errors"


def _where(error: Reported) -> str:
    place = _place(error)
    spot = f"{place['file']}:{place['line']}: " if place["file"] else ""
    return f"{spot}{place['code'] or 'error'} {place['message']}"
