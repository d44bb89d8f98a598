"""The nights that were recorded: `nights/<id>/night.json`, oldest first."""

from pathlib import Path

import msgspec

from sleepy_coder.durable import storage_fault
from sleepy_coder.errors import StoreProblem, UsageError
from sleepy_coder.evaluation.night_record import NightRecord

RECORD = "night.json"
PAGE = "report.html"

_DECODER = msgspec.json.Decoder(NightRecord)


def read_nights(folder: Path) -> tuple[NightRecord, ...]:
    """Every finished night; one that was interrupted has no record yet. Raises StoreProblem for a damaged record."""
    found = [read_night(path) for path in folder.glob(f"*/{RECORD}")] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda night: (night.started, night.number, night.id)))


def read_night(path: Path) -> NightRecord:
    """The night recorded in this file; raises StoreProblem."""
    try:
        return _DECODER.decode(path.read_bytes())
    except OSError as error:
        raise storage_fault(error, path) from error
    except ValueError as error:  # msgspec's errors are ValueErrors
        raise StoreProblem(f"{path} is not the record of a night: {error}") from error


def chosen(nights: tuple[NightRecord, ...], name: str | None) -> NightRecord:
    """The latest night, or the one whose id begins with `name`, or whose number is `name`; raises UsageError."""
    if not nights:
        raise UsageError("no night has been finished yet: `sleepy-coder night` runs one")
    if name is None:
        return nights[-1]
    matches = [night for night in nights if night.id == name]
    matches = matches or [night for night in nights if str(night.number) == name]
    matches = matches or [night for night in nights if night.id.startswith(name)]
    if len(matches) != 1:
        known = ", ".join(night.id for night in nights[-5:])
        problem = "names several nights" if matches else "is no night"
        raise UsageError(f"{name!r} {problem}; the latest are {known}")
    return matches[0]
