"""A constant gets the type that its uses need, and the usual one where they need none."""

import pytest

from sleepy_coder.agent.suggestions import search
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict


@pytest.mark.parametrize(
    ("constant", "use", "typed"),
    [
        ("const É = 10;", "fn f(n: u8) -> bool { n < É }", "const É: u8 = 10;"),
        ("static É = 0.5;", "fn f(n: f32) -> f32 { n * É }", "static É: f32 = 0.5;"),
        ("const É = [1, 2];", "fn f() -> u64 { É.iter().sum() }", "const É: [u64; 2] = [1, 2];"),
        ("const É = 10;", "fn f() -> String { É.to_string() }", "const É: i32 = 10;"),
    ],
)
def test_what_uses_it_says_its_type(compiler: Compiler, constant: str, use: str, typed: str) -> None:
    task = Task(id="t", files={"lib.rs": f"{constant}\npub {use}\n"}, oracle=Oracle("compile"), crate_type="lib")
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=24)
    fixed = [trial.edits for trial in trials if trial.verification.verdict == Verdict.FIXED]
    assert task.tree.apply(fixed[0]).files["lib.rs"] == f"{typed}\npub {use}\n"
