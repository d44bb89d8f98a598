"""One holder at a time; a killed holder's lock is free at once."""

import errno
import os
import signal
import time
from pathlib import Path

import pytest

from sleepy_coder.errors import Busy, SpaceProblem
from sleepy_coder.registry.lock import hold


def holder(path: Path) -> int:
    """A child process that holds the lock until it is killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with hold(path, "another night"):
            os.write(write, b"x")
            time.sleep(60)
        os._exit(0)
    os.read(read, 1)
    os.close(read)
    os.close(write)
    return child


def test_a_second_night_is_refused_and_told_who_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "home" / "night.lock"
    child = holder(path)
    try:
        with pytest.raises(Busy, match=rf"another night is at work \(process {child}\)"), hold(path, "another night"):
            pytest.fail("two holders")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with hold(path, "another night"):
        pass


def test_the_lock_is_free_after_the_block_and_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with pytest.raises(KeyboardInterrupt), hold(path, "x"):
        raise KeyboardInterrupt
    with hold(path, "x"), pytest.raises(Busy), hold(path, "x", wait_seconds=0.05):
        pytest.fail("two holders")
    with hold(path, "x"):
        pass


def test_a_disk_without_room_for_the_holders_name_is_told_with_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(SpaceProblem, match=r"no space left to write .*night\.lock"), hold(tmp_path / "night.lock", "x"):
        pytest.fail("held without a name")
