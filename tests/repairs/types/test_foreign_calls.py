"""Calls of other languages are written by the calls of Rust that do the same."""

import pytest

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "use std::collections::HashMap;\n\n"
CALLS = [
    ("é: &str", "é.charAt(1) == 'é'", "é.chars().nth(1).unwrap() == 'é'"),
    ("é: &str", "é.charAt(1).is_some()", "é.chars().nth(1).is_some()"),
    ("é: &str", "é.reverse().len()", "é.chars().rev().collect::<String>().len()"),
    ("v: &[u8], item: u8", "v.indexOf(item).is_some()", "v.iter().position(|each| *each == item).is_some()"),
    ("v: &[u8]", "v.indexOf(&1).is_some()", "v.iter().position(|item| item == &1).is_some()"),
    ("v: &[u8]", "v.any(|é| *é > 1)", "v.iter().any(|é| *é > 1)"),
    ("v: &[u8]", "v.max().is_some()", "v.iter().max().is_some()"),
    ("v: &mut Vec<u8>", "v.push_front(1)", "v.insert(0, 1)"),
    ("v: &mut Vec<u8>", "v.shift() > 1", "v.remove(0) > 1"),
    ("m: &HashMap<u8, u8>", "m.contains_value(&1)", "m.values().any(|item| item == &1)"),
    ("m: &HashMap<u8, u8>", "m.containsValue(1)", "m.values().any(|item| *item == 1)"),
    ("m: &HashMap<&str, u8>", 'm.getOrDefault("é", 0) > 0', 'm.get("é").copied().unwrap_or(0) > 0'),
    ("m: &mut HashMap<&str, u8>", 'm.setdefault("é", 0)', 'm.entry("é").or_insert(0)'),
    ("é: &[String]", 'é.iter().cloned().join("é")', 'é.iter().cloned().collect::<Vec<_>>().join("é")'),
    ("é: f64", "(é + 1.0).toFixed(2)", 'format!("{:.2}", (é + 1.0))'),
    ("é: &str", "é.split().count()", "é.split_whitespace().count()"),
    ("é: &str", "é.chars().len()", "é.chars().count()"),
    ("é: char", "é.is_digit()", "é.is_ascii_digit()"),
]


@pytest.mark.parametrize(("taken", "call", "meant"), CALLS)
def test_the_calls_do_the_same(compiler: Compiler, taken: str, call: str, meant: str) -> None:
    text = f"{HEAD}pub fn f({taken}) {{\n    let _é = {call};\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    error = compiler.check(tree).errors[0]
    mended = text.replace(call, meant)
    assert mended in [tree.apply(one.edits).files["main.rs"] for one in foremost(error, tree)]
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green


def test_what_a_macro_is_given_is_called_likewise(compiler: Compiler) -> None:
    text = 'pub fn f(é: &[String]) {\n    println!("é{}", é.iter().cloned().join("é"));\n}\n'
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    (one,) = foremost(error, tree)
    assert tree.apply(one.edits).files["main.rs"] == text.replace(".join", ".collect::<Vec<_>>().join")


@pytest.mark.parametrize(
    ("taken", "call"),
    [
        ("é: &str", "é.substring(1, 2)"),  # of bytes, or of characters?
        ("v: &mut Vec<u8>", "v.shift()"),  # which elsewhere may find nothing
        ("é: f64, n: usize", "é.toFixed(n)"),
    ],
)
def test_what_may_mean_something_else_is_left_alone(compiler: Compiler, taken: str, call: str) -> None:
    text = f"{HEAD}pub fn f({taken}) {{\n    {call};\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    (error,) = compiler.check(tree).errors
    assert not any(compiler.check(tree.apply(one.edits)).green for one in foremost(error, tree))


@pytest.mark.parametrize(
    ("let", "meant"),
    [
        ("let é = v.iter().sort();", "let mut é: Vec<_> = v.iter().collect();\n    é.sort();"),
        (
            "let é: Vec<u8> = v.iter().copied().sorted();",
            "let mut é: Vec<u8> = v.iter().copied().collect();\n    é.sort();",
        ),
        (
            "let mut é = v.iter().sort_by(|é, b| b.cmp(é));",
            "let mut é: Vec<_> = v.iter().collect();\n    é.sort_by(|é, b| b.cmp(é));",
        ),
    ],
)
def test_what_is_sorted_is_a_list(compiler: Compiler, let: str, meant: str) -> None:
    text = f"pub fn f(v: &[u8]) -> usize {{\n    {let}\n    é.len()\n}}\n"
    tree = SourceTree({"main.rs": text}, crate_type="lib")
    error = compiler.check(tree).errors[0]
    mended = text.replace(let, meant)
    assert mended in [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)]
    assert compiler.check(SourceTree({"main.rs": mended}, crate_type="lib")).green
