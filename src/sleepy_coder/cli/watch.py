"""`watch PATH`: look after every save, propose, and remember how the owner mends what was left."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.apply import apply as write
from sleepy_coder.agent.apply import targets
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.team import assemble
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Attempts, Clippy, Edition, Json, Model, NoSandbox, Seed, Stages, Test
from sleepy_coder.cli.output import note, print_json_line
from sleepy_coder.cli.proposal import Report, answer, report
from sleepy_coder.cli.target import Target, edition_of_file, found_from, open_target
from sleepy_coder.day import Day, plan_of
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.settings import load
from sleepy_coder.tasks.projects import Project
from sleepy_coder.watch import Look, Watcher, saves

app = one_command()


@app.command()
def watch(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A crate, a workspace member, or a .rs file.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Write repairs that fix everything; `undo` takes back.")
    ] = False,
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
    """Look now and after every save: check, propose repairs for new errors, keep what failed and how you mended it.

    Nothing is written to your files without --apply. Ctrl-C ends it. With --json: one object a line.
    """
    if not path.exists():
        raise UsageError(f"there is no {path}: name a crate's folder or a .rs file")
    year = edition_of_file(path, edition)
    path = found_from(path)
    flags = {"model": model, "attempts": attempts, "stages": stages, "seed": seed}
    settings, paths = load(path, flags).settings, find_paths()
    team = assemble(paths, settings)
    with EpisodeStore(paths.episodes_db) as store:
        day = Day(team, plan_of(settings), settings.seed, store)
        opening = partial(
            open_target,
            *(path, settings, paths),
            test=test,
            clippy=clippy,
            edition=year,
            no_sandbox=unsafe_no_sandbox,
        )
        session = _Session(opening, day, store, paths.undo, apply=apply, needed=settings.min_failures, as_json=as_json)
        changes = saves(path.resolve())
        next(changes)  # first, so that a save during the first look is seen too
        session.look()
        note(f"watching {path}: save a file and I look; Ctrl-C ends")
        for _ in changes:
            try:
                session.look()
            except SleepyCoderError as problem:  # a half-saved file, a manifest in the making
                note(f"waiting for the next save: {problem}")
    return 0


class _Session:
    """One run of `watch`: opens the target anew for each look, shows what came of it, stores what was learned."""

    def __init__(
        self,
        opening: Callable[[], AbstractContextManager[Target]],
        day: Day,
        store: EpisodeStore,
        undo: Path,
        *,
        apply: bool,
        needed: int,
        as_json: bool,
    ) -> None:
        self._opening, self._day, self._store, self._undo = opening, day, store, undo
        self._apply, self._needed, self._as_json = apply, needed, as_json
        self._watcher = Watcher(self._opened, self._work)
        self._target: Target
        self._overlooked: str | None

    def look(self) -> None:
        look = self._watcher.look()
        if look is None:
            return
        for repair in look.repairs:
            self._store.add_repair(repair)
        outcome = look.outcome
        written: tuple[Path, ...] = ()
        after = outcome.after if self._apply and outcome is not None and outcome.fixed else None
        if outcome is not None and after is not None:
            written = tuple(targets(self._target.root, outcome.before, after))
        green = look.green or (outcome is not None and outcome.fixed)
        more = (self._overlooked,) if green and self._overlooked is not None else ()
        if self._as_json:
            proposal = answer(self._target, outcome, self._day.team, written) if outcome else None
            show: Callable[[], None] = partial(print_json_line, "watch", _seen(look, proposal, more))
        else:
            told = _report(self._target, look, written, asked=self._apply, needed=self._needed)
            show = told._replace(notes=(*told.notes, *more)).show
        if outcome is not None and after is not None:  # last, so that what is written is always spoken of
            write(self._target.root, outcome.before, after, self._undo)
            self._watcher.written()
        show()

    @contextmanager
    def _opened(self) -> Iterator[Project]:
        with self._opening() as target:
            self._target, self._overlooked = target, None
            yield target.project
            self._overlooked = target.overlooked()

    def _work(self, project: Project) -> tuple[Outcome, str | None]:
        return self._day.work_on(project, origin=self._target.origin, subject=self._target.subject)


def _seen(look: Look, proposal: dict[str, object] | None, notes: Sequence[str]) -> dict[str, object]:
    return {
        "errors": len(look.errors),
        "fresh": len(look.fresh),
        "proposal": proposal,
        "learned": [
            {"episode": one.episode, "signature": one.error.signature, "verdict": one.verdict} for one in look.repairs
        ],
        "notes": notes,
    }


def _report(target: Target, look: Look, written: tuple[Path, ...], *, asked: bool, needed: int) -> Report:
    if look.outcome is not None:
        return report(target, look.outcome, written, asked=asked, needed=needed, watching=True)
    if look.errors:
        left = "1 known error is" if len(look.errors) == 1 else f"{len(look.errors)} known errors are"
        return Report("", (f"{target.subject}: {left} left",))
    what = "an error" if len(look.repairs) == 1 else f"{len(look.repairs)} errors"
    kept = f"; kept how you mended {what}" if look.repairs else ""
    return Report("", (f"{target.subject}: all green{kept}",))
