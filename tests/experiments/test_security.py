"""Hostile crates and answers, as a user without rights. Where these tests cannot run, they fail: none is skipped."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.experiments.hostile import attacks
from unprivileged import nobodys_home, run_unprivileged

__all__ = ["nobodys_home"]  # a fixture is asked for by name


def measured(nobodys_home: Path, *flags: str) -> dict[str, Any]:
    out = nobodys_home / "security.json"
    command = [sys.executable, "-m", "sleepy_coder.cli.main", "experiment", "run", "security", *flags]
    command += ["--out", str(out)]
    home = {"SLEEPY_CODER_HOME": str(nobodys_home / "s")}
    done = run_unprivileged(command, home=nobodys_home, environment=home)
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(out.read_text())
    return result


def test_some_attacks_of_each_kind_come_to_nothing(nobodys_home: Path) -> None:
    result = measured(nobodys_home, "--quick")
    assert (result["succeeded"], result["over_time"]) == (0, 0), result["items"]
    assert result["shown_to_work_without"] >= 4 and {"landlock", "seccomp"} <= set(result["layers"])


@pytest.mark.slow
def test_no_attack_succeeds_and_each_works_where_nothing_holds_it(nobodys_home: Path) -> None:
    result = measured(nobodys_home)
    assert (result["succeeded"], result["over_time"]) == (0, 0), result["items"]
    assert result["tried"] >= 70 and result["crates"] == len(attacks()) >= 40
    assert result["sandboxed"] >= 25 and result["shown_to_work_without"] >= 25
