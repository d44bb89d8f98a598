"""Everything that came from one repository, removed: episodes, what nights made of them, private copies of its code.

What a skill has learned cannot be taken out of its numbers one example at a time. The skills that were trained on the
repository are named instead: `forget` takes each out of the library, and later nights train it anew without.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sleepy_coder.curation.selection import Lesson
from sleepy_coder.episodes.purging import PurgingStore
from sleepy_coder.paths import Paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import RECORD, NightFolder, nights, sweep
from sleepy_coder.rust.crates.private_copy import copy_folder

EXAMPLES = "examples"


@dataclass(frozen=True, slots=True)
class Purge:
    """What went: episodes, repairs, examples of nights, whole unfinished nights; and, by the base model whose
    library serves them, the skills that learned from it."""

    episodes: tuple[str, ...]
    repairs: int
    examples: int
    unfinished: tuple[str, ...]
    retrain: dict[str, tuple[str, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the repository was stored."""
        return not (self.episodes or self.examples or self.unfinished or self.retrain)


def purge(paths: Paths, repository: Path) -> Purge:
    """Remove what is stored of the crates and files in a folder, or of one file, whether it is still there or not. What
    `undo` needs stays: it is the owner's own.

    The caller holds the night's lock. Raises what the store and the disk raise.
    """
    place = Path(os.path.realpath(repository))

    def takes(origin: str) -> bool:
        kind, _, where = origin.partition(":")
        return kind in ("crate", "file") and Path(where).is_relative_to(place)

    with PurgingStore(paths.episodes_db) as store:
        gone = store.purge(takes)
    crates = {Path(origin.partition(":")[2]) for origin in gone.origins} | {place}
    crates |= {manifest.parent for manifest in place.rglob("Cargo.toml")}  # those that were green have no episode
    for crate in crates:
        shutil.rmtree(copy_folder(crate, paths.crates), ignore_errors=True)
    examples, unfinished = 0, []
    retrain: dict[str, tuple[str, ...]] = {}
    for base, folder in zip(paths.bases, paths.all_nights, strict=True):
        learned: set[str] = set()
        sweep(folder)
        for night in list(nights(folder)):
            record, taken = night.read(RECORD, NightRecord), _taken_out(night, takes)
            examples += taken
            if record is not None:
                learned |= {one.skill for one in record.skills if one.card and any(map(takes, one.card.repositories))}
            elif taken or gone.episodes:  # its plan may name episodes that are gone
                unfinished.append(night.id)
                shutil.rmtree(night.path)
        served = Registry(base).current()
        if served is not None and learned & served.manifest.skills.keys():
            retrain[served.manifest.base_model.id] = tuple(sorted(learned & served.manifest.skills.keys()))
    return Purge(gone.episodes, gone.repairs, examples, tuple(unfinished), retrain)


def _taken_out(night: NightFolder, takes: Callable[[str], bool]) -> int:
    """How many examples of a night went."""
    count = 0
    for file in sorted((night.path / EXAMPLES).glob("*.jsonl")):
        name = f"{EXAMPLES}/{file.name}"
        rows = night.read_rows(name, Lesson) or []
        kept = [row for row in rows if not takes(row.repository)]
        if len(kept) < len(rows):
            night.write_rows(name, kept)
            count += len(rows) - len(kept)
    return count
