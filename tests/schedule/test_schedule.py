"""Timers: what is written is what systemd and cron accept, and the command they call runs from nothing."""

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

import sleepy_coder.cli.main
from sleepy_coder.cli.main import main
from sleepy_coder.cli.schedule import command, kept_environment
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder
from sleepy_coder.schedule import cron, systemd
from sleepy_coder.schedule.conditions import Moment, hindrances, now
from sleepy_coder.schedule.diary import KEPT, calls, note_call
from sleepy_coder.schedule.timetable import Timetable, parse_timetable
from sleepy_coder.settings import Settings

GOOD = Moment(on_battery=False, load_per_core=0.1, free_bytes=1 << 40, hours_since_night=None)
SPOOL = """#!/bin/sh
[ "$1" = "-l" ] && exec cat "{spool}/table"
[ "$1" = "-" ] && exec cat > "{spool}/table"
exit 2
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "home"


@pytest.fixture
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `crontab` with a spool of its own, which speaks the two calls that we make."""
    spool, bin_ = tmp_path / "spool", tmp_path / "bin"
    spool.mkdir()
    bin_.mkdir()
    (bin_ / "crontab").write_text(SPOOL.format(spool=spool))
    (bin_ / "crontab").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    return spool


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"on_battery": True}, "battery"),
        ({"load_per_core": 0.9}, "busy"),
        ({"free_bytes": 1 << 20}, "free"),
        ({"hours_since_night": 3.0}, "last night"),
    ],
)
def test_each_condition_holds_a_night_back_and_says_why(change: dict[str, float], word: str) -> None:
    assert hindrances(GOOD, Settings()) == ()
    (reason,) = hindrances(GOOD._replace(**change), Settings())
    assert word in reason


def test_each_condition_can_be_switched_off() -> None:
    bad = Moment(on_battery=True, load_per_core=3.0, free_bytes=1000, hours_since_night=20.0)
    lax = Settings(schedule_on_mains=False, schedule_idle_load=10.0, schedule_free_bytes=1)
    assert len(hindrances(bad, Settings())) == 3 and hindrances(bad, lax) == ()


def test_this_machine_can_be_asked(home: Path) -> None:
    moment = now(find_paths())
    assert moment.free_bytes > 0 and moment.load_per_core >= 0 and moment.hours_since_night is None


def test_a_night_on_any_base_model_counts_and_one_of_the_future_does_not(home: Path) -> None:
    paths = find_paths()
    other = paths.of("org/other")
    for place, hours in ((other, 5.0), (paths, -1000.0)):
        night = NightFolder(place.nights / "20260101-000000")
        for name in (PLAN, RECORD):
            night.write(name, {})
        ended = time.time() - 3600 * hours
        os.utime(night.path / RECORD, (ended, ended))
    hours_since = now(paths).hours_since_night
    assert hours_since is not None and 4.9 < hours_since < 5.1
    shutil.rmtree(other.base)
    assert now(paths).hours_since_night is None


def test_tries_follow_each_other_over_midnight() -> None:
    timetable = parse_timetable("22:30")
    assert timetable.hours == (22, 23, 0, 1)
    assert timetable.next_after(datetime(2026, 5, 4, 23, 31)) == datetime(2026, 5, 5, 0, 30)
    assert timetable.next_after(datetime(2026, 5, 4, 1, 30)) == datetime(2026, 5, 4, 22, 30)
    for wrong in ("25:00", "3", "03:60", ""):
        with pytest.raises(UsageError, match="time of day"):
            parse_timetable(wrong)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    environment = {"SLEEPY_CODER_HOME": "/a b/100%/$x", "PATH": "/usr/bin"}
    texts = systemd.units(
        [sys.executable, "-m", "sleepy_coder.cli.main", "schedule", "run"], environment, Timetable(3, 0)
    )
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    names = [str(tmp_path / name) for name in texts]
    runtime = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    verify = ["systemd-analyze", "verify", "--user", *names]
    done = subprocess.run(verify, env=runtime, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and str(tmp_path) not in done.stderr, done.stderr
    # systemd.exec(5): a dollar has no special meaning in Environment=; systemd.service(5): in ExecStart= it has
    assert 'Environment="SLEEPY_CODER_HOME=/a b/100%%/$x"' in texts["sleepy-coder.service"]
    assert "/a/$$x/python run" in systemd.units(["/a/$x/python", "run"], {}, Timetable(3, 0))["sleepy-coder.service"]


def test_an_installed_timer_is_known_again(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, ...]] = []
    monkeypatch.setattr(systemd, "_control", lambda *words: said.append(words))
    assert systemd.installed() is None and not systemd.remove()
    systemd.install(command(), {}, Timetable(4, 5))
    assert systemd.installed() == Timetable(4, 5) and ("enable", "--now", "sleepy-coder.timer") in said
    assert systemd.remove() and systemd.installed() is None and ("disable", "--now", "sleepy-coder.timer") in said


