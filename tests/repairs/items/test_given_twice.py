"""Of two members in the same words the one that is for more types is not taken out."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


@pytest.mark.parametrize(("first", "ways"), [("impl<T> É<T>", 0), ("impl É<u8>", 1)])
def test_members_of_implementations_that_differ_both_stay(compiler: Compiler, first: str, ways: int) -> None:
    member = "{\n    pub fn é(&self) -> usize {\n        self.0.len()\n    }\n}\n"
    tree = SourceTree(
        {"main.rs": f"pub struct É<T>(Vec<T>);\n\n{first} {member}\nimpl É<u8> {member}"}, crate_type="lib"
    )
    (error,) = compiler.check(tree).errors
    assert len(implied(error, tree)) == ways
