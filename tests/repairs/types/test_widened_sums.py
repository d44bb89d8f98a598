"""A declared sum becomes as wide as what is added to it, with the result that it goes into."""

import pytest

from sleepy_coder.agent.suggestions import search
from sleepy_coder.repairs.joint import joint
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

SUMS = """\
use std::collections::BTreeMap;

pub fn sums(é: &[(String, u64)]) -> BTreeMap<&str, u32> {
    let mut all = BTreeMap::new();
    for (name, n) in é {
        let sum: &mut u32 = all.entry(name.as_str()).or_default();
        *sum += n;
    }
    all
}
"""
COUNT = """\
pub fn count(é: &[u64]) -> bool {
    let mut sum: u32 = 0;
    for n in é {
        sum += *n;
    }
    sum > 9
}
"""


def mended(compiler: Compiler, text: str) -> set[str]:
    task = Task(id="t", files={"lib.rs": text}, oracle=Oracle("compile"), crate_type="lib")
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = [one for e in errors for one in search(judge, Situation(task.tree, errors, (e,)), depth=1, checks=12)]
    found = [one.verification.after for one in trials if one.verification.verdict == Verdict.FIXED]
    return {one.files["lib.rs"] for one in found if one is not None}


def test_the_sum_becomes_as_wide(compiler: Compiler) -> None:
    assert mended(compiler, COUNT) == {COUNT.replace("sum: u32", "sum: u64")}


def test_so_does_the_result(compiler: Compiler) -> None:
    text = SUMS.replace("+= n", "+= *n")
    assert mended(compiler, text) == {text.replace("u32", "u64")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    sum > 9", "    sum.swap_bytes() > 9"),
        ("é: &[u64]", "é: &[i64]"),
        ("let mut sum: u32 = 0;", "let mut sum = 0u32;"),
    ],
)
def test_what_goes_by_its_size_or_is_not_declared_stays(compiler: Compiler, old: str, new: str) -> None:
    tree = SourceTree({"lib.rs": COUNT.replace(old, new)}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors and not any(joint(error, tree) for error in errors)
