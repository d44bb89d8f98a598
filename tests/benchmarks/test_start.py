from pathlib import Path

import pytest

from sleepy_coder.benchmarks.start import PROGRAM, Fixed, Probed, fix_once, help_cpu_seconds, probe
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain


def test_the_measured_program_has_one_error_and_one_suggestion() -> None:
    found = Compiler(find_toolchain(), best_sandbox(required=False)).check(
        SourceTree({"main.rs": PROGRAM.format(number=7)})
    )
    assert [error.code for error in found.errors] == ["E0384"]
    assert sum(span.replacement is not None for child in found.errors[0].children for span in child.spans) == 1


def test_every_compile_of_the_run_is_taken_off_once() -> None:
    assert Fixed(Probed(1.0, 0.9, (), 3), 0.2).own_seconds == pytest.approx(0.4)


def test_help_takes_time_and_imports_nothing_heavy(tmp_path: Path) -> None:
    assert 0 < help_cpu_seconds(tmp_path) < 60
    assert probe(tmp_path, ["--help"], expected=0).heavy == ()


def test_a_fix_by_suggestions_compiles_and_imports_nothing_heavy(tmp_path: Path) -> None:
    fixed = fix_once(tmp_path, 11, find_toolchain())
    assert fixed.probed.heavy == ()
    assert fixed.probed.compiles >= 2
    assert fixed.probed.cpu_seconds > 0
    assert fixed.rustc_seconds < fixed.probed.seconds


def test_a_measured_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="status 2"):
        probe(tmp_path, ["no-such-command"], expected=0)
