"""The peer: cargo's own `cargo fix --broken-code`, which applies the compiler's certain suggestions."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.rust.compiler import base_environment
from sleepy_coder.rust.confinement import landlock_version
from sleepy_coder.rust.crates.cargo import CRATE_LIMITS, Crate
from sleepy_coder.rust.crates.packages import find_package
from sleepy_coder.rust.sandbox import LayeredSandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import Toolchain


class CargoFixed(NamedTuple):
    """What cargo made of a tree, and how long it took, building from nothing included."""

    tree: SourceTree
    seconds: float


def cargo_fix(crate: Crate, broken: SourceTree, toolchain: Toolchain) -> CargoFixed:
    """Let cargo fix what a check of `crate` covers, in a copy of its own. Raises EnvironmentFault where files cannot be
    protected.

    cargo talks to itself through a port, so there is no namespace without a network; files are confined all the same.
    """
    if not landlock_version():
        raise EnvironmentFault("`cargo fix` needs Landlock to be contained here: run this on Linux 5.13 or later")
    sandbox = LayeredSandbox(namespaces=False, landlock=True, seccomp=False)
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        base = Path(name)
        for part in ("copy", "target", "cargo", "tmp"):
            (base / part).mkdir()
        package = crate.lay_out(base / "copy", broken)
        env = base_environment(toolchain, base) | {
            "CARGO_HOME": str(base / "cargo"),
            "CARGO_TARGET_DIR": str(base / "target"),
            "RUSTC": str(toolchain.rustc),
        }
        flags = ["--broken-code", "--allow-no-vcs", "--allow-dirty", "--offline", *crate.targets]
        began = time.monotonic()
        sandbox.run(
            [str(toolchain.cargo), "fix", *flags],
            cwd=package,
            env=env,
            limits=replace(CRATE_LIMITS, ports=True),
            writable=[base],
            readable=toolchain.readable,
        )
        return CargoFixed(find_package(package).read_tree(), time.monotonic() - began)
