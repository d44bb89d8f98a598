import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain


@pytest.fixture(scope="session")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))
