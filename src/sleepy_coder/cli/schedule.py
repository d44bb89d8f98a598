"""`schedule ...`: let nights come by themselves."""

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, say, table
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.nights import nights
from sleepy_coder.schedule import cron, systemd
from sleepy_coder.schedule.conditions import hindrances, now
from sleepy_coder.schedule.diary import calls, note_call
from sleepy_coder.schedule.timetable import Timetable, parse_timetable
from sleepy_coder.settings import PREFIX, load

app = several_commands("Let nights come by themselves: on mains power, when the machine is idle and has room.")


@app.command()
def install(
    at: Annotated[str | None, typer.Option("--at", metavar="HH:MM", help="First try; three more, hourly.")] = None,
    as_json: Json = False,
) -> None:
    """Set a timer of your own user: systemd's where it runs, cron's elsewhere."""
    timetable = parse_timetable(at or load(Path()).settings.schedule_at)
    timer = systemd if systemd.available() else cron
    if timer is cron and not cron.available():
        raise EnvironmentFault(
            "neither a systemd user manager nor crontab is here to set a timer with: install cron, "
            "or let whatever you have call `sleepy-coder schedule run`"
        )
    timer.install(command(), kept_environment(os.environ), timetable)
    found = {"timer": timer.__name__.rpartition(".")[2], "next": _next(timetable), "command": command()}
    if as_json:
        print_json("schedule-install", found)
    else:
        say(f"set with {found['timer']}; the next try is at {found['next']}")


@app.command()
def remove(as_json: Json = False) -> int:
    """Take the timer away again."""
    gone = [timer.__name__.rpartition(".")[2] for timer in (systemd, cron) if timer.remove()]
    if as_json:
        print_json("schedule-remove", {"removed": gone})
    else:
        say(f"removed from {' and '.join(gone)}" if gone else "no timer was set")
    return 0 if gone else 1


@app.command()
def status(as_json: Json = False) -> None:
    """Show the last and the next night, and why one was skipped."""
    settings, paths = load(Path()).settings, find_paths()
    timers = {name: when for name, when in (("systemd", systemd.installed()), ("cron", cron.installed())) if when}
    past = [night.id for night in nights(paths.nights) if night.is_over]
    told = calls(paths)
    found: dict[str, Any] = {
        "timers": list(timers),
        "last_night": past[-1] if past else None,
        "next_try": min(map(_next, timers.values()), default=None),
        "calls": [{"at": call.at, "skipped_because": list(call.hindrances)} for call in told],
        "would_skip_now_because": list(hindrances(now(paths), settings)),
    }
    if as_json:
        print_json("schedule-status", found)
        return
    say(table([("timer", ", ".join(timers) or "none: `sleepy-coder schedule install` sets one")]))
    say(f"last night  {found['last_night'] or 'none yet'}")
    say(f"next try    {found['next_try'] or 'none'}")
    for call in told[-5:]:
        say(f"{call.at}  " + (f"skipped: {'; '.join(call.hindrances)}" if call.hindrances else "a night began"))
    for reason in found["would_skip_now_because"]:
        say(f"a night would not begin now: {reason}")


@app.command()
def run(as_json: Json = False) -> int:
    """What the timer calls: a night, if this is a good moment for one. Exit status 0 also when it is not."""
    settings, paths = load(Path()).settings, find_paths()
    call = note_call(paths, hindrances(now(paths), settings))
    if call.hindrances:
        if as_json:
            print_json("schedule-run", {"skipped_because": list(call.hindrances)})
        else:
            note(f"no night now: {'; '.join(call.hindrances)}")
        return 0
    from sleepy_coder.cli.night import night  # brings much that a skipped night does without

    return night(as_json=as_json)


def command() -> list[str]:
    """What a timer has to call, whatever its environment."""
    return [sys.executable, "-m", "sleepy_coder.cli.main", "schedule", "run"]


def kept_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables of ours that a timer would not have, and where cargo and rustc are found."""
    return {name: value for name, value in environment.items() if name.startswith(PREFIX) or name == "PATH"}


def _next(timetable: Timetable) -> str:
    return timetable.next_after(datetime.now()).isoformat(sep=" ", timespec="minutes")
