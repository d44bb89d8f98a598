"""Watching one process and all that it starts, until it ends or must be ended."""

import contextlib
import itertools
import os
import selectors
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

POLL_SECONDS = 0.02
GONE_SECONDS = 0.5  # in which a killed process is gone from its control group, at most
interrupted = threading.Event()
"""While this is set, whatever is watched is killed and `supervise` raises KeyboardInterrupt, in every thread.

An interrupt reaches the main thread alone; without this it would wait for the others' programs to end by themselves.
"""

_CGROUPS = Path("/sys/fs/cgroup")
_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class Completed:
    """How a command ended. `status` is negative for a signal and None when a limit made us kill it."""

    status: int | None
    stdout: bytes
    stderr: bytes
    seconds: float
    timed_out: bool
    truncated: bool
    overfilled: bool = False


class Room(NamedTuple):
    """The disk that `folder` lies on may lose so many bytes of free space while a command runs."""

    folder: Path
    limit_bytes: int


def supervise(
    start: Callable[[], "subprocess.Popen[bytes]"],
    *,
    wall_seconds: float,
    output_bytes: int,
    processes: int | None,
    room: Room | None = None,
) -> Completed:
    """Start a process, the leader of a new session, and gather its output until it ends or breaks a limit.

    `start` runs in a thread of its own, which it may confine, and which lives as long as the process: the kernel takes
    the death of a parent to be that of the thread. `processes` None trusts the command not to multiply, which saves
    some time. In the end the whole process group is killed. Raises what `start` raises.
    """
    started, ended = threading.Event(), threading.Event()
    process: subprocess.Popen[bytes] | None = None
    failure: Exception | None = None

    def parent() -> None:
        nonlocal process, failure
        try:
            process = start()
        except Exception as error:
            failure = error
        started.set()
        ended.wait()

    thread = threading.Thread(target=parent, name="sandbox", daemon=True)
    begun = time.monotonic()
    tasks = _task_count() if processes is not None else 0
    thread.start()
    started.wait()
    try:
        if process is None:
            raise failure or OSError("the process did not start")
        with _group_limit(process.pid, processes):
            return _watch(process, begun, tasks, wall_seconds, output_bytes, processes, room)
    finally:
        ended.set()


def _watch(
    process: "subprocess.Popen[bytes]",
    begun: float,
    tasks: int,
    wall_seconds: float,
    output_bytes: int,
    processes: int | None,
    room: Room | None,
) -> Completed:
    streams = [stream for stream in (process.stdout, process.stderr) if stream is not None]
    output = {stream.fileno(): bytearray() for stream in streams}
    timed_out = truncated = crowded = overfilled = False
    floor = shutil.disk_usage(room.folder).free - room.limit_bytes if room is not None else 0
    try:
        with selectors.DefaultSelector() as selector:
            for descriptor in output:
                selector.register(descriptor, selectors.EVENT_READ)
            while selector.get_map():
                ready = selector.select(POLL_SECONDS)
                if interrupted.is_set():
                    raise KeyboardInterrupt
                timed_out = time.monotonic() - begun > wall_seconds
                if processes is not None and _task_count() - tasks > processes:
                    crowded = _overcrowded(process.pid, processes)
                overfilled = room is not None and shutil.disk_usage(room.folder).free < floor
                if timed_out or truncated or crowded or overfilled:
                    break
                if not ready and process.poll() is not None:
                    # it may have written between the look and its end; a daemon may keep the pipes open after that
                    ready = selector.select(0)
                    if not ready:
                        break
                for key, _ in ready:
                    data = os.read(key.fd, 1 << 16)
                    output[key.fd] += data
                    truncated = truncated or len(output[key.fd]) > output_bytes
                    if not data:
                        selector.unregister(key.fd)
            else:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.0, begun + wall_seconds - time.monotonic()))
                timed_out = process.returncode is None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        status = process.wait()
        for stream in streams:
            stream.close()
    stdout, stderr = (bytes(data[:output_bytes]) for data in output.values())
    killed = timed_out or truncated or crowded or overfilled
    seconds = time.monotonic() - begun
    return Completed(None if killed else status, stdout, stderr, seconds, timed_out, truncated, overfilled)


@contextlib.contextmanager
def _group_limit(leader: int, processes: int | None) -> Iterator[None]:
    """Let the kernel cap the number of processes where we are root, whom the ordinary limit does not bind.

    A control group below our own; without one (none mounted, or read-only) `_overcrowded` is all there is.
    """
    root = sys.platform.startswith("linux") and os.geteuid() == 0
    group = _own_group() if root and processes is not None else None
    if group is None or processes is None:
        yield
        return
    group = group / f"sleepy-coder-{os.getpid()}-{next(_numbers)}"
    try:
        group.mkdir()
        # two more for the launchers around the command
        (group / "pids.max").write_text(str(processes + 2))
        for process in (leader, *_children(leader)):
            (group / "cgroup.procs").write_text(str(process))
    except OSError:
        pass
    try:
        yield
    finally:
        # what was killed needs a moment to be gone
        until = time.monotonic() + GONE_SECONDS
        while not _removed(group) and time.monotonic() < until:
            time.sleep(GONE_SECONDS / 100)


def _removed(group: Path) -> bool:
    try:
        group.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _own_group() -> Path | None:
    try:
        rows = [line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines()]
    except OSError:
        return None
    paths = {controllers: path.lstrip("/") for _, controllers, path in rows}
    group = _CGROUPS / "pids" / paths["pids"] if "pids" in paths else _CGROUPS / paths.get("", "")
    return group if (group / "cgroup.procs").exists() else None


def _task_count() -> int:
    """Processes and threads on this machine, 0 where it does not say. Cheap enough to ask at every turn."""
    if not sys.platform.startswith("linux"):
        return 0
    return int(Path("/proc/loadavg").read_text().split()[3].split("/")[1])


def _overcrowded(leader: int, most: int) -> bool:
    """Whether the leader's session, or the process namespace that it made, has more processes than that.

    Root is exempt from the limit on processes, so a fork bomb must be counted; the newest first, since it is in haste.
    """
    own = _namespace(os.getpid(), "pid")
    made = {_namespace(leader, "pid_for_children"), *(_namespace(child, "pid") for child in _children(leader))}
    made -= {None, own}
    count = 0
    for process in sorted((int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()), reverse=True):
        with contextlib.suppress(OSError):
            count += _namespace(process, "pid") in made if made else os.getsid(process) == leader
        if count > most:
            return True
    return False


def _children(process: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _namespace(process: int, kind: str) -> int | None:
    try:
        return Path(f"/proc/{process}/ns/{kind}").stat().st_ino
    except OSError:
        return None
