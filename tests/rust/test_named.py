"""The definitions that an error speaks of, found with the real rustc's words."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.named import definition_lines
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain

PRIVATE = """\
mod shop {
    pub struct Item {
        pub name: String,
        price: u32,
    }
    impl Item {
        pub fn new(name: &str) -> Self {
            Self { name: name.to_string(), price: 3 }
        }
    }
    pub struct Other {
        pub price: u32,
    }
}

fn main() {
    let item = shop::Item::new("pen");
    println!("{} {}", item.name, item.price);
}
"""

ARGUMENTS = """\
struct Point {
    x: i32,
}

impl Point {
    fn moved(
        &self,
        x: i32,
    ) -> Point {
        Point { x: self.x + x }
    }
}

fn scaled(point: &Point) -> Point {
    Point { x: point.x * 2 }
}

fn main() {
    let x = scaled(Point { x: 1 }).moved(2).x;
    println!("{x}");
}
"""


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


def lines(source: str, compiler: Compiler) -> list[int]:
    tree = SourceTree({"main.rs": source})
    return [line for _, line in definition_lines(tree, compiler.check(tree).errors[0])]


def test_a_private_field_comes_before_its_type_and_one_of_the_same_name_elsewhere_not_at_all(
    compiler: Compiler,
) -> None:
    found = lines(PRIVATE, compiler)
    assert found[0] == 4
    assert set(found) == {2, 3, 4, 5}


def test_members_of_what_is_not_named_stay_out(compiler: Compiler) -> None:
    """rustc speaks of `Point`; `x` is a field, a parameter and a local."""
    assert set(lines(ARGUMENTS, compiler)) == {1, 2, 3}


def test_an_error_that_names_nothing_of_the_program_has_no_definitions(compiler: Compiler) -> None:
    assert lines('fn main() {\n    let n: usize = 1i32;\n    println!("{n}");\n}\n', compiler) == []


def test_an_inferred_type_is_no_name(compiler: Compiler) -> None:
    tree = SourceTree(
        {"main.rs": "const _: () = ();\n\nfn main() {\n    let n = 3u8;\n    std::mem::size_of_val(n);\n}\n"}
    )
    (error,) = compiler.check(tree).errors
    assert "`&_`" in f"{error.message} {error.rendered}"
    assert definition_lines(tree, error) == ()
