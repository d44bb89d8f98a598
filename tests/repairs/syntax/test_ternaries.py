"""`a ? b : c` becomes an `if`, wherever its condition begins and whatever its last value chooses."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.lossy import lossy
from sleepy_coder.repairs.syntax.ternaries import ternaries
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

MAIN = "fn main() {{\n    let é = 3;\n    let all = [1, 2];\n    {}\n}}\n"


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    span = error.primary
    assert span is not None
    return [tree.apply([edit]).files["main.rs"] for _, edit in ternaries(error, span, tree)]


@pytest.mark.parametrize(
    "line, meant",
    [
        (
            'let x = é >= 2 ? "a:b" : "c?"; print!("{x}"); // é ? 1 : 2',
            'let x = if é >= 2 { "a:b" } else { "c?" }; print!("{x}"); // é ? 1 : 2',
        ),
        ("let f = |n: i32| (n == 1 && é > 0) ? 1 : 2;", "let f = |n: i32| if n == 1 && é > 0 { 1 } else { 2 };"),
        (
            "let y = all[0] == 1 ? i32::MAX : é == 2 ? all[1] : -1;",
            "let y = if all[0] == 1 { i32::MAX } else if é == 2 { all[1] } else { -1 };",
        ),
        ('println!("{} {}", 1, é == 3 ? 1 : 2);', 'println!("{} {}", 1, if é == 3 { 1 } else { 2 });'),
        ("let z = (é > 1) || (é < 0) ? 1 : 2;", "let z = if (é > 1) || (é < 0) { 1 } else { 2 };"),
    ],
)
def test_both_values_get_their_block(compiler: Compiler, line: str, meant: str) -> None:
    assert ways(compiler, MAIN.format(line)) == [MAIN.format(meant)]
    assert compiler.check(SourceTree({"main.rs": MAIN.format(meant)})).green


def test_the_choice_is_returned_and_not_its_condition(compiler: Compiler, mended: Callable[[str], list[str]]) -> None:
    text = "fn pick(a: bool, b: bool) -> bool {\n    return a ? b : !b;\n}\nfn main() {\n    pick(true, false);\n}\n"
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    assert all(lossy(error, one.edits, tree) for one in suggestions(error, tree))
    assert set(mended(text)) == {text.replace("a ? b : !b", "if a { b } else { !b }")}


@pytest.mark.parametrize("line", ["let x = é ? 1;", "let x = all.first() 2;"])
def test_what_chooses_between_nothing_is_left_alone(compiler: Compiler, line: str) -> None:
    tree = SourceTree({"main.rs": MAIN.format(line)})
    ways = (one for error in compiler.check(tree).errors for one in implied(error, tree))
    assert not any("if " in edit.new for one in ways for edit in one.edits)
