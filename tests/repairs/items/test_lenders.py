"""A result borrows from the one parameter that the body takes it from, and from all where it takes it from several."""

import pytest

from sleepy_coder.agent.suggestions import search
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

MAIN = "\nfn main() {}\n"
MENDED = {
    "the first": (
        "fn get(é: &Vec<String>, n: &usize) -> Option<&str> {\n    é.get(*n).map(|s| s.as_str())\n}\n",
        "fn get<'a>(é: &'a Vec<String>, n: &usize) -> Option<&'a str> {\n    é.get(*n).map(|s| s.as_str())\n}\n",
    ),
    "the second, of a generic function": (
        "fn cut<T>(\n    n: &usize,\n    all: &[T],\n) -> (&[T], &[T]) {\n    all.split_at(*n)\n}\n",
        "fn cut<'a, T>(\n    n: &usize,\n    all: &'a [T],\n) -> (&'a [T], &'a [T]) {\n    all.split_at(*n)\n}\n",
    ),
    "either": (
        "fn long(a: &str, b: &str) -> &str {\n    if a > b { a } else { b }\n}\n",
        "fn long<'a>(a: &'a str, b: &'a str) -> &'a str {\n    if a > b { a } else { b }\n}\n",
    ),
    "none, as far as the body says": (
        'fn long(_: &str, _: &str) -> &str {\n    "a"\n}\n',
        "fn long<'a>(_: &'a str, _: &'a str) -> &'a str {\n    \"a\"\n}\n",
    ),
    "one of three, and not what is written to": (
        "fn put(all: &mut Vec<u8>, a: &str, b: &u8) -> &str {\n    all.push(*b);\n    a\n}\n",
        "fn put<'a>(all: &mut Vec<u8>, a: &'a str, b: &u8) -> &'a str {\n    all.push(*b);\n    a\n}\n",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_lifetime_is_given_to_what_the_result_borrows_from(compiler: Compiler, name: str) -> None:
    broken, mended = (text + MAIN for text in MENDED[name])
    task = Task(id="t", files={"main.rs": broken}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors[:1]), depth=1, checks=12)
    fixed = next(trial for trial in trials if trial.verification.verdict == Verdict.FIXED)
    assert fixed.verification.after is not None and fixed.verification.after.files["main.rs"] == mended


def test_what_has_no_body_borrows_from_all(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": f"trait Find {{\n    fn find(all: &[u8], one: &u8) -> &u8;\n}}\n{MAIN}"})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
