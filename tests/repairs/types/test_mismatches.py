"""What an iterator gives is collected where that is what was meant."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"lib.rs": text}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["lib.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize(
    "value",
    [
        "é.chars().rev()",
        "é.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase())",
        "é.chars().rev().map(|c| c.to_ascii_uppercase()).filter(|c| *c != ' ').skip(1)",
        "é.chars().collect::<Vec<char>>().into_iter()",
    ],
)
def test_characters_are_collected_into_a_text(compiler: Compiler, value: str) -> None:
    text = f"pub fn f(é: &str) -> String {{\n    {value}\n}}\n"
    mended = text.replace(value, f"{value}.collect()")
    assert ways(compiler, text) == [mended]
    assert compiler.check(SourceTree({"lib.rs": mended}, crate_type="lib")).green


@pytest.mark.parametrize("value", ["é.split_whitespace().rev()", "é.lines()", "é.split(',').map(|s| s.trim())"])
def test_words_and_lines_are_not_run_together(compiler: Compiler, value: str) -> None:
    assert not ways(compiler, f"pub fn f(é: &str) -> String {{\n    {value}\n}}\n")


@pytest.mark.parametrize(
    "value", ["é.iter().copied().cycle()", "(1..).map(|n| n * 2)", "std::iter::repeat(1).map(|n| n + 1)"]
)
def test_what_does_not_end_is_not_collected(compiler: Compiler, value: str) -> None:
    assert not ways(compiler, f"pub fn f(é: &[u8]) -> Vec<u8> {{\n    let _ = é;\n    {value}\n}}\n")
    assert not ways(
        compiler, f"pub fn f(é: &[u8]) -> Vec<u8> {{\n    let _ = é;\n    let all = {value};\n    all\n}}\n"
    )


@pytest.mark.parametrize("value", ["words[0]", "words[at + 1]"])
def test_the_text_of_an_element_is_matched(compiler: Compiler, value: str) -> None:
    arms = '        "a" => 1,\n        _ => 2,\n'
    text = f"pub fn f(words: Vec<String>, at: usize) -> usize {{\n    match {value} {{\n{arms}    }} + at\n}}\n"
    assert text.replace(value, f"{value}.as_str()") in ways(compiler, text)
