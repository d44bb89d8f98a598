"""Events are kept in order, and half a line left by a crash costs nothing else."""

import errno
import os
from pathlib import Path

import pytest

from sleepy_coder.errors import SpaceProblem
from sleepy_coder.registry.history import Event, append_event, read_events


def event(version: str) -> Event:
    return Event(at="2026-01-01T00:00:00.000+00:00", action="promote", version=version, decision={"alpha": 0.05})


def test_events_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    assert read_events(path) == ()
    for name in "abc":
        append_event(path, event(name))
    assert read_events(path) == (event("a"), event("b"), event("c"))


def test_half_a_last_line_is_skipped_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    append_event(path, event("a"))
    whole = path.read_bytes()
    append_event(path, event("b"))
    for cut in range(len(whole) + 1, len(path.read_bytes()) - 1):
        torn = tmp_path / f"{cut}.jsonl"
        torn.write_bytes(path.read_bytes()[:cut])
        assert read_events(torn) == (event("a"),)
        append_event(torn, event("c"))
        assert read_events(torn) == (event("a"), event("c"))


def test_a_disk_that_takes_half_a_line_is_told_and_keeps_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "history.jsonl"
    append_event(path, event("a"))
    room, write = 20, os.write

    def nearly_full(descriptor: int, content: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        took = write(descriptor, content[:room])
        room -= took
        return took

    before = path.read_bytes()
    monkeypatch.setattr(os, "write", nearly_full)
    with pytest.raises(SpaceProblem):
        append_event(path, event("b"))
    assert path.read_bytes() == before
