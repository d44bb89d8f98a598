"""`fix PATH`: repair what the compiler complains about. The diff goes to standard output, words to standard error."""

from collections.abc import Mapping, Sequence
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
from sleepy_coder.cli.options import Attempts, Clippy, Edition, Json, Model, NoSandbox, Seed, Stages, Test
from sleepy_coder.cli.output import note, print_json
from sleepy_coder.cli.proposal import Report, answer, report
from sleepy_coder.cli.target import Target, edition_of_file, found_from, open_target, packages_at
from sleepy_coder.day import Day, plan_of
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.settings import load

app = one_command()


@app.command()
def fix(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A crate, a workspace or one of its members, or a .rs file.")
    ],
    apply: Annotated[bool, typer.Option("--apply", help="Write the repair; `undo` takes it back.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="With --apply: write even if errors remain.")] = False,
    stages: Stages = None,
    attempts: Attempts = None,
    test: Test = False,
    clippy: Clippy = False,
    edition: Edition = None,
    model: Model = None,
    seed: Seed = None,
    unsafe_no_sandbox: NoSandbox = False,
    as_json: Json = False,
) -> int:
    """Repair the compiler errors at PATH and print the diff. Nothing is written without --apply. Of a workspace without
    a package of its own, every member is repaired, those that others need first.

    Exit status: 0 all fixed, 1 not all, 2 wrong call, 3 something is missing on this machine.
    """
    if partial and not apply:
        raise UsageError("--partial goes with --apply: give both")
    flags = {"model": model, "attempts": attempts, "stages": stages, "seed": seed}
    opening = {
        "test": test,
        "clippy": clippy,
        "edition": edition_of_file(path, edition),
        "no_sandbox": unsafe_no_sandbox,
    }
    paths = find_paths()
    team = assemble(paths, load(path, flags).settings)
    path = found_from(path)
    places = packages_at(path)
    with EpisodeStore(paths.episodes_db) as store:
        worker = _Worker(team, flags, opening, store, paths, uuid4().hex, apply, partial)
        if len(places) == 1:
            one = worker.work(places[0], top=_top(path, places[0]))
            if as_json:
                print_json("fix", one.said)
            else:
                one.report.show()
                if one.overlooked is not None:
                    note(one.overlooked)
            return 0 if one.outcome.fixed and one.overlooked is None else 1
        return _members(path, places, worker, as_json=as_json)


def _top(path: Path, place: Path) -> Path | None:
    """Where the paths in what is said of a workspace's member start; None for what was named itself."""
    return None if place == path else path if path.is_dir() else path.parent


class _Worked(NamedTuple):
    outcome: Outcome
    report: Report
    said: dict[str, Any]
    overlooked: str | None
    files: dict[Path, bytes]


@dataclass(frozen=True, slots=True)
class _Worker:
    team: Team
    flags: Mapping[str, object]
    opening: Mapping[str, Any]
    store: EpisodeStore
    paths: Paths
    run: str
    apply: bool
    partial: bool

    def work(self, place: Path, *, top: Path | None, instead: Mapping[Path, bytes] | None = None) -> _Worked:
        """Repair one target, by the settings that are in force there, and write it if that was asked for."""
        settings = load(place, self.flags).settings
        with open_target(place, settings, self.paths, top=top, instead=instead, **self.opening) as target:
            for line in target.notes:
                note(f"note: {line}")
            day = Day(self.team, plan_of(settings), settings.seed, self.store)
            outcome = day.work_on(target.project, origin=target.origin, subject=target.subject).outcome
            files = self._files(target, outcome)
            written = tuple(files) if self.apply else ()
            told = report(target, outcome, written, asked=self.apply, needed=settings.min_failures)
            said = answer(target, outcome, self.team, written)
            overlooked = target.overlooked() if outcome.fixed else None
            if overlooked is not None:
                said["notes"].append(overlooked)
            if written and outcome.after is not None:  # last, so that what is written is always spoken of
                write(target.root, outcome.before, outcome.after, self.paths.undo, self.run)
        return _Worked(outcome, told, said, overlooked, files)

    def _files(self, target: Target, outcome: Outcome) -> dict[Path, bytes]:
        """What --apply writes, or would write. Raises UsageError if it cannot."""
        if outcome.after is None or not (outcome.fixed or self.partial):
            return {}
        try:
            return targets(target.root, outcome.before, outcome.after)
        except UsageError:
            if self.apply:
                raise
            return {}


def _members(path: Path, places: Sequence[Path], worker: _Worker, *, as_json: bool) -> int:
    """Every member of a workspace, those that others need first; what is wrong with one does not stop the others.

    Where nothing is written, each is checked as if what was mended before it had been.
    """
    said: list[dict[str, Any]] = []
    mended: dict[Path, bytes] = {}
    worst = 0
    for place in places:
        try:
            one = worker.work(place, top=_top(path, place), instead=mended)
        except SleepyCoderError as problem:
            note(f"{place.name}: {problem}")
            said.append({"path": str(place), "subject": place.name, "problem": str(problem)})
            worst = max(worst, problem.exit_status)
            continue
        said.append(one.said)
        worst = max(worst, 0 if one.outcome.fixed else 1)
        if not worker.apply:
            mended |= one.files
        if not as_json:
            one.report.show()
    if as_json:
        print_json("fix", {"path": str(path.resolve()), "fixed_all": worst == 0, "members": said})
    return worst
