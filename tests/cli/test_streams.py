"""Standard output that is full or closed ends in one sentence or in silence, never in a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sleepy_coder

CALLED = f'"{sys.executable}" -m sleepy_coder.cli.main'


def shell(command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(sleepy_coder.__file__).parents[1])}
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("call", ["paths", "paths --json", "--version", "paths --help"])
def test_a_full_standard_output_ends_with_3_and_a_sentence(call: str) -> None:
    done = shell(f"{CALLED} {call} > /dev/full")
    assert done.returncode == 3 and done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("sleepy-coder: no space left to write standard output")


def test_a_complaint_outlives_the_output_that_it_cannot_be_written_to() -> None:
    done = shell(f"{CALLED} nope --json > /dev/full")
    assert done.returncode == 2 and "there is no command `nope`" in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize("call", ["paths", "paths --json"])
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_trouble(call: str, closed: str) -> None:
    done = shell(f"{CALLED} {call} {closed}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_file_takes_the_place_of_a_closed_stream(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.rs").write_text('fn main() { let x: String = "a"; }\n')
    assert shell(f"{CALLED} fix '{tmp_path}/a.rs' --stages 0 <&- >&- 2>&-").returncode == 0
    assert (home / "episodes.db").read_bytes().startswith(b"SQLite format 3")
