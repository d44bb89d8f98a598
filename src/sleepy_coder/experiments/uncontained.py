"""The control: a hostile crate built by plain cargo, with nothing to hold it but a namespace that is thrown away.

The namespace keeps the machine whole (mounts of its own; processes of its own where an attack would end all others).
It does not protect the victim, which is the point. A clock ends what would never end, and what that used up is told.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from sleepy_coder.rust.toolchain import Toolchain

SECONDS = 12.0
MOST_PROCESSES = 200
MOST_BYTES = 600 << 20
MOST_OUTPUT = 8 << 20
MOST_MEMORY = 5 << 30
KILLED = "its parents were killed"
_POLL_SECONDS = 0.05


class Shown(NamedTuple):
    """What a build said, and what it did that no output shows."""

    text: str
    excesses: tuple[str, ...]


@contextmanager
def built_uncontained(
    crate: Path, toolchain: Toolchain, mark: str, tests: bool, planted: Mapping[str, str]
) -> Iterator[Shown]:
    """`cargo test` or `cargo check` in `crate`, as a careless user would run it, with `planted` in the environment.

    In the end everything that it started, known by its parent or by `mark`, is killed.
    """
    home, output = crate.parent / "careless", crate.parent / "careless-output"
    home.mkdir()
    environment = {
        "PATH": f"{toolchain.rustc.parent}:{os.environ['PATH']}",
        "HOME": str(home),
        "CARGO_HOME": str(home / "cargo"),
        **planted,
    }
    apart = ["unshare", "--mount", *(("--user", "--map-root-user") if os.geteuid() else ())]
    if any("kill -9 -1" in path.read_text() for path in crate.rglob("*.rs")):
        apart += ["--pid", "--fork", "--kill-child", "--mount-proc"]
    # the shell outlives cargo, which may be killed
    shell = ["sh", "-c", '"$@"; echo "ended with status $?"', "sh"]
    command = [str(toolchain.cargo), "test" if tests else "check", "--offline", "-vv"]
    with output.open("wb") as file:
        process = subprocess.Popen(
            [*apart, *shell, *command], cwd=crate, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            start_new_session=True,
        )  # fmt: skip
        excesses = _watched(process, output)
    told = output.read_bytes()[:MOST_OUTPUT].decode(errors="replace")
    if "ended with status 137" in told:
        excesses = (*excesses, KILLED)
    try:
        yield Shown(told, excesses)
    finally:
        _kill(process)
        for other in psutil.process_iter(("cmdline",)):
            if mark in (other.info["cmdline"] or ()):
                with suppress(psutil.Error):
                    other.kill()


def _watched(process: "subprocess.Popen[bytes]", output: Path) -> tuple[str, ...]:
    began = time.monotonic()
    free = shutil.disk_usage(output.parent).free
    while process.poll() is None:
        time.sleep(_POLL_SECONDS)
        children = _children(process.pid)
        excess = {
            "it had more processes than are allowed": len(children) > MOST_PROCESSES,
            "it held more memory than is allowed": max(map(_memory, children), default=0) > MOST_MEMORY,
            "it printed more than is allowed": output.stat().st_size > MOST_OUTPUT,
            "it filled the disk with more than is allowed": free - shutil.disk_usage(output.parent).free > MOST_BYTES,
            "it had not ended": time.monotonic() - began > SECONDS,
        }
        if any(excess.values()):
            _kill(process)
            return tuple(words for words, holds in excess.items() if holds)
    return ()


def _children(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _kill(process: "subprocess.Popen[bytes]") -> None:
    for child in _children(process.pid):
        with suppress(psutil.Error):
            child.kill()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
