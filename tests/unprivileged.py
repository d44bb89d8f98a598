"""Running a test's command as a user without rights, made for the purpose where the tests run as root.

Root sees what is under its own home, others do not: a mount namespace shows them the interpreter and the toolchain
that lie there, and nothing else of it.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from sleepy_coder.rust.toolchain import find_toolchain

USER = 54321
SOURCES = Path(__file__).parents[1] / "src"


@pytest.fixture
def nobodys_home() -> Iterator[Path]:
    """A folder that such a user can get at: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="nobody-") as name:
        yield Path(name)


def run_unprivileged(
    command: Sequence[str], *, home: Path, environment: Mapping[str, str] | None = None, timeout: float = 1200
) -> "subprocess.CompletedProcess[str]":
    """Run `command` with `home`, which it may write, as its home, working and temporary folder."""
    variables = {
        "PATH": f"{find_toolchain().rustc.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "TMPDIR": str(home),
        "PYTHONPATH": str(SOURCES),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SLEEPY_CODER_RUSTC": str(find_toolchain().rustc),
        **(environment or {}),
    }
    words = list(command)
    if os.geteuid() == 0:
        os.chown(home, USER, USER)
        needed = [Path(sys.prefix), Path(sys.base_prefix), find_toolchain().sysroot, SOURCES.parent]
        dropped = f"setpriv --reuid {USER} --regid {USER} --clear-groups"
        script = f"{_shown(needed, home)}\nexec {dropped} -- {shlex.join(words)}"
        words = ["unshare", "--mount", "sh", "-e", "-c", script]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(words, cwd=home, env=variables, text=True, timeout=timeout, check=False, **streams)


def _shown(needed: Sequence[Path], scratch: Path) -> str:
    """Shell lines that put an open folder in the place of each closed one, with what is needed of it inside."""
    closed: dict[Path, list[Path]] = {}
    for path in needed:
        barrier = next((one for one in reversed(path.parents) if not one.stat().st_mode & 0o001), None)
        if barrier is not None:
            closed.setdefault(barrier, []).append(path)
    lines = []
    for number, (barrier, paths) in enumerate(closed.items()):
        for index, path in enumerate(paths):
            held = shlex.quote(f"{scratch}/held-{number}-{index}")
            lines.append(f"mkdir {held}; mount --bind {shlex.quote(str(path))} {held}")
        lines.append(f"mount -t tmpfs -o mode=755 none {shlex.quote(str(barrier))}")
        for index, path in enumerate(paths):
            held, place = shlex.quote(f"{scratch}/held-{number}-{index}"), shlex.quote(str(path))
            lines.append(f"mkdir -p {place}; mount --bind {held} {place}; umount {held}; rmdir {held}")
    return "\n".join(lines)
