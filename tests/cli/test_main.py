"""The table of commands: quick to list, honest about how a command ended."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sleepy_coder
from sleepy_coder.cli import paths as paths_command
from sleepy_coder.cli.main import COMMANDS

Call = Callable[..., Any]  # the fixture `call`: status, out, err

SLOW = ("torch", "transformers", "scipy", "httpx", "rich", "numpy", "tree_sitter", "msgspec", "pydantic")
LISTED = "import sys; from sleepy_coder.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


def modules_after(*arguments: str) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(sleepy_coder.__file__).parents[1])}
    command = [sys.executable, "-c", LISTED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(done.stderr.split())


def test_help_names_every_command_and_imports_nothing_slow(call: Call) -> None:
    said = call("--help")
    assert said.status == 0
    assert all(f"\n  {name} " in said.out for name in COMMANDS)
    assert "\n  --version " in said.out and call("--version").out.startswith("sleepy-coder ")
    assert "unless you name a server" in " ".join(said.out.split())
    assert not modules_after("--help") & set(SLOW)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, call: Call) -> None:
    said = call(command, "--help")
    assert said.status == 0 and "Usage: sleepy-coder" in said.out


def test_no_command_needs_torch_to_start() -> None:
    assert not modules_after("fix", "--help") & {"torch", "transformers", "scipy", "httpx", "numpy"}


@pytest.mark.parametrize("arguments", [("nope",), ("fix",), ("fix", ".", "--nope"), ("evaluate", "--attempts", "0")])
def test_a_wrong_call_ends_with_2_and_a_sentence(arguments: tuple[str, ...], call: Call) -> None:
    said = call(*arguments)
    assert said.status == 2 and said.err.startswith("sleepy-coder: ") and "Traceback" not in said.err


def test_a_wrong_call_is_told_what_is_right(call: Call) -> None:
    assert call().status == 2 and "Usage: sleepy-coder" in call().out
    assert "did you mean `fix`?" in call("fixx").err and "--help` lists all" in call("zzz").err
    assert "`sleepy-coder fix --help` tells" in call("fix").err
    assert "`sleepy-coder --help` tells" in call("--json", "fix").err
    assert "choice of 0, 1 and 2" in call("fix", ".", "--stages", "9").err
    assert "[[" not in call("undo", "--help").out


def test_an_interrupt_ends_with_130_and_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(paths_command, "find_paths", interrupted)
    said = call("paths")
    assert said.status == 130 and said.err.count("\n") == 1 and "interrupted" in said.err


def test_a_full_disk_ends_with_3_and_a_sentence(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere")

    monkeypatch.setattr(paths_command, "find_paths", full)
    said = call("paths", "--json")
    assert said.status == 3 and "no space left" in said.err
    answer = json.loads(said.out)
    assert answer["schema"] == "sleepy-coder/paths/1" and answer["exit_status"] == 3 and answer["error"]


def test_a_store_from_a_newer_version_ends_with_3_and_is_left_alone(call: Call, home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rs").write_text("fn main() {}\n")
    assert call("fix", tmp_path / "a.rs").status == 0
    with sqlite3.connect(home / "episodes.db") as database:
        database.execute("PRAGMA user_version = 999")
    said = call("fix", tmp_path / "a.rs")
    assert said.status == 3 and "newer" in said.err
    with sqlite3.connect(home / "episodes.db") as database:
        assert database.execute("PRAGMA user_version").fetchone() == (999,)


def test_an_unknown_setting_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLEEPY_CODER_TEMPRATURE", "1")
    said = call("config", "show")
    assert said.status == 2 and "temprature" in said.err


def test_config_says_where_a_value_came_from(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLEEPY_CODER_ATTEMPTS", "5")
    (tmp_path / "sleepy.toml").write_text("max_rounds = 4\n")
    said = call("config", "show", "--origin", "--json", tmp_path)
    answer = json.loads(said.out)
    assert answer["settings"]["attempts"] == 5 and answer["origins"]["attempts"] == "SLEEPY_CODER_ATTEMPTS"
    assert answer["settings"]["max_rounds"] == 4 and answer["origins"]["max_rounds"] == str(tmp_path / "sleepy.toml")
    assert "SLEEPY_CODER_ATTEMPTS" in call("config", "show", "--origin", tmp_path).out


def test_paths_follow_the_home(call: Call, home: Path) -> None:
    answer = json.loads(call("paths", "--json").out)
    assert answer["home"] == str(home) and answer["undo"] == str(home / "undo")


def test_doctor_names_the_missing_model(call: Call) -> None:
    said = call("doctor", "--json")
    findings = {finding["what"]: finding for finding in json.loads(said.out)["findings"]}
    assert said.status == 3
    assert findings["Rust toolchain"]["good"] and findings["home"]["good"]
    assert not findings["model"]["good"] and "safetensors" in findings["model"]["words"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell: str, call: Call) -> None:
    said = call("completion", shell)
    assert said.status == 0 and "_SLEEPY_CODER_COMPLETE" in said.out
    answer = json.loads(call("completion", shell, "--json").out)
    assert answer == {"schema": "sleepy-coder/completion/1", "shell": shell, "script": said.out[:-1]}
    refused = call("completion", "tcsh")
    assert refused.status == 2 and "Invalid value for 'SHELL': 'tcsh' is not one of 'bash'," in refused.err


def test_settings_of_nowhere_are_not_shown(call: Call, tmp_path: Path) -> None:
    said = call("config", "show", tmp_path / "nix")
    assert said.status == 2 and "there is no" in said.err and said.out == ""
