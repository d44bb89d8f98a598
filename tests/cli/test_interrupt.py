"""Ctrl-C in the middle of real work: at once, one line, nothing lost and nobody left running."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import sleepy_coder
from sleepy_coder.episodes.store import EpisodeStore

ENDLESS = """\
fn main() {}

#[test]
fn never_ends() {
    let n = 1;
    n += 1;
    while n > 0 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
"""


@pytest.mark.parametrize(
    ("command", "number"),
    [
        (["fix", "{path}", "--test", "--apply"], signal.SIGINT),
        (["fix", "{path}", "--test", "--apply"], signal.SIGTERM),
        (["fix", "{path}", "--test", "--apply"], signal.SIGHUP),
        (["day", "--suite", "{suite}"], signal.SIGINT),
    ],
)
def test_a_signal_in_the_middle_ends_it_with_one_line_and_leaves_nothing(
    command: list[str], number: signal.Signals, tmp_path: Path, home: Path
) -> None:
    path, suite = tmp_path / "a.rs", tmp_path / "s.jsonl"
    path.write_text(ENDLESS)
    tasks = []
    for number in range(3):
        source = ENDLESS.replace("1;\n", f"{number + 1};\n", 1).replace("\n", "\\n")
        tasks.append(f'{{"id": "{number}", "files": {{"main.rs": "{source}"}}, "oracle": {{"kind": "test"}}}}\n')
    suite.write_text("".join(tasks))
    words = [word.format(path=path, suite=suite) for word in command]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(Path(sleepy_coder.__file__).parents[1]), "TMPDIR": str(scratch)}
    running = subprocess.Popen(
        [sys.executable, "-m", "sleepy_coder.cli.main", *words],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    children = _wait_for_program(psutil.Process(running.pid))
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 128 + number, said
    assert said.count("\n") == 1 and "interrupted" in said and "Traceback" not in said
    assert path.read_text() == ENDLESS
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]
    assert not list(scratch.iterdir())
    with EpisodeStore(home / "episodes.db") as store:
        assert store.count() == 0


def _wait_for_program(process: psutil.Process) -> list[psutil.Process]:
    """Until the endless test itself runs: some descendant is the program that was built."""
    deadline = time.monotonic() + 100
    while time.monotonic() < deadline:
        children = process.children(recursive=True)
        for child in children:
            try:
                if child.exe().endswith("program"):
                    return children
            except psutil.Error:
                continue
        time.sleep(0.1)
    raise AssertionError("the program never ran")
