"""`history`: all versions of the library as a tree, with what the gate said about each."""

from pathlib import Path

import msgspec

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.settings import load

app = one_command()


@app.command()
def history(as_json: Json = False) -> None:
    """Show every version, its parent, its skills and what became of it."""
    registry = equipment.registry(load(Path()).settings)
    nodes = registry.history()
    if as_json:
        print_json("history", {"served": registry.current_id(), "versions": msgspec.to_builtins(nodes)})
    elif not nodes:
        say("No version yet: the first `fix`, `day` or `night` installs the package's own library.")
    else:
        from sleepy_coder.reports.text import console, history_tree

        console().print(history_tree(nodes))
