"""What happened to the library, one JSON line per event, appended and never rewritten.

A crash can leave half a last line; it is skipped when read and cut off by the next writer.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from sleepy_coder.durable import append_whole, storage_fault

Action = Literal["install", "publish", "promote", "keep", "undecided", "rollback", "remove"]
ACTIVATIONS = frozenset({"install", "promote", "rollback"})


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened to `version`. `decision` is the gate's, as JSON; None where no gate was asked."""

    at: str  # UTC, ISO 8601
    action: Action
    version: str
    previous: str | None = None  # what was current before
    night: str | None = None
    decision: dict[str, Any] | None = None
    reason: str = ""


_DECODER = msgspec.json.Decoder(Event)


def now() -> str:
    """The time for a new event."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def read_events(path: Path) -> tuple[Event, ...]:
    """All events, oldest first; lines that a crash cut short are left out. Raises StoreProblem or SpaceProblem."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise storage_fault(error, path) from error
    events = []
    for line in lines:
        try:
            events.append(_DECODER.decode(line))
        except msgspec.MsgspecError:
            continue
    return tuple(events)


def append_event(path: Path, event: Event) -> None:
    """Add one event, whole or not at all, and wait until it is on the disk. The caller holds the registry's lock."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            whole = size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"
            append_whole(descriptor, (b"" if whole else b"\n") + msgspec.json.encode(event) + b"\n")
        finally:
            os.close(descriptor)
    except OSError as error:
        raise storage_fault(error, path) from error
