"""The real compiler in the real sandbox, shared by the tests of this folder."""

import pytest
from hypothesis import settings

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, Sandbox, best_sandbox
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain

# a machine that is busy is slow, not wrong
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def toolchain() -> Toolchain:
    return find_toolchain()


@pytest.fixture(scope="session")
def sandbox() -> Sandbox:
    return best_sandbox(required=True)


@pytest.fixture(scope="session")
def compiler(toolchain: Toolchain, sandbox: Sandbox) -> Compiler:
    return Compiler(toolchain, sandbox, Limits(wall_seconds=120))
