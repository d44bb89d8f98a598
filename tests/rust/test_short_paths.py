"""A suggested path is as long as the place needs it to be."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Span
from sleepy_coder.rust.short_paths import shortened
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

LESS = "fn less<T>(a: T, b: T) -> bool {\n    a < b\n}\n"
SHOW = 'fn show<T>(t: T) -> String {\n    format!("{t}")\n}\n'
USE = "fn tell<T: Display>(t: T) {\n    show(t);\n}\n"
SHORT = {
    "of the prelude": ("", LESS, "<T: PartialOrd>"),
    "imported": ("use std::fmt::Display;\n", SHOW + USE, "<T: Display>"),
    "imported beside others": ("use std::{fmt::{self, Display}, rc::Rc};\n", SHOW + USE, "<T: Display>"),
    "in an imported module": ("use std::fmt;\n", SHOW, "<T: fmt::Display>"),
    "imported by another name": ("use std::fmt::Display as Shown;\n", SHOW, "<T: Shown>"),
    "in a module that imports it": ("", f"mod m {{\n    use std::fmt::Display;\n\n{SHOW}{USE}}}\n", "<T: Display>"),
    "imported elsewhere": ("use std::fmt::Display;\n", f"{USE}mod m {{\n{SHOW}}}\n", "<T: std::fmt::Display>"),
    "of the prelude, but another thing": ("struct PartialOrd;\n", LESS, "<T: std::cmp::PartialOrd>"),
    "not imported": ("", SHOW, "<T: std::fmt::Display>"),
}


@pytest.mark.parametrize("name", SHORT)
def test_a_bound_is_written_as_the_file_would(compiler: Compiler, name: str) -> None:
    imports, function, bound = SHORT[name]
    tree = SourceTree({"main.rs": f"#![allow(dead_code, unused)]\n{imports}\n{function}\nfn main() {{}}\n"})
    (error,) = [one for one in compiler.check(tree).errors if one.code in ("E0277", "E0369") and suggestions(one, tree)]
    mended = [tree.apply(one.edits).files["main.rs"] for one in suggestions(error, tree)]
    assert tree.files["main.rs"].replace("<T>", bound) in mended


def test_an_import_keeps_its_path(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": "use std::fmt;\n\nfn f<T: Display + fmt::Debug>(_: T) {}\n\nfn main() {}\n"})
    (error,) = compiler.check(tree).errors
    mended = [tree.apply(one.edits).files["main.rs"] for one in suggestions(error, tree)]
    assert any("use std::fmt::Display;" in way for way in mended)


def test_a_place_that_is_not_there_changes_nothing() -> None:
    nowhere = Span("main.rs", 0, 0, 9, 9, 1, 1, True, None, None, None, "", False)
    assert shortened(": std::marker::Copy", nowhere, SourceTree({"main.rs": "fn main() {}\n"})) == ": std::marker::Copy"
