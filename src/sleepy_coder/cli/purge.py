"""`purge --repo PATH`: forget where something came from: everything stored of one repository goes."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.lock import hold

app = one_command()


@app.command()
def purge(
    repository: Annotated[
        Path, typer.Option("--repo", metavar="PATH", help="A folder with crates, one crate, or one file.")
    ],
    as_json: Json = False,
) -> int:
    """Remove the episodes of a repository, your repairs in it, what nights made of them, and the copy of its code.

    The skills that learned from it are named: `forget SKILL` takes them out of the library. Backups for `undo` stay.
    Exit status: 0 something was removed, 1 nothing was stored.
    """
    from sleepy_coder.curation.purging import purge as remove

    paths = find_paths()
    with hold(paths.night_lock, "a night"):
        found = remove(paths, repository)
    if as_json:
        counts = {"episodes": len(found.episodes), "repairs": found.repairs, "examples": found.examples}
        print_json("purge", {**counts, "unfinished_nights": found.unfinished, "retrain": found.retrain})
        return 1 if found.is_empty else 0
    if found.is_empty:
        say(f"nothing of {repository} is stored")
        return 1
    say(f"removed {len(found.episodes)} episodes, {found.repairs} of your repairs, {found.examples} examples")
    for night in found.unfinished:
        say(f"the interrupted night {night} is dropped, for it was planned with them")
    for model, skills in found.retrain.items():
        say(f"these skills of {model} learned from it: {', '.join(skills)}")
    if found.retrain:
        say("`sleepy-coder forget SKILL` takes one out of the library; the next night that needs it trains it anew")
    return 0
