"""Running a command that strangers may have written, with whatever this machine offers to contain it.

Layers, strongest first: bubblewrap (own mount, network and process namespaces); without it, network and process
namespaces by `unshare`, Landlock, seccomp; always: limits on time, memory, file size and output, an environment made
from nothing, no input, and the whole process group killed in the end. `layers` says what holds. The command dies with
this process.

Not contained: below Landlock, what a command reads and writes at all; with `change_modes`, the modes and times of files
that it cannot open.
"""

import math
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Protocol

from sleepy_coder.errors import SandboxUnavailable
from sleepy_coder.execution import core_count
from sleepy_coder.rust.confinement import forbid_calls, forbid_files, landlock_version, seccomp_known, seccomp_program
from sleepy_coder.rust.supervision import Completed, Room, supervise

SYSTEM_READABLE = tuple(
    Path(path)
    for path in (
        *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store", "/run/current-system"),
        *("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime", "/dev/zero", "/dev/random", "/dev/urandom"),
    )
)
_FATAL = {
    *(signal.SIGILL, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGKILL, signal.SIGSEGV),
    *(signal.SIGPIPE, signal.SIGTERM, signal.SIGXCPU, signal.SIGXFSZ, signal.SIGSYS),
}
SYSTEM_WRITABLE = (Path("/dev/null"),)
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one command may use. Memory is address space of each process; output is counted for each of the two
    streams; `file_bytes` is for each file and `disk_bytes` for all, whoever else uses the disk.

    `processes` None is for programs that are known not to multiply. `change_modes` lets a command change modes, owners
    and times of files by path, which installers need and Landlock cannot confine to a folder; `ports` leaves TCP to it
    where namespaces and seccomp do not take it away, which `cargo fix` needs to talk to itself.
    """

    wall_seconds: float = 20.0
    memory_bytes: int = 2 << 30
    output_bytes: int = 4 << 20
    file_bytes: int = 1 << 30
    disk_bytes: int = 8 << 30
    processes: int | None = 64
    change_modes: bool = False
    ports: bool = False


class Sandbox(Protocol):
    """Contains a command. `layers` names what holds it, strongest first."""

    @property
    def layers(self) -> tuple[str, ...]: ...

    def run(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        limits: Limits,
        writable: Sequence[Path],
        readable: Sequence[Path] = (),
    ) -> Completed:
        """Run `command` to its end or to a limit. `env` is its whole environment.

        It may write below `writable` and read below `readable` and the system's own folders. Raises OSError if it
        cannot start.
        """
        ...


@dataclass(frozen=True, slots=True)
class BubblewrapSandbox:
    """Namespaces of its own for everything, with only the allowed folders mounted."""

    program: str

    @property
    def layers(self) -> tuple[str, ...]:
        return ("bubblewrap", *(("seccomp",) if seccomp_known() else ()), "limits", "process group")

    def run(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        limits: Limits,
        writable: Sequence[Path],
        readable: Sequence[Path] = (),
    ) -> Completed:
        """See `Sandbox.run`."""
        words = [self.program, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
        words += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
        for path in (*SYSTEM_READABLE, *readable):
            if not path.is_relative_to("/dev"):
                words += ["--ro-bind-try", str(path), str(path)]
        for path in writable:
            words += ["--bind", str(path), str(path)]
        words += ["--chdir", str(cwd)]
        limited = ["--", *_limited(command, limits, namespace=True)]
        if not seccomp_known():
            return _completed(lambda: _started([*words, *limited], cwd, env), cwd, limits, writable, namespace=True)
        with tempfile.TemporaryFile() as program:
            # modes and times may change: outside the command's own folders everything is mounted read-only
            program.write(seccomp_program(metadata=False))
            program.seek(0)
            words += ["--seccomp", str(program.fileno()), *limited]
            return _completed(
                lambda: _started(words, cwd, env, program.fileno()), cwd, limits, writable, namespace=True
            )


@dataclass(frozen=True, slots=True)
class LayeredSandbox:
    """What the kernel offers without a helper program; each layer can be missing."""

    namespaces: bool
    landlock: bool
    seccomp: bool

    @property
    def layers(self) -> tuple[str, ...]:
        optional = (("namespaces", self.namespaces), ("landlock", self.landlock), ("seccomp", self.seccomp))
        return (*(name for name, held in optional if held), "limits", "process group")

    def run(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        limits: Limits,
        writable: Sequence[Path],
        readable: Sequence[Path] = (),
    ) -> Completed:
        """See `Sandbox.run`."""
        words = _limited(command, limits, namespace=self.namespaces)
        if self.namespaces:
            unshare = _program("unshare") or "unshare"
            words = [unshare, "--user", "--net", "--pid", "--ipc", "--fork", "--kill-child", "--", *words]
        setpriv = _program("setpriv")
        if setpriv:
            words = [setpriv, "--pdeathsig", "KILL", "--", *words]

        def confined() -> "subprocess.Popen[bytes]":
            if self.landlock:
                forbid_files((*SYSTEM_READABLE, *readable), (*SYSTEM_WRITABLE, *writable), ports=limits.ports)
            if self.seccomp:
                forbid_calls(metadata=not limits.change_modes)
            return _started(words, cwd, env)

        return _completed(confined, cwd, limits, writable, namespace=self.namespaces)


@cache
def best_sandbox(*, required: bool) -> Sandbox:
    """The strongest sandbox that passes a trial here.

    Raises SandboxUnavailable when `required` and files cannot be protected (neither bubblewrap nor Landlock).
    """
    bubblewrap = _program("bwrap")
    if bubblewrap and _holds(BubblewrapSandbox(bubblewrap)):
        return BubblewrapSandbox(bubblewrap)
    if landlock_version():
        for namespaces in (True, False):
            layered = LayeredSandbox(namespaces, landlock=True, seccomp=seccomp_known())
            if (not namespaces or _program("unshare")) and _holds(layered):
                return layered
    if required:
        raise SandboxUnavailable(
            "this machine offers neither bubblewrap nor Landlock, so strangers' code could read and change your files; "
            "install bubblewrap, or pass --unsafe-no-sandbox for code that you trust"
        )
    return LayeredSandbox(namespaces=False, landlock=False, seccomp=seccomp_known())


@cache
def _program(name: str) -> str | None:
    """Where one of our launchers lies; it must not be looked for on the command's own path."""
    return shutil.which(name)


