"""A line in the user's crontab, where there is no systemd. `crontab` itself keeps the file."""

import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.schedule.timetable import Timetable

MARK = "# sleepy-coder"


def available() -> bool:
    """Whether there is a crontab to write to."""
    return shutil.which("crontab") is not None


def line(command: Sequence[str], environment: Mapping[str, str], timetable: Timetable) -> str:
    """The one line; cron reads an unescaped % as a newline."""
    words = shlex.join(["env", *(f"{name}={value}" for name, value in sorted(environment.items())), *command])
    hours = ",".join(map(str, timetable.hours))
    return f"{timetable.minute} {hours} * * * {words} >/dev/null 2>&1 {MARK}".replace("%", r"\%")


def install(command: Sequence[str], environment: Mapping[str, str], timetable: Timetable) -> None:
    """Put our line in place of an older one; all other lines stay. Raises EnvironmentFault if cron refuses."""
    _write([*_others(), line(command, environment, timetable)])


def remove() -> bool:
    """Take our line out; False if there was none."""
    if installed() is None:
        return False
    _write(_others())
    return True


def installed() -> Timetable | None:
    """When our line tries; None without one."""
    ours = [one.split() for one in _lines() if MARK in one] if available() else []
    return Timetable(int(ours[0][1].partition(",")[0]), int(ours[0][0])) if ours else None


def _lines() -> list[str]:
    done = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []  # a user without a crontab is no error


def _others() -> list[str]:
    return [one for one in _lines() if MARK not in one]


def _write(lines: Sequence[str]) -> None:
    text = "".join(f"{one}\n" for one in lines)
    done = subprocess.run(["crontab", "-"], input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EnvironmentFault(f"crontab refused the new table: {done.stderr.strip() or 'no reason given'}")
