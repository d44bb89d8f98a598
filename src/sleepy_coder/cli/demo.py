"""`demo`: one whole day and night in a home of its own; or, with --break, a green crate broken on purpose."""

import json
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, say
from sleepy_coder.cli.stations import stations
from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.errors import ModelBroken, UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import load

BREAKS = 3
NOT_COPIED = shutil.ignore_patterns("target", ".git")

app = one_command()


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Where --break writes the copy.")] = None,
    break_crate: Annotated[
        Path | None, typer.Option("--break", metavar="CRATE", help="Copy this green crate to DIR and plant errors.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Draws families and items, or errors.")] = 0,
    home: Annotated[
        Path | None, typer.Option("--home", metavar="DIR", help="An empty folder for all state; a new one if left out.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Keep the result, as JSON.")] = None,
    as_json: Json = False,
) -> None:
    """Show a whole day and night on real Rust: what fails by day is learned at night, and tried again in the morning.

    Takes about three minutes on two cores. Exit status 0 whether the night's library is promoted or kept back.
    """
    if break_crate is None:
        if folder is not None:
            raise UsageError("a folder goes with --break; --home names the place for the demonstration's state")
        _day_and_night(seed, home, out, as_json)
        return
    if folder is None or home is not None or out is not None:
        raise UsageError("--break CRATE needs the folder to write to, and nothing else but --seed")
    _break(break_crate, folder, seed, as_json)


def _day_and_night(seed: int, home: Path | None, out: Path | None, as_json: bool) -> None:
    from sleepy_coder.experiments.demo import demo_suite, run
    from sleepy_coder.experiments.demo_record import printed, to_json

    place = _fresh(home)
    private = {**os.environ, "SLEEPY_CODER_HOME": str(place)}
    settings, paths = load(place, {"seed": seed}, private).settings, find_paths(private)
    compiler = equipment.compiler(settings)
    suite = demo_suite(seed)
    with stations() as tell:
        shown = run(seed, paths, settings, compiler, suite, tell)
    content = to_json(shown, level=settings.interval_level, rustc=find_toolchain().version)
    if out is not None:
        make_folder(out.parent)
        text = json.dumps({"schema": "sleepy-coder/demo/1", **content}, indent=1, ensure_ascii=False)
        write_atomically(out, text.encode() + b"\n", mode=0o644)
    if as_json:
        print_json("demo", {"home": str(place), "report": str(shown.page), **content})
    else:
        say("\n".join(printed(shown)))
    note(f"morning report: {shown.page}")
    note(f"everything else: {place} (SLEEPY_CODER_HOME={place} sleepy-coder status)")
    if out is not None:
        note(f"result: {out}")


def _fresh(home: Path | None) -> Path:
    """An empty folder; raises UsageError for one that holds something."""
    if home is None:
        return Path(tempfile.mkdtemp(prefix="sleepy-coder-demo-"))
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise UsageError(f"{home} is not empty: a demonstration starts from nothing, name a new folder")
    return make_folder(home.absolute())


def _break(crate_path: Path, folder: Path, seed: int, as_json: bool) -> None:
    from sleepy_coder.breaker.crate import break_crate
    from sleepy_coder.rust.crates.cargo import CRATE_LIMITS, open_crate

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty: name a new folder for the broken copy")
    if folder.resolve().is_relative_to(crate_path.resolve()):
        raise UsageError(f"{folder} lies inside {crate_path}: name a folder outside of the crate")
    settings, paths = load(crate_path).settings, find_paths()
    vouched_for = equipment.is_trusted(paths, crate_path)
    with open_crate(
        crate_path,
        find_toolchain(),
        equipment.sandbox(settings, vouched_for=vouched_for),
        cache=paths.crates,
        limits=replace(CRATE_LIMITS, wall_seconds=settings.crate_wall_seconds),
    ) as crate:
        broken = break_crate(crate, seed, count=BREAKS, families=_repairable())
        green, root = crate.tree, crate.package.folder
    shutil.copytree(root, folder, ignore=NOT_COPIED, dirs_exist_ok=True)
    _write(folder, green, broken.tree)
    breaks = [
        {
            "file": primary.file if (primary := one.diagnostic.primary) else "",
            "line": primary.line_start if primary else 0,
            "family": one.family,
            "code": one.diagnostic.code,
            "message": one.diagnostic.message,
            "suggestion": one.suggested,
        }
        for one in broken.breaks
    ]
    if as_json:
        print_json("demo", {"folder": str(folder), "seed": seed, "breaks": breaks})
        return
    for one in breaks:
        help_ = "the compiler has a suggestion" if one["suggestion"] else "the compiler has no suggestion"
        say(f"{one['file']}:{one['line']}  {one['code'] or 'error'}: {one['message']} ({one['family']}; {help_})")
    note(f"{len(breaks)} errors in {folder}; `sleepy-coder fix {folder} --apply` repairs them")


def _repairable() -> tuple[str, ...]:
    """The families that the embedded model was taught; all known ones where there is no such model."""
    from sleepy_coder.breaker.families import KNOWN
    from sleepy_coder.embedded.taught import taught

    try:
        known = taught()
    except ModelBroken:
        return KNOWN
    return (*known.base, *known.library)


def _write(folder: Path, before: SourceTree, after: SourceTree) -> None:
    """The files that differ, over their copies."""
    for name, text in after.files.items():
        if before.files.get(name) != text:
            write_atomically(folder / name, text.encode(), mode=0o644)
