"""The owner's repairs of one green state."""

from collections.abc import Sequence

import pytest

from sleepy_coder.curation import owner
from sleepy_coder.curation.owner import OwnerRepairs
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import Project, TaskProject
from sleepy_coder.tasks.task import Oracle, Task

RED = """\
fn main() {
    let a = 1;
    a += 1;
    let b = 2;
    b += 1;
    println!("{a} {b}");
}
"""


def test_each_error_has_its_share_of_the_time_and_what_one_leaves_serves_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))
    task = Task(id="t", files={"main.rs": RED.replace("let ", "let mut ")}, oracle=Oracle("compile"))
    project, red = TaskProject(task, compiler), SourceTree({"main.rs": RED})
    errors = project.check_many([red])[0].errors
    ends: list[float] = []

    def reduced(
        project: Project, before: SourceTree, all_: Sequence[Diagnostic], one: Diagnostic, green: SourceTree, end: float
    ) -> None:
        ends.append(end)

    monkeypatch.setattr(owner, "reduce_repair", reduced)
    monkeypatch.setattr(owner.time, "monotonic", lambda: 1000.0)
    repairs = OwnerRepairs()
    repairs.met("e", red, errors)
    assert list(repairs.green(project, "watch")) == []
    assert ends == [1000 + owner.REDUCTION_SECONDS / 2, 1000 + owner.REDUCTION_SECONDS]
