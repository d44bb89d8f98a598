"""A table of a manifest is for this machine exactly where cargo would say so."""

import pytest

from sleepy_coder.rust.crates.platforms import applies, here
from sleepy_coder.rust.toolchain import Toolchain

LINUX = frozenset({"unix", 'target_os="linux"', 'target_arch="x86_64"', "x86_64-unknown-linux-gnu"})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cfg(unix)", True),
        ("cfg(windows)", False),
        ('cfg(target_os = "linux")', True),
        ('cfg(target_os="windows")', False),
        ('cfg(not(target_os = "windows"))', True),
        ('cfg(any(windows, all(unix, not(target_arch = "wasm32"))))', True),
        ('cfg(all(unix, target_os = "macos"))', False),
        ("cfg(any())", False),
        ("cfg(all())", True),
        ('cfg(feature = "x")', False),
        ("x86_64-unknown-linux-gnu", True),
        ("x86_64-pc-windows-msvc", False),
        ("cfg(any(unix", True),
    ],
)
def test_conditions(name: str, expected: bool) -> None:
    assert applies(name, LINUX) is expected


def test_this_machine_is_asked(toolchain: Toolchain) -> None:
    holding = here(toolchain.rustc)
    assert applies("cfg(any(unix, windows))", holding) and not applies('cfg(target_os = "nothing")', holding)
