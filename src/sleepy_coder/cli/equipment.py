"""What most commands need before they can start: settings, a contained compiler, the owner's word on a crate."""

import sys
from pathlib import Path

import msgspec

from sleepy_coder.durable import make_folder, storage_fault, write_atomically
from sleepy_coder.errors import StoreProblem
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, Sandbox, best_sandbox
from sleepy_coder.rust.toolchain import Lints, find_toolchain
from sleepy_coder.settings import Settings

SCHEMA = "sleepy-coder/trusted/1"


class Trusted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The crates that their owner vouches for, by absolute path."""

    schema: str = SCHEMA
    paths: tuple[str, ...] = ()


def trusted(paths: Paths) -> tuple[Path, ...]:
    """What `trust` was told so far."""
    try:
        content = paths.trusted.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as problem:
        raise storage_fault(problem, paths.trusted) from problem
    try:
        return tuple(Path(path) for path in msgspec.json.decode(content, type=Trusted).paths)
    except msgspec.MsgspecError as problem:
        raise StoreProblem(f"{paths.trusted} is damaged ({problem}): remove it and trust your crates anew") from problem


def trust(paths: Paths, crate: Path) -> None:
    """Remember the owner's word on one crate."""
    make_folder(paths.home)
    known = {str(path) for path in trusted(paths)} | {str(crate.resolve())}
    write_atomically(paths.trusted, msgspec.json.encode(Trusted(paths=tuple(sorted(known)))) + b"\n")


def is_trusted(paths: Paths, crate: Path) -> bool:
    """Whether a path is, or lies in, a crate that the owner vouched for."""
    return any(crate.resolve().is_relative_to(path) for path in trusted(paths))


def sandbox(settings: Settings, *, vouched_for: bool = False) -> Sandbox:
    """The strongest sandbox there is. Raises SandboxUnavailable where strangers' code could touch the owner's files."""
    return best_sandbox(required=settings.sandbox == "required" and not vouched_for)


def compiler(settings: Settings, *, vouched_for: bool = False, lints: Lints | None = None) -> Compiler:
    """rustc for programs without dependencies: tasks, suites, single files."""
    limits = Limits(settings.check_wall_seconds, settings.memory_bytes, settings.output_bytes)
    return Compiler(find_toolchain(), sandbox(settings, vouched_for=vouched_for), limits, lints)


def registry(settings: Settings) -> Registry:
    """The versions of the library of the model that is used."""
    return Registry(find_paths().of(settings.model).base)


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty()
