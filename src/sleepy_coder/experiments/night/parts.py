"""Parts of a long experiment: each is measured once and kept, so that a run may be cut at any moment and goes on."""

import hashlib
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.journal import Journal
from sleepy_coder.provenance import provenance

Tell = Callable[[str], None]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one part came to, when and by which commit."""

    name: str
    seconds: float
    commit: str
    date: str
    found: dict[str, Any]


class Parts:
    """The parts of one experiment with these `conditions` (sizes, digests); others are kept in another file.

    Raises what `Journal` does.
    """

    def __init__(self, folder: Path, name: str, conditions: Mapping[str, Any], tell: Tell) -> None:
        header = {"schema": f"sleepy-coder/{name}-parts/1", **conditions}
        digest = hashlib.sha256(msgspec.json.encode(header, order="sorted")).hexdigest()[:12]
        self._journal = Journal(folder / f"{name}-{digest}.jsonl", header, Part)
        self._tell = tell

    def get(self, name: str, measure: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What was measured before, or is now."""
        known = next((part for part in self._journal.rows if part.name == name), None)
        if known is None:
            self._tell(name)
            began = time.monotonic()
            found = measure()
            where = provenance(full=True)
            seconds = round(time.monotonic() - began, 1)
            self._journal.append([Part(name, seconds, where["commit"] or "", where["date"], found)])
            return found
        return known.found

    def made(self) -> dict[str, dict[str, Any]]:
        """How long each part took, when it was measured and by which commit."""
        return {
            one.name: {"seconds": one.seconds, "commit": one.commit, "date": one.date} for one in self._journal.rows
        }
