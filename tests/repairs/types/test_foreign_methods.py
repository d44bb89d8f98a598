"""Methods by the names of other languages are found in Rust's, where they do the same."""

import pytest

from sleepy_coder.repairs.foremost import foremost
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
    ("mut v: Vec<u8>", "v.push_back(1)", "push"),
    ("é: &mut String", 'é.append("a")', "push_str"),
    ("é: &mut String", "é.append('a')", "push"),
    ("mut s: HashSet<u8>", "s.push(1)", "insert"),
    ("m: HashMap<String, u8>", "m.items()", "iter"),
    ("é: &str", 'é.indexOf("a")', "find"),
    ("é: Option<u8>", "é.unwrapOr(1)", "unwrap_or"),
]


@pytest.mark.parametrize(("taken", "call", "meant"), CALLS)
def test_the_method_is_called_by_its_name(compiler: Compiler, taken: str, call: str, meant: str) -> None:
    text = f"{HEAD}pub fn f({taken}) {{\n    let _é = {call};\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    name = error.primary.text if error.primary is not None else ""
    mended = text.replace(f".{name}(", f".{meant}(")
    assert mended in [tree.apply(one.edits).files["main.rs"] for one in foremost(error, tree)]
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green


def test_a_length_is_no_field(compiler: Compiler) -> None:
    text = 'pub fn f(é: &[u8]) {\n    println!("{}", é.length);\n}\n'
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    (one,) = foremost(error, tree)
    assert tree.apply(one.edits).files["main.rs"] == text.replace("length", "len()")


@pytest.mark.parametrize(
    ("taken", "call"),
    [
        ("é: &str", "é.length"),
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
    assert not foremost(error, tree)
