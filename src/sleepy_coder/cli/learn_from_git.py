"""`learn-from-git PATH`: what `watch` would have kept, from commits that were red and later green."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, progress
from sleepy_coder.curation.past_repairs import PastRepairs
from sleepy_coder.curation.repository import Commit, Repository
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import SleepyCoderError, UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.crates.cargo import CRATE_LIMITS, open_crate
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import load
from sleepy_coder.tasks.projects import CrateProject

app = one_command()


@app.command()
def learn_from_git(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A crate's folder in a git repository.")],
    limit: Annotated[int, typer.Option("--limit", min=2, metavar="N", help="The newest so many commits.")] = 200,
    as_json: Json = False,
) -> int:
    """Replay the history of PATH and keep each error that a commit had, with how a later commit mended it.

    Nothing is written to the repository. Exit status: 0 something was learned, 1 nothing.
    """
    if not (path / "Cargo.toml").is_file():
        raise UsageError(f"{path} is no crate's folder: it has no Cargo.toml; name one that has")
    settings, paths = load(path).settings, find_paths()
    repository = Repository(path)
    commits = repository.commits(limit)
    # a history is not trusted, whatever its owner said of the crate as it is now
    sandbox, toolchain = equipment.sandbox(settings), find_toolchain()
    limits = replace(CRATE_LIMITS, wall_seconds=settings.crate_wall_seconds)
    with TemporaryDirectory(prefix="sleepy-coder-") as scratch, EpisodeStore(paths.episodes_db) as store:
        past, known = PastRepairs(f"crate:{path.resolve()}", store), len(store.repairs())
        skipped: dict[str, str] = {}

        def look(commit: Commit) -> None:
            """Raises what opening the crate of that commit raises."""
            folder = Path(scratch, "history")
            repository.write(commit, folder)
            place = folder / repository.prefix
            with open_crate(place, toolchain, sandbox, cache=Path(scratch, "cache"), limits=limits) as crate:
                past.look(CrateProject(crate, tests=False), commit)

        with progress(f"replaying {len(commits)} commits", len(commits), quiet=as_json) as advance:
            before = ""
            for commit in commits:
                if commit.tree != before:
                    try:
                        look(commit)
                    except SleepyCoderError as problem:  # such a state teaches nothing, its neighbours may
                        skipped[commit.id] = str(problem)
                before = commit.tree
                advance()
        new = len(store.repairs()) - known
    if as_json:
        counts = {"commits": len(commits), **past.counts._asdict(), "new": new}
        print_json("learn-from-git", {**counts, "skipped": skipped})
    else:
        for commit_id, reason in skipped.items():
            note(f"commit {commit_id[:12]} is passed over: {reason}")
        red, errors, repairs, usable = past.counts
        note(f"{_counted(len(commits), 'commit')}, {red} of them red with {_counted(errors, 'error')}")
        note(f"{_counted(repairs, 'repair')}, {usable} of them fit to learn from; {new} kept that were not kept before")
        if repository.shallow:
            note("the clone is shallow: `git fetch --unshallow` brings the older history")
    return 0 if past.counts.usable else 1


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
