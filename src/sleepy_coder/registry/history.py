"""What happened to the library, one JSON line per event, appended and never rewritten.

A crash can leave half a last line; it is skipped when read and cut off by the next writer.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from sleepy_coder.durable import append_whole, storage_fault
from sleepy_coder.errors import ModelBroken
from sleepy_coder.registry.manifest import read_manifest

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


@dataclass(frozen=True, slots=True)
class HistoryNode:
    """A version's place in the tree of versions, and what happened to it, oldest first. Neither parents nor skills are
    known of one that is `damaged`."""

    version: str
    parents: tuple[str, ...]
    night: str | None
    skills: tuple[str, ...]
    is_current: bool
    events: tuple[Event, ...]
    damaged: bool = False

    @property
    def decision(self) -> Mapping[str, Any] | None:
        """The last gate's decision about this version."""
        return next((event.decision for event in reversed(self.events) if event.decision is not None), None)


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


def history_node(folder: Path, events: Sequence[Event], *, is_current: bool) -> HistoryNode:
    """Of the version in `folder`. Its manifest is read; nothing is verified."""
    mine = tuple(event for event in events if event.version == folder.name)
    try:
        manifest = read_manifest(folder)
    except ModelBroken:  # the others must be seen all the same: one of them will have to be served
        return HistoryNode(folder.name, (), None, (), is_current, mine, damaged=True)
    return HistoryNode(folder.name, manifest.parents, manifest.night, tuple(sorted(manifest.skills)), is_current, mine)


def served_in_turn(events: Iterable[Event]) -> tuple[str, ...]:
    """What was served one after another on the way to what is served now, which is the last, without what was rolled
    back."""
    stack: list[str] = []
    for event in events:
        if event.action == "rollback" and stack[-2:-1] == [event.version]:
            stack.pop()
        elif event.action in ACTIVATIONS and stack[-1:] != [event.version]:
            stack.append(event.version)
    return tuple(stack)


def asked_before(events: Iterable[Event], about: Callable[[Event], str | None], name: str) -> int:
    """How many others were put to a gate before `name`: nights or versions, as `about` tells of an event."""
    asked = list(dict.fromkeys(about(event) for event in events if event.decision is not None and about(event)))
    return asked.index(name) if name in asked else len(asked)
