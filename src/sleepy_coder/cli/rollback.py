"""`rollback`: serve again what was served before the last promotion."""

from pathlib import Path

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Json, print_json, say
from sleepy_coder.registry.library import Registry
from sleepy_coder.settings import find_paths, load

app = one_command()


@app.command()
def rollback(as_json: Json = False) -> None:
    """Serve the version before the one that is served now. Nothing is deleted; `promote` goes forward again."""
    registry = Registry(find_paths().of(load(Path()).settings.model).base)
    previous = registry.current_id()
    served = registry.rollback().id
    if as_json:
        print_json("rollback", {"served": served, "previous": previous})
    else:
        say(f"{served} is served again, instead of {previous}")
