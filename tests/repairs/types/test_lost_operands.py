"""A repair that leaves out one side of an operator is none; one that takes out all of it may be."""

import pytest

from sleepy_coder.repairs.types.lost_operands import leaves_out_operand
from sleepy_coder.rust.source import Edit, SourceTree

HEAD = "fn é(a: &i32, b: i32, done: bool) -> i32 {\n"


def left_out(line: str, new: str) -> bool:
    tree = SourceTree({"main.rs": f"{HEAD}{line}\n}}\n"})
    return leaves_out_operand([Edit("main.rs", 2, 1 + line.count("\n") + 1, line, new)], tree)


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("    let é = *a - *b;", "    let é =  - *b;"),
        ("    let é = *a - *b;", "    let é = - b;"),
        ("    let é = a * b;", "    let é = *b;"),
        ("    let n = b - 1;", "    let n = b;"),
        ("    if done && b > 0 { return 1; }", "    if done { return 1; }"),
        ("    if done\n        && b > 0 { return 1; }", "    if done { return 1; }"),
        ("    let n = a + (b - 2) + 3;", "    let n = a + (b) + 3;"),
    ],
)
def test_a_side_that_is_left_out_is_missed(line: str, new: str) -> None:
    assert left_out(line, new)


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("    let n = *a - *b;", "    let n = *a - b;"),
        ("    let n = *a - *b;", "    let n = a - b;"),
        ("    let n = (a) - b;", "    let n = a - b;"),
        ("    let n = a - b;\n    1", "    1"),
        ("    let n = a - b;", "    let n = c - b;"),
        ("    if done != 0 { return 1; }", "    if done { return 1; }"),
        ("    if a == None { return 1; }", "    if a.is_none() { return 1; }"),
        ("    let n = f(a - b, b);", "    let n = f(b);"),
        ("    let n = a - b", "    let n = a - b;"),
    ],
)
def test_other_changes_are_none_of_its_business(line: str, new: str) -> None:
    assert not left_out(line, new)


def test_an_insertion_takes_nothing_out() -> None:
    tree = SourceTree({"main.rs": f"{HEAD}    a - b\n}}\n"})
    assert not leaves_out_operand([Edit("main.rs", 2, 1, "", "    let b = 1;")], tree)
