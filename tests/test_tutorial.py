"""docs/tutorial.md works as it is typed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MAY_END_WITH_1 = ("sleepy-coder night", "sleepy-coder fix")
LOOK_SECONDS = 180.0


@contextmanager
def started(command: str, folder: Path, output: Path) -> Iterator[None]:
    """A command that goes on while others are typed, ended as Ctrl-C ends it."""
    with output.open("wb") as file:
        process = subprocess.Popen(
            ["bash", "-e", "-c", command], cwd=folder, stdout=file, stderr=file, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(timeout=30)


def wait_for(line: str, times: int, output: Path) -> None:
    deadline = time.monotonic() + LOOK_SECONDS
    while output.read_text().replace("\N{NO-BREAK SPACE}", " ").count(line) < times:
        assert time.monotonic() < deadline, f"watch never said {line!r}, but:\n{output.read_text()}"
        time.sleep(0.2)


def typed(command: str, folder: Path) -> None:
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    allowed = (0, 1) if any(name in command for name in MAY_END_WITH_1) else (0,)
    assert done.returncode in allowed, f"{command}\n{done.stdout}\n{done.stderr}"


def run_blocks(text: str, folder: Path) -> None:
    """Everything up to the heading `## The night` while `watch` looks on, the rest without."""
    day, night = text.split("## The night")
    (kind, watch), *blocks = BLOCK.findall(day)
    status = blocks.pop()[1]
    said: Counter[str] = Counter()
    output = folder / "watch.txt"
    assert kind == "sh" and "sleepy-coder watch" in watch and "status" in status
    with started(watch, folder, output):
        said["watching "] = 1
        wait_for("watching ", 1, output)
        for kind, content in blocks:
            if kind == "sh":
                typed(content, folder)
            else:
                said[content.strip()] += 1
                wait_for(content.strip(), said[content.strip()], output)
    for kind, content in [("sh", status), *BLOCK.findall(night)]:
        assert kind == "sh"
        typed(content, folder)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example crate and the program where `make setup` puts it."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    program = tmp_path / ".venv" / "bin" / "sleepy-coder"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT / "src"} exec {sys.executable} -m sleepy_coder.cli.main "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "build" / "tutorial"))
    return tmp_path


@pytest.mark.slow
def test_the_tutorial_works_as_it_is_typed(checkout: Path) -> None:
    run_blocks((ROOT / "docs" / "tutorial.md").read_text(), checkout)
    assert "Night 1" in (checkout / "build" / "morning.html").read_text()
