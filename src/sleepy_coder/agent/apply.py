"""Writing a repair into the owner's tree, and taking it back byte for byte.

The order is what makes it safe: first every file is compared with what was read, then the old and the new bytes go to
the undo log, then every new file is written beside the old one, and only then are they renamed into place, each
atomically. When anything fails, what was renamed is renamed back. A crash in between leaves whole files only, and
`undo` mends the rest.

    undo/<number>/record.json   paths and digests; the number grows
    undo/<number>/<n>.before    the bytes of the n-th file
"""

import contextlib
import errno
import hashlib
import os
import shlex
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sleepy_coder.durable import fsync_folder, make_folder, storage_fault, write_atomically
from sleepy_coder.errors import SpaceProblem, StoreProblem, UsageError
from sleepy_coder.rust.source import SourceTree

SCHEMA = "sleepy-coder/undo/1"
LEVELS_KEPT = 100


class ChangedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a change: its absolute path, and the SHA-256 of its bytes before and after."""

    path: str
    before: str
    after: str


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `fix --apply`, as the undo log keeps it."""

    schema: str
    at: str
    root: str
    files: tuple[ChangedFile, ...]


@dataclass(frozen=True, slots=True)
class _Write:
    """What a file is to hold; `old` is None where there is none."""

    target: Path
    old: bytes | None
    new: bytes


def apply(root: Path, before: SourceTree, after: SourceTree, undo_log: Path) -> tuple[Path, ...]:
    """Bring the files under `root`, read as `before`, to `after`; returns the files written.

    Raises UsageError for a file that changed since it was read or that a symbolic link leads out of `root`,
    SpaceProblem for a full disk or a read-only tree. In each case the tree is as it was.
    """
    writes = []
    for name, text in after.files.items():
        if before.files.get(name) != text:
            target = _inside(root, name)
            old, new = before.files[name].encode(), text.encode()
            if _read(target) != old:
                raise UsageError(f"{target} changed since it was read: run the command again")
            writes.append(_Write(target, old, new))
    if not writes:
        return ()
    entry = _log(root, writes, undo_log)
    try:
        _write_all(writes)
    except BaseException:
        _remove(entry)
        raise
    _forget_oldest(undo_log)
    return tuple(write.target for write in writes)


def undo(undo_log: Path, under: Path | None = None) -> tuple[Path, ...]:
    """Take back the newest change (the newest to anything at `under`, if given); returns the files restored. A file
    that was removed since comes back.

    Raises UsageError when there is none, or when a file was changed since: then nothing is touched, and the message
    names an older change that can be taken back without it.
    """
    top = os.path.realpath(under) if under is not None else None
    changes = [(entry, _record(entry)) for entry in reversed(_entries(undo_log))]
    for number, (entry, change) in enumerate(changes):
        if top is not None and not any(Path(file.path).is_relative_to(top) for file in change.files):
            continue
        try:
            writes = _taken_back(entry, change)
        except UsageError as problem:
            raise UsageError(f"{problem}{_way_on(changes[number:])}") from None
        _write_all([write for write in writes if write.old != write.new])
        _remove(entry)
        return tuple(write.target for write in writes)
    raise UsageError("there is nothing to undo")


def _taken_back(entry: Path, change: Change) -> list[_Write]:
    """What is to be written. Raises UsageError if that would lose anything of the owner's."""
    writes = []
    for number, file in enumerate(change.files):
        target, kept = Path(file.path), entry / f"{number}.before"
        old = _read(kept)
        if _digest(old) != file.before:
            raise StoreProblem(f"the undo log {entry} is damaged, so {target} cannot be restored from it")
        now = _read(target) if target.is_file() else None
        removed = not os.path.lexists(target) and target.parent.is_dir()
        if not removed and (now is None or _digest(now) not in (file.after, file.before)):
            what = "changed" if os.path.lexists(target) else "removed with its folder"
            raise UsageError(
                f"{target} was {what} after the fix, so it is left alone: what it held before the fix is in {kept}"
            )
        writes.append(_Write(target, now, old))
    return writes