def test_our_line_in_a_crontab_leaves_the_others_alone(crontab: Path) -> None:
    subprocess.run(["crontab", "-"], input="5 5 * * * backup\n", text=True, check=True)
    environment = {"SLEEPY_CODER_HOME": "/a b/100%"}
    for minute in (1, 2):
        cron.install(["/usr/bin/python 3", "-m", "x"], environment, Timetable(3, minute))
    lines = cron._lines()
    assert lines[0] == "5 5 * * * backup" and len(lines) == 2
    assert lines[1].startswith("2 3,4,5,6 * * * env 'SLEEPY_CODER_HOME=/a b/100\\%' '/usr/bin/python 3' -m x")
    assert cron.installed() == Timetable(3, 2)
    assert cron.remove() and not cron.remove() and cron._lines() == ["5 5 * * * backup"]


def test_the_exact_command_runs_from_an_empty_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLEEPY_CODER_SCHEDULE_FREE_BYTES", str(1 << 62))  # which no disk has, so no night begins
    environment = kept_environment(os.environ)
    assert set(environment) == {"PATH", "SLEEPY_CODER_HOME", "SLEEPY_CODER_SCHEDULE_FREE_BYTES"}
    # tests may run on sources that are not the installed ones
    environment["PYTHONPATH"] = str(Path(sleepy_coder.cli.main.__file__).parents[2])
    done = subprocess.run(command(), env=environment, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "GiB are free" in done.stderr
    (call,) = calls(find_paths())
    assert "GiB are free" in " ".join(call.hindrances)


def test_status_tells_why_a_night_was_skipped(capsys: pytest.CaptureFixture[str], crontab: Path) -> None:
    note_call(find_paths(), ("the machine runs on its battery",))
    cron.install(command(), {}, Timetable(3, 0))
    assert main(["schedule", "status", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["timers"] == ["cron"] and found["last_night"] is None
    assert found["calls"][-1]["skipped_because"] == ["the machine runs on its battery"]
    assert datetime.fromisoformat(found["next_try"]).strftime("%M") == "00"


def test_the_diary_keeps_the_newest_and_survives_damage(home: Path) -> None:
    paths = find_paths()
    for number in range(KEPT + 5):
        note_call(paths, (str(number),))
    assert [call.hindrances[0] for call in calls(paths)] == [str(n) for n in range(5, KEPT + 5)]
    (home / "schedule.json").write_text("{")
    assert calls(paths) == ()
    assert stat.S_IMODE((home / "schedule.json").stat().st_mode) & 0o077 == 0


@pytest.mark.slow
@pytest.mark.skipif(
    os.geteuid() != 0 or not Path("/usr/sbin/cron").exists(), reason="takes root, and Debian's cron, for a spool apart"
)
def test_cron_itself_takes_the_line_and_calls_it_within_its_minute(tmp_path: Path) -> None:
    """In a mount namespace whose spool is a folder of the test's."""
    mark, spool = tmp_path / "called", tmp_path / "crontabs"
    spool.mkdir(mode=0o730)
    line = cron.line(["touch", str(mark)], {"A": "1"}, Timetable(3, 0))
    (tmp_path / "table").write_text(f"* * {line.split(' ', 2)[2]}\n")
    script = f"""
    mount --bind {spool} /var/spool/cron/crontabs && mount -t tmpfs none /run && crontab {tmp_path}/table || exit 1
    timeout 130 cron -f & for i in $(seq 260); do [ -e {mark} ] && break; sleep 0.5; done; kill %1
    """
    subprocess.run(["unshare", "--mount", "--pid", "--fork", "bash", "-c", script], check=False, timeout=200)
    assert mark.exists()
