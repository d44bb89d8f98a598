"""What is added to a text is written as one, where the text of it is meant."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    ("taken", "old", "new"),
    [
        ("c: char", '"é {}" + c', 'format!("é {{}}{}", c)'),
        ("n: i32", '"n: " + n + "!"', 'format!("n: {}", n) + "!"'),
        ("n: u8", '"é!(" + n', 'format!("é!({}", n)'),
        ("n: u8", r'"\u{e9} " + n', r'format!("{}{}", "\u{e9} ", n)'),
        ("s: &str, n: u8", "s + n", 'format!("{}{}", s, n)'),
        ("s: String, n: u8", "s + n", "s + &n.to_string()"),
        ("s: String, x: f64", "s + (x * 2.0)", "s + &(x * 2.0).to_string()"),
    ],
)
def test_its_text_is_added(compiler: Compiler, taken: str, old: str, new: str) -> None:
    text = f"pub fn f({taken}) -> String {{\n    {old}\n}}\n"
    mended = text.replace(old, new)
    assert mended in ways(compiler, text)
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green


@pytest.mark.parametrize(
    "text",
    [
        "pub fn f(é: &str) -> String {\n    let mut s = String::new();\n    for b in é.bytes() {\n        s = s + b;\n"
        "    }\n    s\n}\n",  # its number, or the character?
        'pub fn f(n: &[u8]) -> String {\n    "a" + n\n}\n',  # how is it shown?
        "pub fn f(n: u8) -> usize {\n    str::len(n)\n}\n",
        "pub fn f(s: &str, n: u8) -> String {\n    s - n\n}\n",
    ],
)
def test_what_is_no_sum_of_texts_is_left_alone(compiler: Compiler, text: str) -> None:
    assert not ways(compiler, text)
