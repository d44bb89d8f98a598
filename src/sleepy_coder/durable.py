"""Writing so that a crash at any instant leaves either the old file or the new one, never a half.

The recipe is the usual one: write a neighbour, fsync it, rename it over the name, fsync the folder. POSIX renames
within one file system are atomic; the last step makes the rename itself survive a power cut.
"""

import errno
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sleepy_coder.errors import EnvironmentFault, SpaceProblem, StoreProblem

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_WRONG_KIND = {errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ELOOP}
OTHER_HOME = "point SLEEPY_CODER_HOME elsewhere"


def storage_fault(error: OSError, path: Path, instead: str = OTHER_HOME) -> EnvironmentFault:
    """The fault to raise when the operating system refused to read or write `path`; `instead` is what the user may do
    about it other than mending it.

    A system call does not say whether reading or writing was refused, nor which part of the path is no folder: that is
    looked up now.
    """
    if error.errno in _NO_SPACE:
        return SpaceProblem(f"no space left to write {path}: free some and run the command again, nothing was lost")
    if error.errno in _REFUSED:
        return _refused(path, instead)
    if error.errno in _WRONG_KIND:
        return StoreProblem(f"{_wrong_kind(path)}, or {instead}")
    return StoreProblem(f"{path} cannot be used ({reason(error)}): mend that, or {instead}")


def _wrong_kind(path: Path) -> str:
    parts = (*reversed(path.parents), path)
    if (link := next((part for part in parts if part.is_symlink() and not part.exists()), None)) is not None:
        return f"{link} is a link that leads nowhere: remove it"
    if path.is_dir():
        return f"{path} is a folder where a file is needed: move it away"
    wrong = next((part for part in parts if part.exists() and not part.is_dir()), path)
    return f"{wrong} is a file where a folder is needed: move it away"


def reason(error: Exception) -> str:
    """Why something failed, without numbers and the path, which the sentence around it names."""
    return getattr(error, "strerror", None) or str(error)


def _refused(path: Path, instead: str) -> EnvironmentFault:
    closed = next((part for part in reversed(path.parents) if part.is_dir() and not os.access(part, os.X_OK)), None)
    if closed is not None:
        return StoreProblem(f"{closed} may not be entered: make it accessible, or {instead}")
    if path.exists() and not os.access(path, os.R_OK):
        return StoreProblem(f"{path} may not be read: make it readable, or {instead}")
    return SpaceProblem(f"{path} may not be written: make it writable, or {instead}")


def fsync_folder(folder: Path) -> None:
    """Make renames and new names inside `folder` survive a power cut; raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> Path:
    """Make `folder` and its parents, for the owner alone; raises SpaceProblem or StoreProblem."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage_fault(error, folder) from error
    return folder


def folder_bytes(folder: Path) -> int:
    """What all files below `folder` hold together; 0 where it is not there."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def append_whole(descriptor: int, content: bytes) -> None:
    """Add `content` to the end of a file opened for appending, all of it or nothing, and wait until it is on the disk.

    A disk that fills up takes the first part of a write without an error, and refuses only the next. Raises OSError.
    """
    size, left = os.fstat(descriptor).st_size, memoryview(content)
    try:
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def write_atomically(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace `path` by `content`; a reader sees the old bytes or the new ones. Raises SpaceProblem or StoreProblem."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fchmod(file.fileno(), mode)
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        fsync_folder(path.parent)
    except OSError as error:
        raise storage_fault(error, path) from error


def write_result(path: Path, result: Mapping[str, Any]) -> None:
    """A measured result as JSON that people can read, whole or not at all. Raises SpaceProblem or StoreProblem."""
    text = json.dumps(result, indent=2, ensure_ascii=False)
    write_atomically(path, text.encode() + b"\n", mode=0o644)
