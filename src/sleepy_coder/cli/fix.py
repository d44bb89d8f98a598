"""`fix PATH`: repair what the compiler complains about. The diff goes to standard output, words to standard error."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from uuid import uuid4

import typer

from sleepy_coder.agent.apply import apply as write
from sleepy_coder.agent.apply import targets
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Attempts, Json, Model, Seed, note, print_json
from sleepy_coder.cli.proposal import Report, answer, report
from sleepy_coder.cli.target import Target, found_from, open_target, packages_at
from sleepy_coder.day import Day, plan_of
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.settings import Settings, find_paths, load

app = one_command()


@app.command()
def fix(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A crate, a workspace or one of its members, or a .rs file.")
    ],
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
    """Repair the compiler errors at PATH and print the diff. Nothing is written without --apply. Of a workspace without
    a package of its own, every member is repaired, those that others need first.

    Exit status: 0 all fixed, 1 not all, 2 wrong call, 3 something is missing on this machine.
    """
    if partial and not apply:
        raise UsageError("--partial goes with --apply")
    flags = {"model": model, "attempts": attempts, "stages": stages, "seed": seed}
    settings, paths = load(path, flags).settings, find_paths()

    def opened(place: Path) -> AbstractContextManager[Target]:
        top = None if place == path else path if path.is_dir() else path.parent
        flags = {"test": test, "clippy": clippy, "no_sandbox": unsafe_no_sandbox}
        return open_target(place, settings, paths, edition=edition, top=top, **flags)

    path = found_from(path)
    places = packages_at(path)
    with EpisodeStore(paths.episodes_db) as store:
        worker = _Worker(assemble(paths, settings), settings, store, paths.undo, uuid4().hex, apply, partial)
        if len(places) == 1:
            with opened(places[0]) as target:
                one = worker.work(target)
                if as_json:
                    print_json("fix", one.said)
                else:
                    one.report.show()
                    if one.overlooked is not None:
                        note(one.overlooked)
            return 0 if one.outcome.fixed and one.overlooked is None else 1
        return _members(path, places, opened, worker, as_json=as_json)


class _Worked(NamedTuple):
    outcome: Outcome
    report: Report
    said: dict[str, Any]
    overlooked: str | None


@dataclass(frozen=True, slots=True)
class _Worker:
    team: Team
    settings: Settings
    store: EpisodeStore
    undo: Path
    run: str
    apply: bool
    partial: bool

    def work(self, target: Target) -> _Worked:
        """Repair one target, and write it if that was asked for."""
        for line in target.notes:
            note(f"note: {line}")
        day = Day(self.team, plan_of(self.settings), self.settings.seed, self.store)
        outcome = day.work_on(target.project, origin=target.origin, subject=target.subject).outcome
        written: tuple[Path, ...] = ()
        if self.apply and outcome.after is not None and (outcome.fixed or self.partial):
            written = targets(target.root, outcome.before, outcome.after)
        told = report(target, outcome, written, asked=self.apply)
        said = answer(target, outcome, self.team, written)
        overlooked = target.overlooked() if outcome.fixed else None
        if overlooked is not None:
            said["notes"].append(overlooked)
        if written and outcome.after is not None:  # last, so that what is written is always spoken of
            write(target.root, outcome.before, outcome.after, self.undo, self.run)
        return _Worked(outcome, told, said, overlooked)


def _members(
    path: Path,
    places: Sequence[Path],
    opened: Callable[[Path], AbstractContextManager[Target]],
    worker: _Worker,
    *,
    as_json: bool,
) -> int:
    """Every member of a workspace, those that others need first; what is wrong with one does not stop the others."""
    said: list[dict[str, Any]] = []
    worst = 0
    for place in places:
        try:
            with opened(place) as target:
                one = worker.work(target)
                said.append(one.said)
                worst = max(worst, 0 if one.outcome.fixed else 1)
                if not as_json:
                    one.report.show()
        except SleepyCoderError as problem:
            note(f"{place.name}: {problem}")
            said.append({"path": str(place), "subject": place.name, "problem": str(problem)})
            worst = max(worst, problem.exit_status)
    if as_json:
        print_json("fix", {"path": str(path.resolve()), "fixed_all": worst == 0, "members": said})
    return worst
