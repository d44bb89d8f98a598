"""One night at a time, and one writer of the registry at a time: advisory locks that die with their process."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sleepy_coder.durable import make_folder, storage_fault
from sleepy_coder.errors import Busy

_POLL_SECONDS = 0.02


@contextmanager
def hold(path: Path, what: str, *, wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the lock at `path` for the time of a `with` block; `what` names its owner in the message, "another night".

    The kernel lets go of a killed process's lock, so a stale file never blocks anybody. The file stays: removing it
    would let two processes lock two different files. Raises Busy after `wait_seconds`, SpaceProblem or StoreProblem.
    """
    make_folder(path.parent)
    deadline = time.monotonic() + wait_seconds
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise storage_fault(error, path) from error
    try:
        while not _taken(descriptor, path):
            if time.monotonic() >= deadline:
                holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip() or "unknown"
                raise Busy(f"{what} is at work (process {holder}): wait until it has ended, then run the command again")
            time.sleep(_POLL_SECONDS)
        _sign(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _sign(descriptor: int, path: Path) -> None:
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    except OSError as error:
        raise storage_fault(error, path) from error


def _taken(descriptor: int, path: Path) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise storage_fault(error, path) from error
    return True
