"""A result becomes as wide as the value, where its callers allow it."""

import pytest

from sleepy_coder.agent.suggestions import search
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

USED = """\
pub fn used(é: &[u64]) -> u32 {
    let mut sum = 0;
    for one in é {
        sum += one;
    }
    sum
}

pub fn full(é: &[u64]) -> bool {
    used(é) > 9
}
"""


def mended(compiler: Compiler, text: str) -> list[str]:
    task = Task(id="t", files={"lib.rs": text}, oracle=Oracle("compile"), crate_type="lib")
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    found = [one.verification.after for one in trials if one.verification.verdict == Verdict.FIXED]
    return [one.files["lib.rs"] for one in found if one is not None]


def test_a_caller_that_takes_any_number_gets_the_wider_one(compiler: Compiler) -> None:
    assert mended(compiler, USED)[0] == USED.replace("-> u32", "-> u64")


def test_a_caller_that_needs_the_narrow_one_keeps_it(compiler: Compiler) -> None:
    text = USED + "\npub fn rest(é: &[u64], all: u32) -> u32 {\n    all - used(é)\n}\n"
    assert mended(compiler, text) and not any("-> u64" in one for one in mended(compiler, text))


@pytest.mark.parametrize(
    "text",
    [
        USED[: USED.index("pub fn full")],  # who calls it is not to be seen
        "trait Size {\n    fn size(&self) -> u32;\n}\n\n"
        "impl Size for u64 {\n    fn size(&self) -> u32 {\n        *self\n    }\n}\n",
        USED + "\npub fn bytes(é: &[u64]) -> [u8; 4] {\n    used(é).to_le_bytes()\n}\n",
        USED + "\npub fn bytes(é: &[u64]) -> [u8; 4] {\n    let n = used(é);\n    n.to_le_bytes()\n}\n",
        USED + "\npub fn rest(é: &[u64]) -> i64 {\n    (used(é) + 1) as i64\n}\n",
        USED + '\npub fn show(é: &[u64]) {\n    println!("{}", used(é) as i64);\n}\n',
        'extern "C" fn f(n: u64) -> u32 {\n    n\n}\n',
        "fn f(n: u32) -> i32 {\n    n\n}\n",  # not wider
    ],
)
def test_what_others_rely_on_stays(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"lib.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert not foremost(error, tree)
