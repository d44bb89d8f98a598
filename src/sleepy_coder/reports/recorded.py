"""The nights that are over, oldest first, and the choice of one by its name."""

from pathlib import Path

from sleepy_coder.errors import UsageError
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import RECORD, nights

PAGE = "report.html"


def recorded(folder: Path) -> tuple[NightRecord, ...]:
    """Every finished night under `folder`; raises StoreProblem for a damaged record."""
    found = (night.read(RECORD, NightRecord) for night in nights(folder) if night.is_over)
    return tuple(record for record in found if record is not None)


def chosen(records: tuple[NightRecord, ...], name: str | None) -> NightRecord:
    """The latest night, or the one with this id or number, or whose id begins so; raises UsageError."""
    if not records:
        raise UsageError("no night has been finished yet: `sleepy-coder night` runs one")
    if name is None:
        return records[-1]
    matches = [night for night in records if name in (night.id, str(night.number))]
    matches = matches or [night for night in records if night.id.startswith(name)]
    if len(matches) != 1:
        known = ", ".join(f"{night.number} ({night.id})" for night in records[-5:])
        problem = "names several nights" if matches else "is no night"
        raise UsageError(f"{name!r} {problem}; the latest are {known}")
    return matches[0]
