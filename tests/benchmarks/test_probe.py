import json
import subprocess
import sys
from pathlib import Path

import pytest

from sleepy_coder.benchmarks.probe import is_compile


@pytest.mark.parametrize(
    "command",
    [
        ["/opt/rust/bin/rustc", "--edition", "2021", "--emit=metadata", "main.rs"],
        ["bwrap", "--ro-bind", "/usr", "/usr", "/opt/rust/bin/cargo", "check", "--offline"],
    ],
)
def test_compiles_are_seen_through_their_wrapping(command: list[str]) -> None:
    assert is_compile(command)


@pytest.mark.parametrize("command", [["rustc", "--version"], ["cargo", "metadata"], ["git", "check"]])
def test_questions_about_the_toolchain_are_no_compiles(command: list[str]) -> None:
    assert not is_compile(command)


def test_the_probe_reports_heavy_imports_and_keeps_the_exit_status(tmp_path: Path) -> None:
    report = tmp_path / "probe.json"
    # a module that stands in the command's place, and imports what it must not
    (tmp_path / "sitecustomize.py").write_text("import sys, types; sys.modules['torch'] = types.ModuleType('torch')\n")
    command = [sys.executable, "-m", "sleepy_coder.benchmarks.probe", str(report), "no-such-command"]
    environment = {"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2] / 'src'}", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
    assert json.loads(report.read_text()) == {"heavy": ["torch"], "compiles": 0}
