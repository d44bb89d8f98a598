"""What `fmt` gives back is the result of formatting."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

SHOWN = """\
IMPORT

struct É;

impl fmt::Display for É {
    fn fmt(&self, f: &mut fmt::Formatter) -> Result {
        write!(f, "é")
    }
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("use", "trait", "meant"),
    [("use std::fmt;", "fmt", "fmt::Result"), ("", "std::fmt", "std::fmt::Result")],
)
def test_it_says_whose_result_it_is(compiler: Compiler, use: str, trait: str, meant: str) -> None:
    text = SHOWN.replace("IMPORT", use).replace("fmt::Display", f"{trait}::Display").replace("mut fmt", f"mut {trait}")
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    ways = [tree.apply(one.edits) for one in implied(error, tree)]
    mended = SourceTree({"main.rs": text.replace("-> Result", f"-> {meant}")})
    assert mended in ways and compiler.check(mended).green
