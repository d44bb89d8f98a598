"""What a user is told of a repair."""

from pathlib import Path

import pytest

from sleepy_coder.agent.outcome import Mended, Outcome, reported
from sleepy_coder.cli.proposal import report
from sleepy_coder.cli.target import Target
from sleepy_coder.episodes.episode import Attempt
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
    report(target, outcome, (), asked=False, needed=3).show()
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
        report(target, outcome, (), asked=False, needed=3).show()
        line = "look at the diff: `as u32` may cut a value, a.rs:2: E0308 mismatched types"
        assert (line in capsys.readouterr().err.splitlines()) == told


def test_what_was_tried_for_an_error_that_is_left_beside_a_mended_one_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "fn a() -> u8 {\n    true\n}\nfn b() -> u8 {\n    \"b\"\n}\nfn main() {\n    let n: u8 = 'c';\n}\n"
    task = Task(id="a", files={"a.rs": source}, oracle=Oracle("compile"))
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    target = Target(TaskProject(task, compiler), tmp_path, "a.rs", "file", ())
    first, *errors = map(reported, compiler.check(task.tree).errors)
    after = SourceTree({"a.rs": source.replace("    true\n", "    // one\n    1\n")})
    left = tuple(map(reported, compiler.check(after).errors))
    assert len(left) == len(errors) == 2
    tried = [
        Attempt(2, None, tree.digest, None, error, None, (), "", 1, 0.0, "BROKEN", evidence)
        for tree, error, evidence in ((task.tree, errors[0], "E0425"), (after, left[0], "E0433"))
    ]
    mended = Mended(first, 0, None, 0.0, Verdict.ADVANCED, task.tree, after)
    for attempts, said in (
        ((), "left, nobody had a proposal"),
        (tried[:1], "left, the only proposal was of no use: E0425"),
        (tried, "left, none of 2 proposals was of use, the nearest: E0425"),
    ):
        outcome = Outcome(
            Verdict.ADVANCED, "", task.tree, after, (first, *errors), left, (mended,), tuple(attempts), 0.0
        )
        report(target, outcome, (), asked=False, needed=3).show()
        lines = [line for line in capsys.readouterr().err.splitlines() if ": left" in line]
        assert said in lines[0] and lines[1].endswith("left, nobody had a proposal")
