"""`forget SKILL|NIGHT`: serve the library as if it had never learned this."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.lock import hold
from sleepy_coder.settings import load

app = one_command()


@app.command()
def forget(
    what: Annotated[
        str, typer.Argument(metavar="SKILL|NIGHT", help="A skill of the served library, or a night, as `history` says.")
    ],
    as_json: Json = False,
) -> None:
    """Take a skill, or all that one night learned, out of the library, and serve the rest.

    Later nights are merged again without it where their archives are there, so that no trace stays in the basis.
    Earlier versions still hold it until `gc` removes them; `rollback` takes the forgetting back.
    """
    from sleepy_coder.curation.forgetting import forget_from

    settings, paths = load(Path()).settings, find_paths()
    with hold(paths.night_lock, "a night"):
        found = forget_from(equipment.registry(settings), what, settings)
    if as_json:
        content = {"forgot": what, "served": found.version.id, "removed": found.removed, "changed": found.changed}
        print_json("forget", {**content, "as_if_never_learned": found.as_if_never_learned})
        return
    say(f"{found.version.id} is served, without {', '.join(found.removed) or f'what {what} taught old skills'}")
    if found.as_if_never_learned:
        say("It is bit for bit what it would be had that never been learned.")
    else:
        say("Cut out: every other skill is unchanged; the shared basis keeps the columns that it shaped.")
    if found.changed:
        say(f"Merged again, with new coordinates: {', '.join(found.changed)}")
