"""A type that could be copied is copied where several of its moves are wrong; where one is, rustc comes first."""

import pytest

from sleepy_coder.agent.suggestions import likelier, search
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

KIND = "#[derive(Clone, Copy, Debug, PartialEq)]\nenum Kind {\n    A,\n    B(u8),\n}\n\n"
POINT = (
    "#[derive(\n    Debug,\n    Clone, PartialEq\n)]\n/// A point.\nstruct É<'a> {\n    x: (i32, Option<[f64; 2]>),\n"
    "    kind: Kind,\n    name: &'a str,\n}\n\n"
)
USES = (
    "fn eat(_: É) {}\n\nfn twice(p: É) {\n    eat(p);\n    eat(p);\n}\n\nfn of<'a>(p: &É<'a>) -> É<'a> {\n    *p\n}\n"
)
MAIN = "\nfn main() {}\n"


def test_what_derives_clone_and_holds_only_copies_is_copied_by_one_edit(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": KIND + POINT + USES + MAIN})
    mended = KIND + POINT.replace("Clone", "Clone, Copy") + USES + MAIN
    errors = compiler.check(tree).errors
    firsts = [tree.apply(likelier(error, tree)[0][1]).files["main.rs"] for error in errors]
    assert firsts == [mended, mended] and compiler.check(SourceTree({"main.rs": mended})).green


def test_one_wrong_move_is_mended_at_its_place(compiler: Compiler) -> None:
    once = "fn eat(_: É) {}\n\nfn twice(p: É) {\n    eat(p);\n    eat(p);\n}\n"
    task = Task(id="t", files={"main.rs": KIND + POINT + once + MAIN}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    fixed = [trial for trial in trials if trial.verification.verdict == Verdict.FIXED]
    assert fixed[0].verification.after is not None and ".clone()" in fixed[0].verification.after.files["main.rs"]


@pytest.mark.parametrize(
    ("crate_type", "text"),
    [
        ("bin", "struct É(u8);\n\n"),  # meant to be moved
        ("bin", "#[derive(Clone)]\nstruct É(String);\n\n"),
        ("bin", "#[derive(Clone)]\nstruct É(Kind);\n\n#[derive(Clone)]\nstruct Kind;\n\n"),
        ("lib", "#[derive(Clone)]\npub struct É(u8);\n\n"),
        (
            "bin",
            "#[derive(Clone)]\nstruct É(u8);\n\nimpl Iterator for É {\n    type Item = u8;\n\n"
            "    fn next(&mut self) -> Option<u8> {\n        None\n    }\n}\n\n",
        ),
    ],
)
def test_what_may_be_meant_to_be_moved_is_not_copied(compiler: Compiler, crate_type: str, text: str) -> None:
    uses = "fn eat(_: É) {}\n\npub fn twice(p: É) {\n    eat(p);\n    eat(p);\n}\n"
    tree = SourceTree({"main.rs": text + uses + MAIN}, crate_type=crate_type)
    (error,) = compiler.check(tree).errors
    assert not implied(error, tree) and not foremost(error, tree, among_others=True)
