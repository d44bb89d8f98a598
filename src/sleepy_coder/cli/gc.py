"""`gc`: remove old versions of the library until the rest fits the settings' `library_bytes`."""

from pathlib import Path

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.registry.collection import collect
from sleepy_coder.settings import load

app = one_command()


@app.command()
def gc(as_json: Json = False) -> None:
    """Remove old versions of the library, oldest first, until the rest fits `library_bytes`. Never what is served, what
    `rollback` would serve, or a candidate that waits for its next trial; a night does the same by itself."""
    settings = load(Path()).settings
    registry = equipment.registry(settings)
    waiting = registry.pending(settings.gate_nights)
    found = collect(registry, settings.library_bytes, keep=() if waiting is None else (waiting.id,))
    if as_json:
        print_json(
            "gc", {"removed": list(found.removed), "freed_bytes": found.freed_bytes, "left_bytes": found.left_bytes}
        )
    else:
        left = f"{found.left_bytes / 2**20:.1f} MiB are left of at most {settings.library_bytes / 2**20:.0f}"
        say(f"removed {len(found.removed)} versions, {found.freed_bytes / 2**20:.1f} MiB; {left}")
