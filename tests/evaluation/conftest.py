"""A real compiler, and a tiny suite with its scripted model."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.task import Oracle, Task


@pytest.fixture(scope="session")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))


def index_task(name: str, vector: str, expected: str) -> Task:
    source = f'fn main() {{\n    let v = vec!{vector};\n    let i: i128 = 1;\n    println!("{{}}", v[i]);\n}}\n'
    return Task(id=name, family="index", files={"main.rs": source}, oracle=Oracle(kind="run", stdout=expected))


@pytest.fixture
def suite() -> tuple[Task, ...]:
    """Two tasks for a cast, one that the same cast mends into the wrong output, one for a suggestion, one green."""
    assigned = 'fn main() {\n    let total = 1;\n    total += 2;\n    println!("{}", total);\n}\n'
    return (
        index_task("cast-1", "[10, 20]", "20\n"),
        index_task("cast-2", "[30, 40]", "40\n"),
        index_task("wrong-output", "[50, 60]", "61\n"),
        Task(id="mut", family="mut", files={"main.rs": assigned}, oracle=Oracle(kind="run", stdout="3\n")),
        Task(id="green", files={"main.rs": "fn main() {}\n"}, oracle=Oracle(kind="compile")),
    )
