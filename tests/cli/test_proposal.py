"""What a user is told of a repair."""

from pathlib import Path

import pytest

from sleepy_coder.agent.outcome import Mended, Outcome, reported
from sleepy_coder.cli.proposal import report
from sleepy_coder.cli.target import Target
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Verdict


@pytest.mark.parametrize(
    ("after", "deleted"),
    [
        ("fn a() {}\nfn main() {}\n", ["fn a"]),
        ("fn a() {}\nfn b() {}\nfn main() {}\n", []),
        ("fn a() {}\nfn a() { f() }\nfn main() {}\n", []),
    ],
)
def test_items_that_a_repair_deletes_are_named(
    after: str, deleted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"a.rs": "fn a() {}\nfn a() {}\nfn main() {}\n"}
    task = Task(id="a", files=files, oracle=Oracle("compile"))
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    target = Target(TaskProject(task, compiler), tmp_path, "a.rs", "file", ())
    outcome = Outcome(Verdict.FIXED, "it compiles", task.tree, SourceTree({"a.rs": after}), (), (), (), (), 0.0)
    report(target, outcome, (), asked=False).show()
    said = capsys.readouterr().err
    assert [line for line in said.splitlines() if "deleted" in line] == [
        f"look at the diff: `{name}` is deleted" for name in deleted
    ]


def test_a_cast_that_may_cut_a_value_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "fn low(n: u64) -> u32 {\n    n\n}\nfn main() {}\n"
    task = Task(id="a", files={"a.rs": source}, oracle=Oracle("compile"))
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    target = Target(TaskProject(task, compiler), tmp_path, "a.rs", "file", ())
    (error,) = map(reported, compiler.check(task.tree).errors)
    for mended, told in (("n as u32", True), ("n as u32\r", True), ("n.try_into().unwrap()", False)):
        after = SourceTree({"a.rs": source.replace("    n\n", f"    {mended}\n")})
        one = Mended(error, 2, None, 0.0, Verdict.FIXED, task.tree, after)
        outcome = Outcome(Verdict.FIXED, "it compiles", task.tree, after, (error,), (), (one,), (), 0.0)
        report(target, outcome, (), asked=False).show()
        line = "look at the diff: `as u32` may cut a value, a.rs:2: E0308 mismatched types"
        assert (line in capsys.readouterr().err.splitlines()) == told
