"""Writing a repair into the owner's tree, and taking it back byte for byte.

The order is what makes it safe: first every file of the crate is compared with what was read, then the old bytes go to
the undo log, then every new file is written beside the old one, and only then are they renamed into place, each
atomically and only if the old one is still what was read. When anything fails, what was renamed is renamed back. A
crash in between leaves whole files only, and `undo` mends the rest.
"""

import contextlib
import errno
import os
import shlex
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sleepy_coder.agent.undo_log import Entry, digest, forget_oldest, keep, remove, runs_of
from sleepy_coder.durable import fsync_folder, storage_fault
from sleepy_coder.errors import SpaceProblem, StoreProblem, UsageError
from sleepy_coder.rust.source import SourceTree


@dataclass(frozen=True, slots=True)
class _Write:
    """What a file is to hold; `old` is None where there is none."""

    target: Path
    old: bytes | None
    new: bytes


def targets(root: Path, before: SourceTree, after: SourceTree) -> dict[Path, bytes]:
    """The files that `apply` would write, and what they would hold. Raises UsageError where it would for what it is
    asked to write.
    """
    return {target: new for target, (_, new) in _changes(root, before, after).items()}


def apply(root: Path, before: SourceTree, after: SourceTree, undo_log: Path, run: str = "") -> tuple[Path, ...]:
    """Bring the files under `root`, read as `before`, to `after`; returns the files written. `undo` takes back together
    what has the same `run`, if that is not empty.

    Raises UsageError if any file changed since it was read, or for one to be written that a symbolic link leads out of
    `root` or that has several names and texts; SpaceProblem for a full disk or a read-only tree. In each case the tree
    is as it was.
    """
    changes = _changes(root, before, after)
    if not changes:
        return ()
    for name, text in before.files.items():
        if _read(root / name) != text.encode():
            seen = "" if after.files[name] != text else ", and the repair was checked without that"
            raise UsageError(f"{root / name} changed since it was read{seen}: run the command again")
    entry = keep(root, [(target, *texts) for target, texts in changes.items()], undo_log, run)
    try:
        _write_all([_Write(target, *texts) for target, texts in changes.items()])
    except BaseException:
        remove(entry)
        raise
    with contextlib.suppress(StoreProblem):  # an old entry that cannot be read: `undo` speaks of it
        forget_oldest(undo_log)
    return tuple(changes)


def undo(undo_log: Path, under: Path | None = None) -> tuple[Path, ...]:
    """Take back the newest run of changes (the newest to anything at `under`, if given, and of it what is there);
    returns the files restored. A file that was removed since comes back.

    Raises UsageError when there is none, or when a file was changed since: then nothing is touched, and the message
    names an older change that can be taken back without it.
    """
    top = os.path.realpath(under) if under is not None else "/"
    runs = runs_of(undo_log)
    for number, run in enumerate(runs):
        entries = [entry for entry in run if any(Path(path).is_relative_to(top) for path in entry.paths)]
        if not entries:
            continue
        try:
            writes = _taken_back(entries)
        except UsageError as problem:
            raise UsageError(f"{problem}{_way_on(runs[number:])}") from None
        _write_all([write for write in writes if write.old != write.new])
        for entry in entries:
            remove(entry.folder)
        return tuple(write.target for write in writes)
    if under is not None and runs:
        raise UsageError(f"there is nothing to undo at {under}: `undo` without a path takes back the last change")
    raise UsageError("there is nothing to undo: no change of `fix --apply` or `watch --apply` is left")


def _taken_back(entries: Sequence[Entry]) -> list[_Write]:
    """What is to be written to take back these, newest first. Raises UsageError if that would lose anything of the
    owner's."""
    writes: dict[Path, _Write] = {}
    for entry in entries:
        for number, file in enumerate(entry.change.files):
            target, kept = Path(file.path), entry.folder / f"{number}.before"
            old = _read(kept)
            if digest(old) != file.before:
                raise StoreProblem(f"the undo log {entry.folder} is damaged, so {target} cannot be restored from it")
            found = _read(target) if target.is_file() else None
            now = writes[target].new if target in writes else found
            removed = not os.path.lexists(target) and target.parent.is_dir()
            if not removed and (now is None or digest(now) not in (file.after, file.before)):
                what = "changed" if os.path.lexists(target) else "removed with its folder"
                raise UsageError(
                    f"{target} was {what} after the fix, so it is left alone: what it held before the fix is in {kept}"
                )
            writes[target] = _Write(target, found, old)
    return list(writes.values())


def _way_on(runs: Sequence[Sequence[Entry]]) -> str:
    """How to get at a change behind the first of these, which cannot be taken back; nothing if there is none that
    leaves alone the files of all that came after it.
    """
    blocked: set[str] = set()
    for run in runs:
        paths = {path for entry in run for path in entry.paths}
        if run is not runs[0] and not paths & blocked:
            with contextlib.suppress(UsageError, StoreProblem):
                _taken_back(run)
                return f"; `sleepy-coder undo {shlex.quote(min(paths))}` takes back an older change elsewhere"
        blocked |= paths
    return ""


def _changes(root: Path, before: SourceTree, after: SourceTree) -> dict[Path, tuple[bytes, bytes]]:
    """The old and the new bytes of each file to be written; one may have several names in the tree, by links."""
    changes: dict[Path, tuple[bytes, bytes]] = {}
    for name, text in after.files.items():
        if before.files.get(name) != text:
            target, texts = _inside(root, name), (before.files[name].encode(), text.encode())
            if changes.setdefault(target, texts) != texts:
                raise UsageError(
                    f"{target} has several names in {root}, and each would get another text: mend that file by hand"
                )
    return changes


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


def _write_all(writes: Sequence[_Write]) -> None:
    """All files or none: stage every one beside its target, then rename; on failure put the old bytes back."""
    staged: list[tuple[Path, _Write]] = []
    try:
        for write in writes:
            beside = _stage(write)
            staged.append((beside, write))
        for beside, write in staged:
            with _translated(write.target):
                _check_unchanged(write)  # now, as staging and syncing the others takes time enough for a save
                beside.replace(write.target)
        for folder in {write.target.parent for write in writes}:
            with contextlib.suppress(OSError):
                fsync_folder(folder)
    except BaseException:
        for beside, write in staged:
            if not beside.exists() and _held(write.target) == write.new:  # so it was renamed, and nobody saved since
                with contextlib.suppress(OSError, SpaceProblem):
                    if write.old is None:
                        write.target.unlink()
                    else:
                        _stage(_Write(write.target, write.new, write.old)).replace(write.target)
        raise
    finally:
        for beside, _ in staged:
            beside.unlink(missing_ok=True)


def _check_unchanged(write: _Write) -> None:
    """Raises UsageError for a file that is no longer what it was when the change was made up."""
    as_it_was = not os.path.lexists(write.target) if write.old is None else _held(write.target) == write.old
    if not as_it_was:
        raise UsageError(f"{write.target} changed meanwhile, so nothing was written: run the command again")


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


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
