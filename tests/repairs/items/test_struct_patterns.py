"""A variant's fields are matched by their names where the pattern has these."""

import pytest

from sleepy_coder.agent.suggestions import likelier
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "#![allow(dead_code)]\n\nenum É {\n    Pair { é: u8, n: u8 },\n    None,\n}\n\n"
MAIN = "\nfn main() {}\n"


def program(arm: str) -> SourceTree:
    return SourceTree(
        {"main.rs": f"{HEAD}fn f(e: &É) -> u8 {{\n    match e {{\n        {arm}\n        _ => 0,\n    }}\n}}\n{MAIN}"}
    )


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("É::Pair(é, n) => *é + *n,", "É::Pair { é, n } => *é + *n,"),
        ("É::Pair(n, _) if *n > 1 => *n,", "É::Pair { n, .. } if *n > 1 => *n,"),
        ("É::Pair(_, _) => 1,", "É::Pair { .. } => 1,"),
        ("É::Pair(..) => 1,", "É::Pair { .. } => 1,"),
        ("É::Pair => 1,", "É::Pair { .. } => 1,"),
    ],
)
def test_the_pattern_gets_the_braces_of_its_variant(compiler: Compiler, broken: str, mended: str) -> None:
    tree = program(broken)
    (error,) = compiler.check(tree).errors
    assert tree.apply(likelier(error, tree)[0][1]) == program(mended) and compiler.check(program(mended)).green


@pytest.mark.parametrize(
    "arm", ["É::Pair(a, b) => *a + *b,", "É::Pair(é, 1) => *é,", "É::None(é) => *é,", "É::None if É::Pair => 1,"]
)
def test_which_field_is_meant_by_another_name_is_not_guessed(compiler: Compiler, arm: str) -> None:
    tree = program(arm)
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
