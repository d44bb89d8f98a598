"""An added `use` stands where people would put it."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.imports import sorted_in, together
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import suggestions

USES = "use std::collections::BTreeMap;\nuse std::io::{self, Read};\nuse super::a; // near\n\nfn main() {}\n"


def added(path: str, line: int = 1, end: str = "") -> Edit:
    return Edit("main.rs", line, line - 1, "", f"use {path};{end}")


@pytest.mark.parametrize(
    ("path", "line"), [("std::collections::HashMap", 2), ("alloc::vec", 1), ("std::io", 2), ("tokio::spawn", 4)]
)
def test_one_goes_among_those_that_are_sorted(path: str, line: int) -> None:
    tree = SourceTree({"main.rs": USES})
    assert sorted_in(added(path, end="\n"), tree) == added(path, line)


@pytest.mark.parametrize("uses", ["use b::c;\nuse a::d;\n", "", "pub use a::b;\n", "use a::{\n    b,\n};\n"])
def test_where_there_is_no_order_it_stays_where_rustc_puts_it(uses: str) -> None:
    edit = added("c::d", end="\n")
    assert sorted_in(edit, SourceTree({"main.rs": f"{uses}fn main() {{}}\n"})) == edit


@pytest.mark.parametrize(
    ("path", "line"), [("crate::a", 4), ("crate::z", 5), ("std::rc::Rc", 3), ("b::f", 8), ("last::z", 1)]
)
def test_one_goes_to_those_of_the_same_crate(path: str, line: int) -> None:
    uses = "use std::a;\nuse std::b;\n\nuse crate::m;\n\nuse c::d;\nuse b::e;\nuse a::b;\n\nmod m;\nuse last::x;\n"
    tree = SourceTree({"main.rs": uses})
    assert sorted_in(added(path, end="\n"), tree) == added(path, line)


@pytest.mark.parametrize("below", ["fn render() {}", "/// Says.", "#[derive(Debug)]"])
def test_the_first_of_a_file_stands_apart(below: str) -> None:
    assert sorted_in(added("std::fmt::Write"), SourceTree({"main.rs": f"{below}\n"})).new == "use std::fmt::Write;\n"
    assert sorted_in(added("std::fmt::Write"), SourceTree({"main.rs": f"\n{below}\n"})).new == "use std::fmt::Write;"


def test_several_at_one_place_are_one_block() -> None:
    other = Edit("main.rs", 5, 5, "a", "b")
    edits = [added("std::io::Read", end="\n"), other, added("std::collections::HashMap", end="\n"), added("x::y", 3)]
    block = [added("std::collections::HashMap"), added("std::io::Read", end="\n")]
    assert together(edits) == [*block, other, added("x::y", 3)]


def test_a_missing_import_is_suggested_in_its_place(compiler: Compiler) -> None:
    text = "use std::cell::Cell;\nuse std::fmt::Debug;\n\nfn f<T: Debug>(_: T, _: Cell<u8>, _: HashSet<u8>) {}\n"
    text += "\nfn main() {}\n"
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    mended = [tree.apply(one.edits).files["main.rs"] for one in suggestions(error, tree)]
    assert text.replace("Cell;\n", "Cell;\nuse std::collections::HashSet;\n", 1) in mended
