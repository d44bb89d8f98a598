"""`promote VERSION`: serve a version of the library from now on, whatever the gate said of it."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.settings import load

app = one_command()


@app.command()
def promote(
    version: Annotated[
        str, typer.Argument(metavar="VERSION", help="A version that `history` lists, or how its name begins.")
    ],
    as_json: Json = False,
) -> None:
    """Serve VERSION from now on. The choice is the owner's, so no gate is asked; `rollback` takes it back."""
    registry = equipment.registry(load(Path()).settings)
    previous = registry.current_id()
    served = registry.promote(version, reason="by the owner's hand").id
    if as_json:
        print_json("promote", {"served": served, "previous": previous})
    else:
        say(f"{served} is served" + (f" instead of {previous}" if previous not in (None, served) else ""))
