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


COUNT = "#[derive(Clone)]\nstruct É {\n    n: u8,\n}\n\n"
LOST = {
    "in what takes it": (
        "fn add(mut e: É) {\n    e.n += 1;\n}\n\nfn f(e: É) -> u8 {\n    add(e);\n    add(e);\n    e.n\n}\n"
    ),
    "in what it gives back": (
        "impl É {\n    fn more(self) -> É {\n        É { n: self.n + 1 }\n    }\n}\n\n"
        "fn f(e: É) -> u8 {\n    e.more();\n    e.n\n}\n"
    ),
    "in a closure": (
        "fn f(mut e: É) -> u8 {\n    let mut add = move || {\n        e.n += 1;\n        let _ = &e;\n    };\n"
        "    add();\n    e.n\n}\n"
    ),
    "in each copy": (
        "impl É {\n    fn draw(&mut self) -> u8 {\n        self.n *= 5;\n        self.n\n    }\n}\n\n"
        "fn roll(e: É) -> u8 {\n    let mut e = e;\n    e.draw()\n}\n\nfn f(e: É) -> u8 {\n    roll(e) + roll(e)\n}\n"
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_a_change_is_not_made_to_a_copy_that_nobody_sees(compiler: Compiler, name: str) -> None:
    tree = SourceTree({"main.rs": COUNT + LOST[name] + "\nfn main() {\n    f(É { n: 1 });\n}\n"})
    errors = compiler.check(tree).errors
    ways = [one for error in errors for one in (*implied(error, tree), *foremost(error, tree, among_others=True))]
    assert errors and not [one for one in ways if one.message.startswith("copy ")]
