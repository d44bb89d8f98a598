"""Whether this is a good moment for a night: mains power, an idle machine, room on the disk, none has run lately."""

import os
import shutil
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from sleepy_coder.paths import Paths
from sleepy_coder.registry.nights import RECORD, nights
from sleepy_coder.settings import Settings

LEAST_HOURS_BETWEEN = 12.0


class Moment(NamedTuple):
    """What the machine says of itself: whether it runs on a battery, the load of a core over the last minutes, free
    bytes where the state lies, and hours since the last night ended (None: never, or the clock cannot tell).
    """

    on_battery: bool
    load_per_core: float
    free_bytes: int
    hours_since_night: float | None


def now(paths: Paths) -> Moment:
    """This moment on this machine. What it cannot tell counts as no hindrance."""
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    plugged = battery is None or battery.power_plugged is not False
    try:
        load = os.getloadavg()[1] / (os.cpu_count() or 1)
    except OSError:
        load = 0.0
    return Moment(not plugged, load, shutil.disk_usage(_existing(paths.home)).free, _hours_since_night(paths))


def hindrances(moment: Moment, settings: Settings) -> tuple[str, ...]:
    """Why no night should start now, in words; empty if one may."""
    reasons = []
    if settings.schedule_on_mains and moment.on_battery:
        reasons.append("the machine runs on its battery")
    if moment.load_per_core > settings.schedule_idle_load:
        reasons.append(f"the machine is busy (load {moment.load_per_core:.2f} a core)")
    if moment.free_bytes < settings.schedule_free_bytes:
        reasons.append(f"only {moment.free_bytes / 2**30:.1f} GiB are free")
    if moment.hours_since_night is not None and moment.hours_since_night < LEAST_HOURS_BETWEEN:
        reasons.append(f"the last night ended {moment.hours_since_night:.0f} hours ago")
    return tuple(reasons)


def _hours_since_night(paths: Paths) -> float | None:
    """Whatever the base model: one machine sleeps once a night. An end that is still to come is none, as it looks after
    the clock was set back: no night would begin until then."""
    records = (night.path / RECORD for folder in paths.all_nights for night in nights(folder) if night.is_over)
    hours = ((time.time() - record.stat().st_mtime) / 3600 for record in records)
    return min((passed for passed in hours if passed >= 0), default=None)


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.is_dir())
