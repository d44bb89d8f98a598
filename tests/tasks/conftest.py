"""A real compiler for the tasks' tests."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain


@pytest.fixture(scope="session")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))
