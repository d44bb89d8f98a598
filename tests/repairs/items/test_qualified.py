"""A variant is named with its enum where that is at hand, and imported where it is not."""

import pytest

from sleepy_coder.agent.suggestions import likelier
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

ENUM = "pub enum É {\n    Leaf,\n    Node(u8),\n    Pair { é: u8 },\n}\n"


def program(function: str, enum: str = ENUM) -> SourceTree:
    return SourceTree({"main.rs": f"{enum}\n{function}\n"}, crate_type="lib")


@pytest.mark.parametrize(
    ("function", "old", "new"),
    [
        ("pub fn f(e: &É) -> u8 {\n    if let Node(n) = e { *n } else { 0 }\n}", "let Node", "let É::Node"),
        ("pub fn f() -> É {\n    Node(1)\n}", "    Node", "    É::Node"),
        ("pub fn f() -> É {\n    Leaf\n}", "    Leaf", "    É::Leaf"),
        ("pub fn f() -> É {\n    Pair { é: 1 }\n}", "    Pair", "    É::Pair"),
    ],
)
def test_the_enum_is_named(compiler: Compiler, function: str, old: str, new: str) -> None:
    tree, mended = program(function), program(function.replace(old, new))
    (error,) = compiler.check(tree).errors
    assert tree.apply(likelier(error, tree)[0][1]) == mended and compiler.check(mended).green


@pytest.mark.parametrize(
    ("function", "enum"),
    [
        ("pub fn f() -> u8 {\n    Leaf\n}", "pub enum É {}\n"),
        ("pub fn f(m: HashMap<u8, u8>) {}", ENUM),
    ],
)
def test_what_is_no_variant_is_left_alone(compiler: Compiler, function: str, enum: str) -> None:
    tree = program(function, enum)
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
