"""The compiler is found as its user would expect, without rustup's launcher in front of it."""

import os
from pathlib import Path

import pytest

from sleepy_coder.errors import ToolchainMissing
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain


@pytest.fixture(autouse=True)
def fresh() -> None:
    find_toolchain.cache_clear()


def test_the_launcher_is_resolved_to_the_program_behind_it(toolchain: Toolchain) -> None:
    assert toolchain.version.startswith("rustc 1.")
    assert toolchain.rustc.is_relative_to(toolchain.sysroot)
    assert toolchain.rustc.resolve().name != "rustup"
    assert os.access(toolchain.cargo, os.X_OK)


def test_a_named_compiler_comes_before_the_path(
    toolchain: Toolchain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "rustc"
    link.symlink_to(toolchain.rustc)
    monkeypatch.setenv("SLEEPY_CODER_RUSTC", str(link))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CARGO_HOME", str(tmp_path))
    assert find_toolchain().version == toolchain.version


def test_a_folder_without_path_entries_still_finds_the_usual_place(
    toolchain: Toolchain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARGO_HOME", str(toolchain.sysroot))
    monkeypatch.setenv("PATH", "/nowhere")
    assert find_toolchain().rustc == toolchain.rustc


def test_what_is_missing_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CARGO_HOME", str(tmp_path))
    with pytest.raises(ToolchainMissing, match="rustup"):
        find_toolchain()
    monkeypatch.setenv("SLEEPY_CODER_RUSTC", "/bin/false")
    with pytest.raises(ToolchainMissing, match="SLEEPY_CODER_RUSTC=/bin/false"):
        find_toolchain()
