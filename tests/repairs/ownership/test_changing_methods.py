"""A method that comes to change its owner takes along those that call it, and the locals that it is called on."""

from collections.abc import Mapping

import pytest

from sleepy_coder.repairs.joint import joint
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

DESK = """\
pub struct Desk {
    n: u32,
}

impl Desk {
    pub fn new() -> Self {
        Desk { n: 0 }
    }

    pub fn é(&self) -> u32 {
        self.n += 1;
        self.n
    }

    pub fn two(&self) -> (u32, u32) {
        (self.é(), self.é())
    }

    pub fn seen(&self) -> u32 {
        self.n
    }
}
"""
MAIN = """\
mod desk;

use desk::Desk;

fn main() {
    let desk = Desk::new();
    let idle = Desk::new();
    println!("{:?} {}", desk.two(), desk.é() + idle.seen());
}
"""


def ways(compiler: Compiler, files: Mapping[str, str]) -> list[dict[str, str]]:
    tree = SourceTree(files)
    (error,) = compiler.check(tree).errors
    return [dict(tree.apply(one.edits).files) for one in joint(error, tree)]


def test_they_go_together(compiler: Compiler) -> None:
    (after,) = ways(compiler, {"main.rs": MAIN, "desk.rs": DESK})
    desk = DESK.replace("é(&self)", "é(&mut self)").replace("two(&self)", "two(&mut self)")
    assert after == {"main.rs": MAIN.replace("let desk", "let mut desk"), "desk.rs": desk}
    assert compiler.check(SourceTree(after)).green


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "    pub fn two",
            "}\n\npub trait Two {\n    fn two(&self) -> (u32, u32);\n}\n\nimpl Two for Desk {\n    fn two",
        ),
        (
            "    pub fn two(&self) -> (u32, u32) {\n        (self.é(), self.é())",
            "    pub fn two(&self) -> (u32, u32) {\n        (1, 1)",
        ),
    ],
)
def test_a_traits_method_keeps_its_self_and_one_alone_is_rustcs(compiler: Compiler, old: str, new: str) -> None:
    text = DESK.replace(old, new).replace("    pub fn seen", "}\n\nimpl Desk {\n    pub fn seen")
    lone = (
        MAIN.replace("desk.é() + ", "")
        .replace("desk.two()", "Desk::two(&desk)")
        .replace("use desk::Desk", "#[allow(unused)]\nuse desk::*")
    )
    assert not ways(compiler, {"main.rs": lone, "desk.rs": text})


def test_of_two_types_of_a_name_none_is_touched(compiler: Compiler) -> None:
    other = DESK.replace("        self.n += 1;\n", "")
    assert not ways(compiler, {"main.rs": f"mod other;\n{MAIN}", "desk.rs": DESK, "other.rs": other})
