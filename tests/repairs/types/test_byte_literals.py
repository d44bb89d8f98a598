"""A character that is taken from a byte becomes a byte, if it is one."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    "text", ["fn é(n: u8) -> u8 {\n    n - '0' + 10\n}\n", "fn é(n: &u8) -> u8 {\n    n - '\\n'\n}\n"]
)
def test_the_literal_gets_its_b(compiler: Compiler, text: str) -> None:
    mended = text.replace("- '", "- b'") + MAIN
    assert ways(compiler, text) == [mended] and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        "fn f(n: u8) -> u8 {\n    n - 'é'\n}\n",  # two bytes
        "fn f(n: u32) -> u32 {\n    n - '0'\n}\n",
        "fn f(n: char) -> u8 {\n    n - '0'\n}\n",  # a digit's value, or how far they are apart?
    ],
)
def test_what_is_no_byte_is_left_alone(compiler: Compiler, text: str) -> None:
    assert not ways(compiler, text)
