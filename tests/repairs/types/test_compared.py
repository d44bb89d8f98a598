"""A reference to a reference is followed where it is compared with a value."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"
HEAD = "fn f(v: &[(u8, u32)], é: u32) -> usize {\n"


def ways(compiler: Compiler, line: str) -> list[str]:
    tree = SourceTree({"main.rs": f"{HEAD}    {line}\n}}\n{MAIN}"})
    errors = compiler.check(tree).errors
    assert errors
    found = [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]
    return [text.removeprefix(f"{HEAD}    ").removesuffix(f"\n}}\n{MAIN}") for text in found]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("v.iter().map(|(_, n)| n).filter(|n| n > 1).count()", "v.iter().map(|(_, n)| n).filter(|n| **n > 1).count()"),
        ("v.iter().map(|(_, n)| n).filter(|n| n > é).count()", "v.iter().map(|(_, n)| n).filter(|n| **n > é).count()"),
        ("v.iter().map(|(_, n)| n).filter(|n| n > &é).count()", "v.iter().map(|(_, n)| n).filter(|n| *n > &é).count()"),
    ],
)
def test_it_is_followed_to_the_value(compiler: Compiler, broken: str, mended: str) -> None:
    assert ways(compiler, broken) == [mended]
    assert compiler.check(SourceTree({"main.rs": f"{HEAD}    {mended}\n}}\n{MAIN}"})).green


def test_where_rustc_follows_it_nothing_is_done(compiler: Compiler) -> None:
    assert not ways(compiler, "v.iter().filter(|(_, n)| n > 1).count()")
