"""`status`: which library is served, what is waiting for the night, and how the last one ended."""

import time
from pathlib import Path
from typing import Any

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say, table
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.episodes.episode import FailureGroup
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.quantities import DAY_SECONDS
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import FILE, Manifest, read_manifest
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import taught, unfinished
from sleepy_coder.reports.recorded import recorded
from sleepy_coder.settings import load

MOST_LISTED = 10

app = one_command()


@app.command()
def status(as_json: Json = False) -> None:
    """Show what is served, what tonight would learn from, and how the last night ended."""
    settings = load(Path()).settings
    paths = find_paths().of(settings.model)
    registry = Registry(paths.base)
    served = registry.current()
    version = None if served is None else served.id
    manifest = served.manifest if served is not None else _fresh_manifest(settings.model)
    episodes, failures = _waiting(paths, settings.failure_days)
    nights = recorded(paths.nights)
    cut_short = unfinished(paths.nights)
    if as_json:
        last = nights[-1] if nights else None
        print_json(
            "status",
            {
                "model": settings.model,
                "library": version,
                "skills": sorted(manifest.skills) if manifest is not None else [],
                "episodes": episodes,
                "waiting": [
                    {"signature": group.signature, "count": group.count, "due": group.count >= settings.min_failures}
                    for group in failures
                ],
                "nights": len(nights),
                "last_night": None if last is None else _ending(last),
                "unfinished_night": None if cut_short is None else cut_short.id,
            },
        )
        return
    library = version or "the package's own" if manifest is not None else "none: the base model answers everything"
    say(f"model      {settings.model}")
    say(f"library    {library}" + (f", {len(manifest.skills)} skills" if manifest is not None else ""))
    say(f"episodes   {episodes}")
    say(f"nights     {len(nights)}" + (f", the last one: {nights[-1].reason}" if nights else ""))
    if cut_short is not None:
        say(f"unfinished {cut_short.id}: `sleepy-coder night` goes on with it")
    waiting, kinds = sum(group.count for group in failures), len(failures)
    say(f"waiting    {waiting} failure{'s' * (waiting != 1)} of {kinds} kind{'s' * (kinds != 1)}, not taught since")
    if failures:
        say(table(("", str(group.count), group.signature) for group in failures[:MOST_LISTED]))
    if len(failures) > MOST_LISTED:
        say(f"  and {len(failures) - MOST_LISTED} more kinds")


def _fresh_manifest(model: str) -> Manifest | None:
    """Of what the package would install on first use."""
    return read_manifest(library_folder()) if model == EMBEDDED and (library_folder() / FILE).is_file() else None


def _waiting(paths: Paths, days: int) -> tuple[int, tuple[FailureGroup, ...]]:
    """How many episodes there are, and what failed and was not taught since, as many days back as a night looks. Makes
    no store where there is none."""
    if not paths.episodes_db.exists():
        return 0, ()
    with EpisodeStore(paths.episodes_db) as store:
        return store.count(), store.failures(time.time() - DAY_SECONDS * days, taught(paths.nights).signatures)


def _ending(night: NightRecord) -> dict[str, Any]:
    kept = ("id", "number", "started", "outcome", "promoted", "reason", "incumbent", "candidate")
    return {key: getattr(night, key) for key in kept}
