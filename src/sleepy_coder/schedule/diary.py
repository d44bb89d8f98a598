"""What became of each time the timer called, newest last, so that `schedule status` can say why a night was skipped."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.paths import Paths

KEPT = 60


class Call(msgspec.Struct, frozen=True):
    """One call of the timer: when (ISO, UTC), and why no night began; none of them if one did."""

    at: str
    hindrances: tuple[str, ...]


def calls(paths: Paths) -> tuple[Call, ...]:
    """The last calls. A damaged diary is begun anew: it is a convenience."""
    try:
        return msgspec.json.decode(_file(paths).read_bytes(), type=tuple[Call, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def note_call(paths: Paths, hindrances: tuple[str, ...]) -> Call:
    """Write down a call that comes now."""
    call = Call(datetime.now(UTC).isoformat(timespec="seconds"), hindrances)
    make_folder(paths.home)
    write_atomically(_file(paths), msgspec.json.encode([*calls(paths), call][-KEPT:]))
    return call


def _file(paths: Paths) -> Path:
    return paths.home / "schedule.json"
