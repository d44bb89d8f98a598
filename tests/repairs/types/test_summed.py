"""A sum gets the type of its values where no other type could be meant, also where no test can tell."""

import pytest

from sleepy_coder.agent.doubt import unknown_to_rustc
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def ways(compiler: Compiler, body: str, kind: str, rest: str = "") -> tuple[bool, list[str]]:
    """Whether a sum's type stays unknown, and what the program becomes."""
    tree = SourceTree(
        {"main.rs": f"{rest}fn f(all: &[{kind}]) -> bool {{\n{body}\n}}\n\nfn main() {{\n    f(&[]);\n}}\n"}
    )
    (error,) = compiler.check(tree).errors
    after = [tree.apply(one.edits) for one in implied(error, tree)]
    return unknown_to_rustc(error, tree), [one.files["main.rs"] for one in after if not compiler.check(one).errors]


LET = '    let total = all.iter().sum();\n    println!("{total}");\n    total > LEAST'
TAIL = "    all.iter().sum() > LEAST"


@pytest.mark.parametrize(
    ("body", "kind", "now"),
    [
        (LET.replace("LEAST", "3"), "u32", "let total: u32 = all"),
        (LET.replace("LEAST", "3.0"), "f64", "let total: f64 = all"),
        (TAIL.replace("LEAST", "3"), "i64", "all.iter().sum::<i64>() > 3"),
        ("    let p = all.iter().copied().product();\n    p > 3", "usize", "let p: usize = all"),
    ],
)
def test_the_values_tell_the_type_of_their_sum(compiler: Compiler, body: str, kind: str, now: str) -> None:
    unknown, (mended,) = ways(compiler, body, kind)
    assert not unknown and now in mended


def test_a_sum_of_bytes_may_be_meant_to_be_wider(compiler: Compiler) -> None:
    unknown, mended = ways(compiler, LET.replace("LEAST", "3"), "u8")
    assert unknown and not mended


def test_a_type_of_its_own_may_be_the_sum(compiler: Compiler) -> None:
    own = (
        "#[derive(PartialEq, PartialOrd)]\npub struct Total(u32);\n\nimpl<'a> std::iter::Sum<&'a u32> for Total {\n"
        "    fn sum<I: Iterator<Item = &'a u32>>(all: I) -> Self {\n        Total(all.sum())\n    }\n}\n\n"
    )
    assert not ways(compiler, "    let total = all.iter().sum();\n    let _ = total;\n    true", "u32", own)[1]
