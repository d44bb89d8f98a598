"""`why-stored ID`: where an episode came from, what is kept of it, and what learned from it."""

from datetime import datetime
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say, table
from sleepy_coder.paths import find_paths

app = one_command()


@app.command()
def why_stored(
    name: Annotated[str, typer.Argument(metavar="ID", help="An episode's id, or how it begins.")],
    as_json: Json = False,
) -> None:
    """Say why an episode is stored, what is kept of it, and which nights learned from it."""
    from sleepy_coder.curation.why_stored import why_stored as find

    found = find(find_paths(), name)
    episode = found.episode
    held = {
        "id": episode.id,
        "origin": episode.origin,
        "at": datetime.fromtimestamp(episode.started_at).astimezone().isoformat(timespec="seconds"),
        "verdict": episode.verdict,
        "files": sorted(episode.before.files),
        "signatures": sorted({error.signature for error in episode.errors}),
        "attempts": len(episode.attempts),
        "repairs": [repair.source for repair in found.repairs],
        "nights": [{"night": use.night, "skill": use.skill, "promoted": use.promoted} for use in found.uses],
    }
    if as_json:
        print_json("why-stored", {"why": found.why, **held})
        return
    say(found.why)
    shown = {key: value for key, value in held.items() if key != "nights"}
    say(table((key, "; ".join(one) if isinstance(one, list) else str(one)) for key, one in shown.items()))
    for use in found.uses:
        served = "which was promoted" if use.promoted else "which was not promoted"
        say(f"night {use.night} learned {use.skill} from it, among others, {served}")
    if not found.uses:
        say("no night has learned from it")
    if not episode.origin.startswith("suite:"):
        say(f"`sleepy-coder purge --repo {episode.origin.partition(':')[2]}` removes it with all else from there")
