"""Where a result came from: what every file under `results/` carries so that a stranger can judge and repeat it.

No host name, user name or absolute path is recorded; an absolute path in the command is cut to its last part.
"""

import hashlib
import importlib.metadata
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

OWN_NAMES = ("sleepy-coder", "main.py", "__main__.py")


def provenance(
    *,
    full: bool,
    seeds: Sequence[int] = (),
    digests: Mapping[str, str] | None = None,
    rustc: str | None = None,
    command: Sequence[str] | None = None,
) -> dict[str, Any]:
    """The record for one run: `full` or quick, its seeds, and the digests of what went in (suite, model, library)."""
    return {
        "command": _typed(sys.argv if command is None else command),
        "commit": _commit(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(rustc),
        "seeds": list(seeds),
        "digests": dict(sorted((digests or {}).items())),
        "run": "full" if full else "quick",
    }


def machine(rustc: str | None = None) -> dict[str, Any]:
    """The hardware and the versions that can change a number or a second."""
    import psutil

    return {
        "cpu": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_bytes": psutil.virtual_memory().total,
        "os": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "torch": _installed("torch"),
        "transformers": _installed("transformers"),
        "sleepy_coder": _installed("sleepy-coder"),
        "rustc": rustc,
    }


def source_digest(*packages: str) -> str:
    """SHA-256 over all modules of these packages and of those below them: by it a cache knows other code."""
    sha = hashlib.sha256()
    for package in packages:
        for name, content in _modules(resources.files(package), package):
            sha.update(f"{name}\0".encode() + content)
    return sha.hexdigest()


def _modules(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _modules(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{name}/{entry.name}", entry.read_bytes()


def _typed(command: Sequence[str]) -> list[str]:
    """What anybody may type to have the same: Python calls the program by the file that it began with."""
    words = [_without_folders(word) for word in command]
    return ["sleepy-coder", *words[1:]] if words and Path(words[0]).name in OWN_NAMES else words


def _without_folders(word: str) -> str:
    option, equals, value = word.rpartition("=")
    return f"{option}{equals}{Path(value).name if Path(value).is_absolute() else value}"


def _installed(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _commit() -> str | None:
    """The commit of the source tree that runs, "+" when it was changed since; None for an installed package."""
    root = Path(__file__).resolve().parents[2]
    if not (root / ".git").exists():
        return None
    try:
        head = _git(root, "rev-parse", "HEAD").strip()
        changed = _git(root, "status", "--porcelain", "--untracked-files=no", "--", "src").strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return head + ("+" if changed else "")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, timeout=10, check=True)
    return done.stdout
