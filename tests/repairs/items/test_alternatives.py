"""Alternatives of a pattern call the same by the one name that is used."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "#![allow(dead_code)]\n\nenum É {\n    A(i64),\n    B(u8, i64),\n    C { é: i64 },\n    D,\n}\n\n"
MAIN = "\nfn main() {}\n"
MENDED = {
    "two": (
        "fn f(e: &É) -> i64 {\n    match e {\n        É::A(é) | É::B(_, n) => *é,\n        _ => 0,\n    }\n}\n",
        "B(_, n)",
        "B(_, é)",
    ),
    "a field": (
        'fn f(e: &É) {\n    if let É::A(n) | É::C { é } = e {\n        println!("{n}");\n    }\n}\n',
        "C { é }",
        "C { é: n }",
    ),
    "three, of which two agree, and a guard": (
        "fn f(e: &É) -> i64 {\n    match e {\n        É::A(m) | É::B(_, m) | É::C { é: x } if *m > 1 => *m,\n"
        "        _ => 0,\n    }\n}\n",
        "é: x",
        "é: m",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_name_that_is_used_is_given_to_all(compiler: Compiler, name: str) -> None:
    text, old, new = MENDED[name]
    tree, mended = SourceTree({"main.rs": HEAD + text + MAIN}), HEAD + text.replace(old, new) + MAIN
    errors = [error for error in compiler.check(tree).errors if error.code == "E0408"]
    ways = {tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)}
    assert ways == {mended} and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "arm",
    [
        "É::A(é) | É::B(_, n) => *é + *n,",  # both are used
        "É::A(é) | É::B(_, n) => 1,",
        "É::A(é) | É::D => *é,",  # nothing to be called so
        "É::A(é) | É::B(m, n) => *é,",
    ],
)
def test_where_no_name_is_the_only_one_nothing_is_renamed(compiler: Compiler, arm: str) -> None:
    tree = SourceTree(
        {"main.rs": f"{HEAD}fn f(e: &É) -> i64 {{\n    match e {{\n        {arm}\n        _ => 0,\n    }}\n}}\n{MAIN}"}
    )
    errors = [error for error in compiler.check(tree).errors if error.code == "E0408"]
    assert errors and not any(implied(error, tree) for error in errors)
