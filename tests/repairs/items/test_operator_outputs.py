"""What an operator of an associated type gives is said where it is asked for."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "use std::ops::{Mul, Neg};\n\ntrait Scale {\n    type Unit: Copy;\n    fn unit(&self) -> Self::Unit;\n}\n\n"
AREA = "fn area<É>(s: &É) -> É::Unit\nwhere\n    É: Scale,\n    BOUND,\n{\n    s.unit() * s.unit()\n}\n\n"
MAIN = "struct M;\n\nimpl Scale for M {\n    type Unit = u8;\n    fn unit(&self) -> u8 {\n        3\n    }\n}\n\n"
MAIN += 'fn main() {\n    println!("{}", area(&M));\n}\n'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("É::Unit: Mul", "É::Unit: Mul<Output = É::Unit>"),
        ("É::Unit: PartialEq + Mul + Copy", "É::Unit: PartialEq + Mul<Output = É::Unit> + Copy"),
        ("<É as Scale>::Unit: std::ops::Mul", "<É as Scale>::Unit: std::ops::Mul<Output = <É as Scale>::Unit>"),
    ],
)
def test_the_result_is_said_where_the_operator_is_asked_for(compiler: Compiler, old: str, new: str) -> None:
    tree, mended = (SourceTree({"main.rs": HEAD + AREA.replace("BOUND", bound) + MAIN}) for bound in (old, new))
    (error,) = compiler.check(tree).errors
    assert [tree.apply(one.edits) for one in implied(error, tree)] == [mended]
    assert compiler.check(mended).green


@pytest.mark.parametrize("bound", ["É::Unit: Mul<Output = u8>", "É::Unit: Neg"])
def test_a_result_that_is_said_stays(compiler: Compiler, bound: str) -> None:
    tree = SourceTree({"main.rs": HEAD + AREA.replace("BOUND", bound) + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any("Output = É" in edit.new for e in errors for s in implied(e, tree) for edit in s.edits)
