"""References are not exchanged in the place of what they refer to; one that walks on may become mutable."""

import pytest

from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree

SWAP = "pub fn order<'a>(a: &'a mut i32, b: &'a mut i32) {\n    BODY\n    println!(\"{a} {b}\");\n}\nfn main() {}\n"
WALK = """\
pub struct Node { next: Option<Box<Node>>, n: u32 }
pub fn last(a: &mut Node) {
    while a.next.is_some() { a = a.next.as_mut().unwrap(); }
    a.n = 1;
}
fn main() {}
"""
SHOWN = "pub fn order<'a>(a: &'a i32, b: &'a i32) -> &'a i32 {\n    a = b;\n    a\n}\nfn main() {}\n"


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        (SWAP.replace("BODY", "let t = b; b = a; a = t;"), True),
        (SWAP.replace("BODY", "a = b;").replace("{b}", ""), True),
        (WALK, False),
        (SHOWN, False),
    ],
)
def test_a_reference_to_be_changed_does_not_become_another_parameter(
    compiler: Compiler, source: str, lost: bool
) -> None:
    tree = SourceTree({"main.rs": source})
    error = next(one for one in compiler.check(tree).errors if "`a`" in one.message)
    number, line = next((n, one) for n, one in enumerate(source.splitlines(), 1) if "a: &" in one)
    edit = Edit("main.rs", number, number, line, line.replace("a: &", "mut a: &"))
    assert loses(error, [edit], tree) == lost
