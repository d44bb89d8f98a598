"""`trust PATH`: the owner's word on a crate."""

import os
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.equipment import on_terminal
from sleepy_coder.cli.equipment import trust as remember
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import check_utf8, note, print_json, say
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths

app = one_command()


@app.command()
def trust(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A crate's folder.")], as_json: Json = False
) -> int:
    """Trust the crate at PATH: its build scripts and macros may run even where no sandbox protects your files."""
    folder = Path(os.path.realpath(path))  # unlike `resolve`, it bears links that lead in circles
    if not (folder / "Cargo.toml").is_file():
        raise UsageError(f"{path} holds no crate (there is no Cargo.toml): name a crate's folder")
    check_utf8(str(folder))
    if on_terminal() and not as_json:
        note(f"Checking {folder} runs its build scripts and procedural macros.")
        if input("Trust it? [y/N] ").strip().lower() not in ("y", "yes"):
            note("not trusted")
            return 1
    remember(find_paths(), folder)
    if as_json:
        print_json("trust", {"trusted": str(folder)})
    else:
        say(f"trusted: {folder}")
    return 0
