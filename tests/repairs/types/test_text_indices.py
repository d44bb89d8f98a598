"""A text gives its character at a number, or its byte where a byte is compared."""

import pytest

from sleepy_coder.repairs.types.text_indices import text_indices
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    (error,) = compiler.check(tree).errors
    span = error.primary
    assert span is not None
    return [tree.apply([edit]).files["main.rs"] for _, edit in text_indices(error, span, tree)]


@pytest.mark.parametrize(
    "text, old, new",
    [
        ("fn f(é: &str) -> char {\n    é[0]\n}\n", "é[0]", "é.chars().next().unwrap()"),
        ("fn f(é: String, n: u8) -> bool { é[n + 1] == 'x' }", "é[n + 1]", "é.chars().nth((n + 1) as usize).unwrap()"),
        ("fn f(é: &str) -> bool { é[é.len() - 1] > 'A' }", "é[é.len() - 1]", "é.chars().last().unwrap()"),
        ('fn f(é: &str, n: usize) {\n    println!("{}", é[n]);\n}\n', "é[n]", "é.chars().nth(n).unwrap()"),
        ("fn f(é: &str, n: usize) -> bool {\n    é[n] == b'x'\n}\n", "é[n]", "é.as_bytes()[n]"),
    ],
)  # fmt: skip
def test_the_first_way_is_what_it_is_taken_for(compiler: Compiler, text: str, old: str, new: str) -> None:
    mended = text.replace(old, new) + MAIN
    assert ways(compiler, text)[0] == mended and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        "fn f(s: &str) -> usize {\n    (s[0] as usize) % 7\n}\n",  # the byte or the character?
        "fn f(s: &str) -> &str {\n    &s[0]\n}\n",
        "fn f(s: &mut String) {\n    s[0] = 'x';\n}\n",
        "fn f(s: &[u8], n: u8) -> u8 {\n    s[n]\n}\n",
        "fn f(s: &str, n: u8) -> &str {\n    &s[n..]\n}\n",
    ],
)
def test_what_may_be_something_else_is_left_alone(compiler: Compiler, text: str) -> None:
    assert not ways(compiler, text)
