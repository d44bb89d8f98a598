"""Which rustc and cargo to use.

rustup's `rustc` is a launcher that costs some 50 ms a call and obeys `rust-toolchain.toml` of whatever folder it is
called in; the program behind it does neither, so that is what we call.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sleepy_coder.errors import ToolchainMissing, UsageError

VARIABLE = "SLEEPY_CODER_RUSTC"
_LINT = re.compile(r"[a-z][a-z0-9_]*(?:::[a-z][a-z0-9_]*)?")
ADVICE = "install Rust from https://rustup.rs (rustup default stable), or set SLEEPY_CODER_RUSTC to a rustc"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """One compiler. `version` is its own line, such as `rustc 1.95.0 (...)`; `sysroot` holds its programs and the
    standard library.
    """

    rustc: Path
    cargo: Path
    version: str
    sysroot: Path
    linker: Path | None = None

    @property
    def minor(self) -> int:
        """The 95 of 1.95.0."""
        return int(self.version.split()[1].split(".")[1])

    @property
    def linker_folders(self) -> tuple[Path, ...]:
        """Where a C linker lies that is not among the system's own programs, as a search path."""
        return () if self.linker is None or self.linker.is_relative_to("/usr") else (self.linker.parent,)

    @property
    def readable(self) -> tuple[Path, ...]:
        """The folders that a contained compiler must read besides the system's own."""
        return (self.sysroot, *(folder.resolve().parent for folder in self.linker_folders))


@dataclass(frozen=True, slots=True)
class Lints:
    """Lints that count as errors, and the driver of clippy that knows them and takes rustc's place."""

    driver: Path
    names: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        """What `cargo clippy` tells the driver: to look at the package itself, not at others of its workspace."""
        words = ("--no-deps", *(word for name in self.names for word in ("-D", name)))
        return {"CLIPPY_ARGS": "".join(f"{word}__CLIPPY_HACKERY__" for word in words)}


def find_lints(toolchain: Toolchain, names: Sequence[str]) -> Lints:
    """Those lints of the clippy that belongs to a toolchain. Raises ToolchainMissing without it, UsageError for what is
    no lint's name.
    """
    wrong = next((name for name in names if not _LINT.fullmatch(name)), None)
    if wrong is not None or not names:
        raise UsageError(f"`clippy_lints` must name lints such as clippy::all or unused_variables, not {wrong!r}")
    driver = toolchain.rustc.with_name("clippy-driver")
    if not os.access(driver, os.X_OK):
        raise ToolchainMissing(
            f"there is no clippy beside {toolchain.rustc}: `rustup component add clippy` installs it"
        )
    return Lints(driver, tuple(names))


@cache
def find_toolchain() -> Toolchain:
    """The compiler that SLEEPY_CODER_RUSTC, PATH or ~/.cargo/bin leads to. Raises ToolchainMissing, saying what to
    install.
    """
    named = os.environ.get(VARIABLE)
    if named:
        toolchain = _toolchain(Path(named))
        if toolchain is None:
            raise ToolchainMissing(f"{VARIABLE}={named} is no usable rustc with a cargo beside it; {ADVICE}")
        return toolchain
    for rustc in _candidates():
        toolchain = _toolchain(rustc)
        if toolchain is not None:
            return toolchain
    raise ToolchainMissing(f"no usable rustc found on PATH or in ~/.cargo/bin; {ADVICE}")


def _candidates() -> Iterator[Path]:
    found = shutil.which("rustc")
    if found:
        yield Path(found)
    yield Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo")) / "bin" / "rustc"


def _toolchain(rustc: Path) -> Toolchain | None:
    printed = _output(rustc, "--print=sysroot")
    if printed is None:
        return None
    sysroot = Path(printed)
    real = sysroot / "bin" / "rustc"
    real = real if os.access(real, os.X_OK) else rustc.resolve()
    cargo = next((path for path in (real.parent / "cargo", rustc.parent / "cargo") if os.access(path, os.X_OK)), None)
    found = str(cargo) if cargo else shutil.which("cargo")
    version = _output(real, "--version")
    if not found or not version:
        return None
    linker = shutil.which("cc")
    return Toolchain(real, Path(found), version, sysroot, Path(linker) if linker else None)


def _output(program: Path, argument: str) -> str | None:
    try:
        # away from the caller's folder, whose rust-toolchain.toml would otherwise choose the compiler
        done = subprocess.run([program, argument], capture_output=True, text=True, timeout=60, cwd="/", check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
