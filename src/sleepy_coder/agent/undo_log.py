"""What `undo` needs: the bytes of each file from before `fix --apply` wrote it.

undo/<number>/record.json   paths and digests; the number grows
undo/<number>/<n>.before    the bytes of the n-th file
"""

import contextlib
import errno
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from sleepy_coder.durable import fsync_folder, make_folder, storage_fault, write_atomically
from sleepy_coder.errors import StoreProblem

SCHEMA = "sleepy-coder/undo/1"
LEVELS_KEPT = 100


class ChangedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a change: its absolute path, and the SHA-256 of its bytes before and after."""

    path: str
    before: str
    after: str


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one `fix --apply` did to one crate; `run` is the same in all entries of a call that wrote to several, and
    empty where older versions wrote it.
    """

    schema: str
    at: str
    root: str
    files: tuple[ChangedFile, ...]
    run: str = ""


class Entry(NamedTuple):
    """A change and the folder that keeps it."""

    folder: Path
    change: Change

    @property
    def paths(self) -> set[str]:
        """The files that it changed."""
        return {file.path for file in self.change.files}


def keep(root: Path, changes: Sequence[tuple[Path, bytes, bytes]], undo_log: Path, run: str) -> Path:
    """Write an entry of files with their bytes before and after; returns its folder. It is written under a temporary
    name and renamed, once it is whole and on the disk, to the next number that nobody else has taken meanwhile.
    """
    make_folder(undo_log)
    entries = _entries(undo_log)
    number = int(entries[-1].name) + 1 if entries else 1
    files = tuple(ChangedFile(str(path), digest(old), digest(new)) for path, old, new in changes)
    change = Change(SCHEMA, datetime.now(UTC).isoformat(timespec="seconds"), str(root.resolve()), files, run)
    try:
        beside = Path(tempfile.mkdtemp(prefix=".incoming-", dir=undo_log))
        try:
            for index, (_, old, _) in enumerate(changes):
                write_atomically(beside / f"{index}.before", old)
            write_atomically(beside / "record.json", msgspec.json.encode(change))
            while not _renamed(beside, entry := undo_log / f"{number:08d}"):
                number += 1
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        fsync_folder(undo_log)
    except OSError as problem:
        raise storage_fault(problem, undo_log) from problem
    return entry


def _renamed(beside: Path, entry: Path) -> bool:
    """False where there is such an entry."""
    try:
        beside.rename(entry)
    except OSError as problem:
        if problem.errno not in (errno.EEXIST, errno.ENOTEMPTY):
            raise
        return False
    return True


def runs_of(undo_log: Path) -> list[list[Entry]]:
    """The entries of each run, newest first. Raises StoreProblem for one that cannot be read."""
    runs: dict[str, list[Entry]] = {}
    for folder in reversed(_entries(undo_log)):
        change = _record(folder)
        runs.setdefault(change.run or folder.name, []).append(Entry(folder, change))
    return list(runs.values())


def _entries(undo_log: Path) -> list[Path]:
    if not undo_log.is_dir():
        return []
    return sorted(path for path in undo_log.iterdir() if path.name.isdigit())


def _record(entry: Path) -> Change:
    try:
        return msgspec.json.decode((entry / "record.json").read_bytes(), type=Change)
    except (OSError, ValueError) as problem:
        raise StoreProblem(f"the undo log {entry} cannot be read ({problem}); remove it to go on") from problem


def forget_oldest(undo_log: Path) -> None:
    """Leave the newest `LEVELS_KEPT` runs. Raises what `runs_of` raises."""
    for run in runs_of(undo_log)[LEVELS_KEPT:]:
        for entry in run:
            remove(entry.folder)


def remove(entry: Path) -> None:
    """Out of sight first, so that a crash leaves no half of an entry."""
    gone = entry.with_name(f".gone-{entry.name}")
    with contextlib.suppress(OSError):
        entry.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def digest(content: bytes) -> str:
    """SHA-256, hex."""
    return hashlib.sha256(content).hexdigest()
