"""Hostile crates and answers against the sandbox and the policy: none may succeed, each must end, nothing may be left.

Every crate is checked as `fix` would check it, with a victim beside it: a folder with a private file, a port and a
local socket that somebody listens on, a planted variable. What an attack did is read off the victim, not off its own
words. Then the same crate is built by plain cargo, in a namespace that is thrown away, to show that the attack works.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from sleepy_coder.errors import SleepyCoderError
from sleepy_coder.experiments.hostile import Attack, attacks
from sleepy_coder.experiments.hostile_answers import try_answers
from sleepy_coder.experiments.uncontained import built_uncontained
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import open_crate
from sleepy_coder.rust.sandbox import Limits, Sandbox, best_sandbox
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain

SECRET = "planted-c0ffee-7d1f"
VARIABLE = "PLANTED"
UNNAMED = "diary-of-1987.txt"
LIMITS = Limits(
    wall_seconds=25.0,
    memory_bytes=4 << 30,
    output_bytes=1 << 20,
    file_bytes=256 << 20,
    disk_bytes=512 << 20,
    processes=128,
)
GRACE_SECONDS = 10.0
QUICK = 6


class Ended(NamedTuple):
    """How a check of a hostile crate ended: in words, what was shown to the user, and after how many seconds."""

    reason: str
    shown: str
    seconds: float


@dataclass
class Victim:
    """What an attack is after, made anew for each one."""

    folder: Path
    mark: str
    contacts: list[str] = field(default_factory=list)
    port: int = 0

    def __post_init__(self) -> None:
        self.home, self.outside = self.folder / "home", self.folder / "outside"
        self.secret, self.socket = self.home / "id_private", self.folder / "socket"
        for folder in (self.home, self.outside):
            folder.mkdir(parents=True)
        self.secret.write_text(f"{SECRET}\n")
        self.secret.chmod(0o600)
        (self.home / UNNAMED).touch()
        self.evil = self.folder / "evil.sh"
        self.evil.write_text(f'#!/bin/sh\ntouch {self.outside}/written\nexec "$@"\n')
        self.evil.chmod(0o755)
        self.evil_rs = self.folder / "evil.rs"
        self.evil_rs.write_text(f'fn main() {{ std::fs::write("{self.outside}/written", "x").unwrap(); }}\n')
        self._before = self._state(self.home, self.outside)
        self.crate = self.folder / "crate"
        self._written: dict[str, tuple[int, int, bytes]] = {}

    def fill(self, text: str) -> str:
        """`text` with its placeholders replaced."""
        names = ("home", "outside", "secret", "socket", "mark", "port", "evil", "evil_rs")
        for name in names:
            text = text.replace(f"{{{name}}}", str(getattr(self, name)))
        return text

    def harms(self, shown: str) -> tuple[str, ...]:
        """What was done to it; `shown` is all that the attack had a chance to say."""
        found = []
        if SECRET in shown or UNNAMED in shown:
            found.append("something private was told")
        if self._state(self.home, self.outside) != self._before:
            found.append("something outside was changed")
        if self._state(self.crate) != self._written:
            found.append("the owner's sources were changed")
        if self.contacts:
            found.append(f"somebody was contacted: {self.contacts[0]}")
        if left := [process for process in _processes() if self.mark in process]:
            found.append(f"{len(left)} processes were left behind")
        return tuple(found)

    def write(self, attack: Attack) -> Path:
        """The hostile crate, beside the victim."""
        for name, text in attack.files.items():
            path = self.crate / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.fill(text))
        self._written = self._state(self.crate)
        return self.crate

    @staticmethod
    def _state(*folders: Path) -> dict[str, tuple[int, int, bytes]]:
        """Mode, time and bytes of everything but what cargo itself makes."""
        return {
            str(path): (
                path.lstat().st_mode,
                *((path.lstat().st_mtime_ns, path.read_bytes()) if path.is_file() else (0, b"")),
            )
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if not {"target", "Cargo.lock"} & {*path.relative_to(folder).parts}
        }


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The whole corpus, or a few of each kind; keys as in `results/security.json`."""
    toolchain, sandbox = find_toolchain(), best_sandbox(required=True)
    known = attacks()
    limits = replace(LIMITS, wall_seconds=10.0) if quick else LIMITS
    rows = []
    for attack in known[:: len(known) // QUICK] if quick else known:
        rows.append(row := attacked(attack, toolchain, sandbox, limits))
        tell(f"{attack.name}: {row['ended']}" + (f"; HARM: {row['harms']}" if row["harms"] else ""))
    answers = try_answers(compiler)
    for answer in answers:
        tell(f"{answer['name']}: {answer['ended']}")
    built = [row for row in rows if row["built"]]
    return {
        "tried": len(rows) + len(answers),
        "crates": len(rows),
        "answers": len(answers),
        "sandboxed": len(built),
        "shown_to_work_without": sum(bool(row["uncontained"]) for row in built),
        "succeeded": sum(bool(row["harms"]) for row in rows) + sum(answer["succeeded"] for answer in answers),
        "over_time": sum(row["seconds"] > _longest(row["tests"]) for row in rows),
        "layers": list(sandbox.layers),
        "items": rows + answers,
        "provenance": provenance(full=not quick, rustc=toolchain.version),
    }


def attacked(attack: Attack, toolchain: Toolchain, sandbox: Sandbox, limits: Limits) -> dict[str, Any]:
    """One hostile crate, in the sandbox and, where it was built there, without."""
    with _victim() as victim:
        ended = _checked(attack, victim.write(attack), victim, toolchain, sandbox, limits)
        harms = victim.harms(ended.shown)
    built = not ended.reason.startswith("refused")
    uncontained: tuple[str, ...] = ()
    if built:
        with (
            _victim() as victim,
            built_uncontained(victim.write(attack), toolchain, victim.mark, attack.tests, {VARIABLE: SECRET}) as shown,
        ):
            uncontained = (*victim.harms(shown.text), *shown.excesses)
    return {
        "name": attack.name,
        "ended": ended.reason,
        "seconds": round(ended.seconds, 2),
        "tests": attack.tests,
        "built": built,
        "harms": list(harms),
        "uncontained": list(uncontained),
    }


def _checked(
    attack: Attack, crate: Path, victim: Victim, toolchain: Toolchain, sandbox: Sandbox, limits: Limits
) -> Ended:
    """Open, check and perhaps test the crate; all that any of it showed counts, and what it left in the cache."""
    began = time.monotonic()
    shown: list[str] = []
    cache = victim.folder / "cache"
    try:
        with open_crate(crate, toolchain, sandbox, cache=cache, tests=attack.tests, limits=limits) as opened:
            shown += opened.notes
            result = opened.check(opened.tree)
            shown += [error.rendered + error.message for error in result.diagnostics]
            reason = (
                "checked, green"
                if result.green
                else f"checked: {result.errors[0].message}"
                if result.errors
                else "checked"
            )
            if attack.tests:
                tested = opened.test(opened.tree)
                shown += [tested.stdout, tested.stderr]
                reason = "tests ran out of time" if tested.timed_out else f"tests ended with status {tested.status}"
            reason += "".join(f"; {note}" for note in opened.notes)
    except SleepyCoderError as problem:
        shown.append(str(problem))
        reason = f"{_kind(cache)}: {problem}"
    for place, name in ((victim.folder, "VICTIM"), (toolchain.sysroot, "TOOLCHAIN")):  # results name no machine's paths
        reason = reason.replace(str(place), name)
    return Ended(reason, "\n".join([*shown, *_left_in(cache)]), time.monotonic() - began)


def _kind(cache: Path) -> str:
    """Whether cargo got as far as running something of the crate's."""
    ran = (*cache.glob("*/target/*/build/*/build-script-build*"), *cache.glob("*/target/*/deps/*"))
    return "stopped" if ran else "refused"


def _left_in(cache: Path) -> Iterator[str]:
    """Small files that the build wrote: a secret that lies in one was read."""
    for path in cache.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 16 and "copy" not in path.parts:
            yield path.read_bytes().decode(errors="replace")


def _longest(tests: bool) -> float:
    return (2 + tests) * LIMITS.wall_seconds + GRACE_SECONDS


@contextmanager
def _victim() -> Iterator[Victim]:
    folder = Path(tempfile.mkdtemp(prefix="victim-"))
    mark = f"mark-{folder.name.removeprefix('victim-')}"
    victim = Victim(folder, mark)
    stop = threading.Event()
    listeners = [socket.socket(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)]
    listeners[0].bind(("127.0.0.1", 0))
    victim.port = listeners[0].getsockname()[1]
    listeners[1].bind(("127.0.0.1", victim.port))
    listeners[2].bind(str(victim.socket))
    # whose environment can be read by whoever may read those of this user's processes
    bystander = subprocess.Popen(["sleep", "600"], env={VARIABLE: SECRET, "PATH": os.environ["PATH"]})
    threads = [threading.Thread(target=_listen, args=(one, victim, stop), daemon=True) for one in listeners]
    for thread in threads:
        thread.start()
    try:
        yield victim
    finally:
        stop.set()
        bystander.kill()
        bystander.wait()
        for thread, one in zip(threads, listeners, strict=True):
            thread.join()
            one.close()
        shutil.rmtree(folder, ignore_errors=True)


def _listen(one: socket.socket, victim: Victim, stop: threading.Event) -> None:
    one.settimeout(0.1)
    stream = one.type == socket.SOCK_STREAM
    if stream:
        one.listen()
    while not stop.is_set():
        try:
            if stream:
                one.accept()[0].close()
            else:
                one.recv(100)
            victim.contacts.append(f"{one.family.name} {one.type.name}")
        except TimeoutError:
            continue


def _processes() -> Iterator[str]:
    for process in psutil.process_iter(("cmdline",)):
        yield " ".join(process.info["cmdline"] or ())
