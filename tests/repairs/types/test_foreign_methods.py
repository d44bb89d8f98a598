"""Methods by the names of other languages are found in Rust's, where they do the same."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "use std::collections::{HashMap, HashSet, VecDeque};\n\n"
CALLS = [
    ("m: &mut HashMap<String, u8>", 'm.has("é")', "contains_key"),
    ("m: &mut HashMap<String, u8>", "m.set(String::new(), 1)", "insert"),
    ("m: HashMap<String, u8>", "m.size()", "len"),
    ("s: &HashSet<u8>", "s.has(&1)", "contains"),
    ("mut s: HashSet<u8>", "s.add(1)", "insert"),
    ("mut v: Vec<u8>", "v.add(1)", "push"),
    ("v: &[u8]", "v.includes(&1)", "contains"),
    ("mut q: VecDeque<u8>", "q.dequeue()", "pop_front"),
    ("é: String", "é.toUpperCase()", "to_uppercase"),
    ("é: &str", 'é.startswith("a")', "starts_with"),
    ("v: Vec<u8>", "v.iter().every(|n| *n > 1)", "all"),
    ("x: f64", "x.pow(2)", "powi"),
    ("x: f64", "x.pow(0.5)", "powf"),
]


@pytest.mark.parametrize(("taken", "call", "meant"), CALLS)
def test_the_method_is_called_by_its_name(compiler: Compiler, taken: str, call: str, meant: str) -> None:
    text = f"{HEAD}pub fn f({taken}) {{\n    let _é = {call};\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    name = error.primary.text if error.primary is not None else ""
    mended = text.replace(f".{name}(", f".{meant}(")
    assert mended in [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)]
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green


@pytest.mark.parametrize(
    ("taken", "call"),
    [
        ("é: &str", "é.size()"),  # of bytes, or of characters?
        ("mut q: VecDeque<u8>", "q.pop()"),  # from which end?
        ("s: Own", "s.size()"),
        ("v: Vec<u8>", "v.has(&1)"),
        ("é: Option<String>", "é.is_empty()"),  # there is none, or its text is empty?
    ],
)
def test_what_may_mean_something_else_is_left_alone(compiler: Compiler, taken: str, call: str) -> None:
    text = f"{HEAD}pub struct Own;\n\npub fn f({taken}) {{\n    {call};\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert not implied(error, tree)