def _way_on(changes: Sequence[tuple[Path, Change]]) -> str:
    """How to get at a change behind the first of these, which cannot be taken back; nothing if there is none that
    leaves alone the files of all that came after it.
    """
    (_, first), *older = changes
    blocked = {file.path for file in first.files}
    for entry, change in older:
        paths = {file.path for file in change.files}
        if not paths & blocked:
            with contextlib.suppress(UsageError, StoreProblem):
                _taken_back(entry, change)
                return f"; `sleepy-coder undo {shlex.quote(min(paths))}` takes back an older change elsewhere"
        blocked |= paths
    return ""


def _inside(root: Path, name: str) -> Path:
    """The real file behind a name, links followed, but never out of the tree."""
    target = (root / name).resolve()
    if not target.is_relative_to(root.resolve()):
        raise UsageError(f"{root / name} is a link out of {root}: it is not changed")
    return target


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path} is gone: run the command again") from None
    except OSError as problem:
        raise storage_fault(problem, path) from problem


def _log(root: Path, writes: Sequence[_Write], undo_log: Path) -> Path:
    """Write the entry under a temporary name and rename it once it is whole and on the disk."""
    make_folder(undo_log)
    entries = _entries(undo_log)
    number = int(entries[-1].name) + 1 if entries else 1
    files = tuple(ChangedFile(str(w.target), _digest(w.old or b""), _digest(w.new)) for w in writes)
    change = Change(SCHEMA, datetime.now(UTC).isoformat(timespec="seconds"), str(root.resolve()), files)
    entry = undo_log / f"{number:08d}"
    try:
        beside = Path(tempfile.mkdtemp(prefix=".incoming-", dir=undo_log))
        try:
            for index, write in enumerate(writes):
                write_atomically(beside / f"{index}.before", write.old or b"")
            write_atomically(beside / "record.json", msgspec.json.encode(change))
            beside.rename(entry)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        fsync_folder(undo_log)
    except OSError as problem:
        raise storage_fault(problem, undo_log) from problem
    return entry


def _entries(undo_log: Path) -> list[Path]:
    if not undo_log.is_dir():
        return []
    return sorted(path for path in undo_log.iterdir() if path.name.isdigit())


def _record(entry: Path) -> Change:
    try:
        return msgspec.json.decode((entry / "record.json").read_bytes(), type=Change)
    except (OSError, ValueError) as problem:
        raise StoreProblem(f"the undo log {entry} cannot be read ({problem}); remove it to go on") from problem


def _forget_oldest(undo_log: Path) -> None:
    for entry in _entries(undo_log)[:-LEVELS_KEPT]:
        _remove(entry)


def _remove(entry: Path) -> None:
    """Out of sight first, so that a crash leaves no half of an entry."""
    gone = entry.with_name(f".gone-{entry.name}")
    with contextlib.suppress(OSError):
        entry.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _write_all(writes: Sequence[_Write]) -> None:
    """All files or none: stage every one beside its target, then rename; on failure put the old bytes back."""
    staged: list[tuple[Path, _Write]] = []
    try:
        for write in writes:
            beside = _stage(write)
            staged.append((beside, write))
        for beside, write in staged:
            with _translated(write.target):
                beside.replace(write.target)
        for folder in {write.target.parent for write in writes}:
            with contextlib.suppress(OSError):
                fsync_folder(folder)
    except BaseException:
        for beside, write in staged:
            if not beside.exists():  # so it was renamed
                with contextlib.suppress(OSError, SpaceProblem):
                    if write.old is None:
                        write.target.unlink()
                    else:
                        _stage(_Write(write.target, write.new, write.old)).replace(write.target)
        raise
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def _stage(write: _Write) -> Path:
    """The new bytes in a neighbour of the target with its mode and, where we may, its owner; where there is no target,
    as the folder allows.
    """
    with _translated(write.target):
        folder = write.target.parent.stat()
        status = folder if write.old is None else write.target.stat()
        for mode in (status.st_mode, folder.st_mode):
            if not mode & 0o222:  # root could write all the same, but was asked not to
                raise PermissionError(errno.EACCES, "read-only")
        descriptor, name = tempfile.mkstemp(prefix=f".{write.target.name}.", dir=write.target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(write.new)
                file.flush()
                with contextlib.suppress(PermissionError):
                    os.fchown(file.fileno(), status.st_uid, status.st_gid)
                os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode) & (0o666 if write.old is None else 0o7777))
                os.fsync(file.fileno())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return Path(name)


@contextlib.contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise SpaceProblem(f"{path} is read-only: nothing was changed") from problem
        raise storage_fault(problem, path) from problem


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
