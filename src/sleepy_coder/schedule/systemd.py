"""A systemd user timer (https://www.freedesktop.org/software/systemd/man/systemd.timer.html)."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.schedule.timetable import Timetable

NAME = "sleepy-coder"


def available() -> bool:
    """Whether there is a user manager to ask."""
    if shutil.which("systemctl") is None:
        return False
    asked = subprocess.run(["systemctl", "--user", "show-environment"], capture_output=True, check=False)
    return asked.returncode == 0


def folder() -> Path:
    """Where a user's own units lie."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"


def units(command: Sequence[str], environment: Mapping[str, str], timetable: Timetable) -> dict[str, str]:
    """The text of the service and of its timer, by file name."""
    variables = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in sorted(environment.items()))
    started = " ".join(_quoted(word).replace("$", "$$") for word in command)
    service = (
        "[Unit]\nDescription=A night of sleepy-coder: learn from the day's failures\n\n"
        f"[Service]\nType=oneshot\n{variables}ExecStart={started}\n"
        # 1 says that the served library stays, which is no failure
        "SuccessExitStatus=1\nNice=19\nIOSchedulingClass=idle\n"
    )
    moments = "".join(f"OnCalendar=*-*-* {hour:02d}:{timetable.minute:02d}:00\n" for hour in timetable.hours)
    timer = (
        "[Unit]\nDescription=When sleepy-coder learns\n\n"
        f"[Timer]\n{moments}Persistent=true\nAccuracySec=1min\n\n[Install]\nWantedBy=timers.target\n"
    )
    return {f"{NAME}.service": service, f"{NAME}.timer": timer}


def install(command: Sequence[str], environment: Mapping[str, str], timetable: Timetable) -> None:
    """Write the units and start the timer. Raises EnvironmentFault if systemd refuses."""
    for name, text in units(command, environment, timetable).items():
        write_atomically(make_folder(folder()) / name, text.encode(), mode=0o644)
    _control("daemon-reload")
    _control("enable", "--now", f"{NAME}.timer")


def remove() -> bool:
    """Stop the timer and remove the units; False if there were none."""
    if installed() is None:
        return False
    _control("disable", "--now", f"{NAME}.timer")
    for name in (f"{NAME}.service", f"{NAME}.timer"):
        (folder() / name).unlink(missing_ok=True)
    _control("daemon-reload")
    return True


def installed() -> Timetable | None:
    """When our timer tries; None without one."""
    timer = folder() / f"{NAME}.timer"
    first = re.search(r"OnCalendar=\S+ (\d+):(\d+)", timer.read_text()) if timer.is_file() else None
    return Timetable(int(first[1]), int(first[2])) if first else None


def _control(*words: str) -> None:
    done = subprocess.run(["systemctl", "--user", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise EnvironmentFault(f"systemctl --user {' '.join(words)} failed: {done.stderr.strip() or 'no reason given'}")


def _quoted(word: str) -> str:
    """A word of a unit file, whose percent signs are its own. So are dollars, but in commands alone."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{text}"' if not text or set(text) & set(" '\"\\;") else text
