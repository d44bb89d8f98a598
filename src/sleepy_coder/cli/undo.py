"""`undo`: take back what `fix --apply` wrote, byte for byte."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.agent.apply import undo as take_back
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.paths import find_paths

app = one_command()


@app.command()
def undo(
    path: Annotated[Path | None, typer.Argument(metavar="PATH", help="Only a change of this crate or file.")] = None,
    as_json: Json = False,
) -> int:
    """Restore the files of the last `fix --apply`, byte for byte; call it again for the one before."""
    restored = take_back(find_paths().undo, path)
    if as_json:
        print_json("undo", {"restored": [str(file) for file in restored]})
    else:
        for file in restored:
            say(f"restored {file}")
    return 0
