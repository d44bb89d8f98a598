"""Writing so that a crash at any instant leaves either the old file or the new one, never a half.

The recipe is the usual one: write a neighbour, fsync it, rename it over the name, fsync the folder. POSIX renames
within one file system are atomic; the last step makes the rename itself survive a power cut.
"""

import errno
import os
import tempfile
from pathlib import Path

from sleepy_coder.errors import EnvironmentFault, SpaceProblem, StoreProblem

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_WRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM}


def storage_fault(error: OSError, path: Path) -> EnvironmentFault:
    """The fault to raise when the operating system refused to read or write `path`."""
    if error.errno in _NO_SPACE:
        return SpaceProblem(f"no space left to write {path}: free some and run the command again, nothing was lost")
    if error.errno in _NOT_WRITABLE:
        return SpaceProblem(f"{path} may not be written: make it writable, or point SLEEPY_CODER_HOME elsewhere")
    return StoreProblem(
        f"{path} cannot be used ({error.strerror or error}): mend that, or point SLEEPY_CODER_HOME elsewhere"
    )


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
