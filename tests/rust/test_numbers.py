"""Casts that may cut a value are told from those that hold it."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.numbers import converts, cut_by
from sleepy_coder.rust.source import Edit, SourceTree


@pytest.mark.parametrize(
    ("wanted", "given", "cast", "cuts"),
    [
        ("u32", "u64", "u32", True),
        ("usize", "i32", "usize", True),
        ("u8", "i8", "u8", True),
        ("i32", "f64", "i32", True),
        ("u64", "u32", "u64", False),
        ("usize", "u64", "usize", False),  # on a machine of 64 bits
        ("i64", "u32", "i64", False),
        ("f64", "i32", "f64", False),
    ],
)
def test_a_cast_that_does_not_hold_what_the_error_names_is_found(
    compiler: Compiler, wanted: str, given: str, cast: str, cuts: bool
) -> None:
    tree = SourceTree({"main.rs": f"fn take(n: {given}) -> {wanted} {{\n    n\n}}\n\nfn main() {{}}\n"})
    (error,) = compiler.check(tree).errors
    assert cut_by(error, [Edit("main.rs", 2, 2, "n", f"n as {cast}")]) == (cast if cuts else None)
    assert cut_by(error, [Edit("main.rs", 2, 2, f"n as {cast}", f"(n as {cast})")]) is None


def test_a_cast_in_arithmetic_is_found_by_the_types_that_do_not_go_together(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": "fn at(a: usize, d: i32) -> usize {\n    a + d\n}\n\nfn main() {}\n"})
    errors = compiler.check(tree).errors
    assert {cut_by(error, [Edit("main.rs", 2, 2, "d", "d as usize")]) for error in errors} == {"usize"}


def test_only_a_conversion_that_the_standard_library_has_is_without_loss() -> None:
    assert converts("u8", "u64") and converts("u32", "i64") and converts("i32", "f64") and converts("f32", "f64")
    assert not converts("u32", "i32") and not converts("i8", "u64") and not converts("i64", "f64")
    assert not converts("u32", "usize") and not converts("u8", "u8") and not converts("char", "u32")


def test_a_cast_of_a_reference_is_found_too(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": "fn at(a: usize, d: &i32) -> usize {\n    a + d\n}\n\nfn main() {}\n"})
    errors = compiler.check(tree).errors
    assert {cut_by(error, [Edit("main.rs", 2, 2, "d", "*d as usize")]) for error in errors} == {"usize"}
