"""A parameter becomes as wide as the field that is given for it, where nothing speaks against it."""

import pytest

from sleepy_coder.agent.suggestions import search
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

FILES = """\
pub struct Entry {
    pub size: u64,
}

pub fn shown(é: &str, n: u32) -> String {
    let mut n = n;
    while n > 999 {
        n /= 1000;
    }
    format!("{é}{n}")
}

pub fn line(e: &Entry) -> String {
    shown("a", e.size)
}
"""


def mended(compiler: Compiler, text: str) -> list[str]:
    task = Task(id="t", files={"lib.rs": text}, oracle=Oracle("compile"), crate_type="lib")
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    found = [one.verification.after for one in trials if one.verification.verdict == Verdict.FIXED]
    return [one.files["lib.rs"] for one in found if one is not None]


def test_the_parameter_becomes_as_wide(compiler: Compiler) -> None:
    assert mended(compiler, FILES)[0] == FILES.replace("n: u32", "n: u64")


def test_what_was_cut_before_or_is_compared_is_no_matter(compiler: Compiler) -> None:
    text = FILES.replace("let mut n = n;", "let mut n = u64::from(n as u8) + (n > 3) as u64;")
    assert mended(compiler, text)[0] == text.replace("n: u32", "n: u64")


def test_another_caller_keeps_it_narrow(compiler: Compiler) -> None:
    text = FILES + '\npub fn one(n: u32) -> String {\n    shown("b", n)\n}\n'
    assert mended(compiler, text) and not any("n: u64" in one for one in mended(compiler, text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("n: u32) -> String {\n    let mut n = n;", "n: u32) -> String {\n    let mut n = n.swap_bytes();"),
        ("let mut n = n;", "let mut n = n as i64;"),
        ("let mut n = n;", "let mut n = (n << 3) / 8;"),
        ("let mut n = n;", "let mut n = !n;"),
        ("let mut n = n;", "let mut n = std::mem::size_of_val(&n);"),
        ("let mut n = n;", 'let mut n = n;\n    println!("{}", !n);'),
        ("let mut n = n;", "let k = n / 2;\n    let mut n = k.leading_zeros();"),
        ("let mut n = n;", 'let mut n = n;\n    println!("{}", n as i64);'),
        ('shown("a", e.size)', 'let n = e.size;\n    shown("a", n)'),
        ("pub size: u64", "pub size: i64"),
        ("pub fn shown", 'pub extern "C" fn shown'),
    ],
)
def test_what_goes_by_its_size_or_is_no_wider_field_stays(compiler: Compiler, old: str, new: str) -> None:
    tree = SourceTree({"lib.rs": FILES.replace(old, new)}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert not foremost(error, tree)
