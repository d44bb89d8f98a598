"""`rollback`: serve again what was served before the last promotion."""

from pathlib import Path

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.settings import load

app = one_command()


@app.command()
def rollback(as_json: Json = False) -> None:
    """Serve the version before the one that is served now. Nothing is deleted; `promote` goes forward again."""
    registry = equipment.registry(load(Path()).settings)
    previous = registry.current_id()
    served = registry.rollback().id
    if as_json:
        print_json("rollback", {"served": served, "previous": previous})
    else:
        say(f"{served} is served again, instead of {previous}")
