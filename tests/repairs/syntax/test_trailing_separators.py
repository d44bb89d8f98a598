"""A macro that repeats what a separator parts takes one behind the last as well."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TEXT = 'macro_rules! é {\n    RULE\n}\n\nfn main() {\n    let all: Vec<u8> = é![CALL];\n    println!("{all:?}");\n}\n'


def repairs(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("pattern", "call", "more"),
    [
        ("$($x:expr),*", "1, 2,", "$(,)?"),
        ("$($x:expr),*", "\n        1,\n        2,\n    ", "$(,)?"),
        ("1, $($x:expr),+", "1, 2,", "$(,)?"),
        ("$($x:expr);*", "1; 2;", "$(;)?"),
    ],
)
def test_the_macro_takes_what_stands_behind_the_last(compiler: Compiler, pattern: str, call: str, more: str) -> None:
    text = TEXT.replace("CALL", call)
    mended = text.replace("RULE", f"({pattern} {more}) => {{ vec![$($x),*] }};")
    assert repairs(compiler, text.replace("RULE", f"({pattern}) => {{ vec![$($x),*] }};")) == [mended]
    assert compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    ("rule", "call"),
    [
        ("($x:expr, $y:expr) => { vec![$x, $y] };", "1,"),
        ("($($x:expr => $y:expr),*) => { vec![$($x, $y),*] };", "1 => 2, 3"),
        ("($($x:expr),*) => { vec![$($x),*] };\n    (@ $x:ident) => { $x };", "1, 2,"),
        ("($(($($x:expr),*))*) => { vec![$($($x),*),*] };", "(1, 2,)"),
    ],
)
def test_what_is_missing_or_is_not_at_the_end_stays(compiler: Compiler, rule: str, call: str) -> None:
    assert repairs(compiler, TEXT.replace("RULE", rule).replace("CALL", call)) == []
