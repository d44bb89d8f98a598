"""A trait that a type could have is derived, but no copy of what is dropped once."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

DROP = 'impl Drop for É {\n    fn drop(&mut self) {\n        println!("{}", self.0);\n    }\n}\n\n'


@pytest.mark.parametrize("drop", ["", DROP])
def test_what_is_dropped_once_is_not_cloned(compiler: Compiler, drop: str) -> None:
    tree = SourceTree({"main.rs": f"struct É(u8);\n\n{drop}fn f(e: É) -> É {{\n    e.clone()\n}}\n\nfn main() {{}}\n"})
    (error,) = compiler.check(tree).errors
    assert [one.message for one in implied(error, tree)] == ([] if drop else ["derive `Clone`"])