def _holds(sandbox: Sandbox) -> bool:
    """Whether a command in `sandbox` runs, and can neither read nor write a file of ours."""
    with tempfile.TemporaryDirectory() as outside, tempfile.TemporaryDirectory() as inside:
        secret = Path(outside, "secret")
        secret.write_text("secret")
        script = 'cat "$0"; echo changed > "$0"; echo done > done'
        try:
            completed = sandbox.run(
                ["/bin/sh", "-c", script, str(secret)],
                cwd=Path(inside),
                env={"PATH": SYSTEM_PATH},
                limits=Limits(wall_seconds=5),
                writable=[Path(inside)],
            )
        except OSError:
            return False
        done = Path(inside, "done").exists()
        return done and not completed.stdout and secret.read_text() == "secret"


def _limited(command: Sequence[str], limits: Limits, *, namespace: bool) -> list[str]:
    """`command` under resource limits, which a shell sets: nothing of ours then runs between fork and exec.

    The limit on processes counts all of a user's, so it is of use only in a user namespace. Shells disagree about its
    letter.
    """
    settings = ["ulimit -c 0"]
    settings.append(f"ulimit -t {math.ceil(limits.wall_seconds * core_count()) + 1}")
    settings.append(f"ulimit -f {limits.file_bytes // 512}")
    settings.append(f"ulimit -v {limits.memory_bytes // 1024} 2>/dev/null")
    if namespace and limits.processes is not None:
        settings.append(f"ulimit -u {limits.processes} 2>/dev/null || ulimit -p {limits.processes} 2>/dev/null")
    # the first process of a namespace is deaf to signals from within, so there the shell stays and takes that place
    settings.append('"$@"; exit $?' if namespace else 'exec "$@"')
    return ["/bin/sh", "-c", "; ".join(settings), "sh", *command]


def _started(words: Sequence[str], cwd: Path, env: Mapping[str, str], *passed: int) -> "subprocess.Popen[bytes]":
    """The process, in a session of its own, with pipes for its output and nothing to read but `passed` descriptors."""
    return subprocess.Popen(
        words,
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        pass_fds=passed,
    )


def _completed(
    start: Callable[[], "subprocess.Popen[bytes]"],
    cwd: Path,
    limits: Limits,
    writable: Sequence[Path],
    *,
    namespace: bool,
) -> Completed:
    ended = supervise(
        start,
        wall_seconds=limits.wall_seconds,
        output_bytes=limits.output_bytes,
        processes=limits.processes,
        room=Room(next(iter(writable), cwd), limits.disk_bytes),
    )
    if namespace and ended.status is not None and ended.status - 128 in _FATAL:
        # what tells of the end within a namespace can only say it as shells do
        return replace(ended, status=128 - ended.status)
    return ended
