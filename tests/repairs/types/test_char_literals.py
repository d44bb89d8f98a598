"""A text of one character is that character where a `char` is wanted."""

import pytest

from sleepy_coder.repairs.types.char_literals import char_literals
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors
    spans = ((error, error.primary) for error in errors)
    found = (edit for error, span in spans if span is not None for _, edit in char_literals(error, span, tree))
    return [tree.apply([edit]).files["main.rs"] for edit in found]


@pytest.mark.parametrize(
    "text, old, new",
    [
        ('fn f(é: char) -> bool {\n    é == "\\n"\n}\n', '"\\n"', "'\\n'"),
        ('fn f(é: char) -> bool {\n    matches!(é, "\\"")\n}\n', '"\\""', "'\"'"),
        ('fn f(é: &str) -> usize {\n    é.chars().filter(|c| c == "\'").count()\n}\n', 'c == "\'"', "*c == '\\''"),
        ('fn f(é: &str) -> bool {\n    é.chars().any(|c| Some(c) == Some("\\t"))\n}\n', '"\\t"', "'\\t'"),
    ],
)
def test_the_character_is_written_as_one(compiler: Compiler, text: str, old: str, new: str) -> None:
    mended = text.replace(old, new) + MAIN
    assert ways(compiler, text) == [mended] and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        'fn f(c: char) -> bool {\n    c == "\\r\\n"\n}\n',  # two
        'fn f(c: char) -> bool {\n    c == ""\n}\n',
        "fn f(c: char, name: &str) -> bool {\n    c == name\n}\n",
        "fn f(c: &str) -> bool {\n    c == '\\n'\n}\n",
    ],
)
def test_other_texts_are_left_alone(compiler: Compiler, text: str) -> None:
    assert not ways(compiler, text)
