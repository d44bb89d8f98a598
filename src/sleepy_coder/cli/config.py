"""`config show`: the settings in force."""

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say, table
from sleepy_coder.errors import UsageError
from sleepy_coder.settings import load

app = several_commands("The settings: defaults < sleepy.toml < your config.toml < SLEEPY_CODER_* < flags.")


@app.callback()
def config() -> None:
    """The settings: defaults < sleepy.toml < your config.toml < SLEEPY_CODER_* < flags."""


@app.command()
def show(
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Where a crate's sleepy.toml is looked for.")] = Path(),
    as_json: Json = False,
) -> int:
    """Show every setting in force at PATH."""
    if not path.exists():
        raise UsageError(f"there is no {path}: name a folder or a file that is there")
    loaded = load(path)
    values = dataclasses.asdict(loaded.settings)
    if as_json:
        print_json("config", {"settings": values, "origins": dict(loaded.origins)})
    elif origin:
        say(table((key, _word(value), loaded.origins[key]) for key, value in values.items()))
    else:
        say(table((key, _word(value)) for key, value in values.items()))
    return 0


def _word(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
