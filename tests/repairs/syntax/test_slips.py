"""Slips of the pen with one evident repair: what is offered, and where nothing is."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions
from sleepy_coder.tasks.violations import violations


def offered(compiler: Compiler, text: str) -> list[str]:
    """The file behind each offer for its first error that has one."""
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    ways = [[tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)] for error in errors]
    return next((found for found in ways if found), [])


MAIN = "\nfn main() {}\n"
STRUCT = "struct P {\n    x: u8,\n    y: u8,\n}\n\n"
MENDED = {
    "an index of each dimension": (
        "fn f(é: &[Vec<u8>], n: usize) -> u8 {\n    é[n + 1, 0]\n}\n",
        "fn f(é: &[Vec<u8>], n: usize) -> u8 {\n    é[n + 1][0]\n}\n",
    ),
    "a comma behind a field's name": (
        STRUCT + "fn p(x: u8, y: u8) -> P {\n    P {\n        x // é, or\n        y,\n    }\n}\n",
        STRUCT + "fn p(x: u8, y: u8) -> P {\n    P {\n        x, // é, or\n        y,\n    }\n}\n",
    ),
    "a comma behind a field's name, on one line": (
        STRUCT + "fn p(x: u8, y: u8) -> P {\n    P { x y }\n}\n",
        STRUCT + "fn p(x: u8, y: u8) -> P {\n    P { x, y }\n}\n",
    ),
    "a comma behind an argument": (
        'fn f() {\n    println!(\n        "é{}{}",\n        "("\n        1,\n    )\n}\n',
        'fn f() {\n    println!(\n        "é{}{}",\n        "(",\n        1,\n    )\n}\n',
    ),
    "a comma behind an element": (
        "fn f() -> [u8; 2] {\n    [\n        1\n        2,\n    ]\n}\n",
        "fn f() -> [u8; 2] {\n    [\n        1,\n        2,\n    ]\n}\n",
    ),
    "a comma behind a macro's text": (
        'fn f(n: u8) {\n    println!("{}" n);\n}\n',
        'fn f(n: u8) {\n    println!("{}", n);\n}\n',
    ),
    "a semicolon behind a variant": ("enum E {\n    A;\n    B,\n}\n", "enum E {\n    A,\n    B,\n}\n"),
    "a semicolon behind a field": (
        STRUCT + "fn p() -> P {\n    P {\n        x: 1;\n        y: 2,\n    }\n}\n",
        STRUCT + "fn p() -> P {\n    P {\n        x: 1,\n        y: 2,\n    }\n}\n",
    ),
    "elif": (
        "fn f(n: u8) {\n    if n > 1 {\n    } elif n > 0 {\n    } else {\n    }\n}\n",
        "fn f(n: u8) {\n    if n > 1 {\n    } else if n > 0 {\n    } else {\n    }\n}\n",
    ),
    "elif in a value": (
        "fn f(n: u8) -> u8 {\n    let m = if n > 1 {\n        2\n    } elif n > 0 {\n        1\n    } else {\n"
        "        0\n    };\n    m\n}\n",
        "fn f(n: u8) -> u8 {\n    let m = if n > 1 {\n        2\n    } else if n > 0 {\n        1\n    } else {\n"
        "        0\n    };\n    m\n}\n",
    ),
    "void": ("fn f() -> void {}\n", "fn f() {}\n"),
    "null": ("fn f() -> Option<u8> {\n    Some(1).or(null)\n}\n", "fn f() -> Option<u8> {\n    Some(1).or(None)\n}\n"),
    "nothing for a type": ("fn f() {\n    let n: = 1;\n    n;\n}\n", "fn f() {\n    let n = 1;\n    n;\n}\n"),
    "let :=": ("fn f() {\n    let n := 1;\n    n;\n}\n", "fn f() {\n    let n = 1;\n    n;\n}\n"),
    ":= alone": ("fn f() {\n    n := 1;\n    n;\n}\n", "fn f() {\n    let n = 1;\n    n;\n}\n"),
    "a colon before a block": ("fn f() {\n    if true: {\n    }\n}\n", "fn f() {\n    if true {\n    }\n}\n"),
    "then": ("fn f() {\n    if true then {\n    }\n}\n", "fn f() {\n    if true {\n    }\n}\n"),
    "an attribute by #": ("#derive(Clone)\nstruct S;\n", "#[derive(Clone)]\nstruct S;\n"),
    "an attribute by @": ("@derive(Clone, Copy)\nstruct S;\n", "#[derive(Clone, Copy)]\nstruct S;\n"),
    "a type before its parameter": (
        "fn f(é: u8, &str s) -> usize {\n    s.len() + é as usize\n}\n",
        "fn f(é: u8, s: &str) -> usize {\n    s.len() + é as usize\n}\n",
    ),
    "a type before its field": ("struct S {\n    String all,\n}\n", "struct S {\n    all: String,\n}\n"),
    "a type behind its parameter": ("fn f(é u8) {}\n", "fn f(é: u8) {}\n"),
    "a type behind its field": ("struct S {\n    pub n u8,\n}\n", "struct S {\n    pub n: u8,\n}\n"),
    "a closure by =>": (
        "fn f(v: &[u8]) -> u8 {\n    v.iter().map(n => n + 1).sum()\n}\n",
        "fn f(v: &[u8]) -> u8 {\n    v.iter().map(|n| n + 1).sum()\n}\n",
    ),
    "a closure by ->": (
        "fn f(v: &[u8]) -> u8 {\n    v.iter().fold(0, (sum, n) -> sum + n)\n}\n",
        "fn f(v: &[u8]) -> u8 {\n    v.iter().fold(0, |sum, n| sum + n)\n}\n",
    ),
    "parameters that do not end": (
        "fn f(v: &[u8]) -> u8 {\n    v.iter().map(|n n + 1).sum()\n}\n",
        "fn f(v: &[u8]) -> u8 {\n    v.iter().map(|n| n + 1).sum()\n}\n",
    ),
    "an arm without its arrow": (
        'fn f(n: u8) -> &\'static str {\n    match n {\n        0 "none",\n        _ => "some",\n    }\n}\n',
        'fn f(n: u8) -> &\'static str {\n    match n {\n        0 => "none",\n        _ => "some",\n    }\n}\n',
    ),
    "a path by dots": ("use std.fmt;\n", "use std::fmt;\n"),
    "a type instead of let": ("fn f() {\n    u8 n = 1;\n    n;\n}\n", "fn f() {\n    let n: u8 = 1;\n    n;\n}\n"),
    "a text with values": (
        'fn f(n: u8) -> String {\n    f"{n}"\n}\n',
        'fn f(n: u8) -> String {\n    format!("{n}")\n}\n',
    ),
    "for each": ("fn f() {\n    for _n : 0..3 {}\n}\n", "fn f() {\n    for _n in 0..3 {}\n}\n"),
    "one & of two conditions": (
        "fn f(a: u8, b: u8) -> bool {\n    a == 1 & b > 2\n}\n",
        "fn f(a: u8, b: u8) -> bool {\n    a == 1 && b > 2\n}\n",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_evident_repair_is_the_only_one_that_compiles(compiler: Compiler, name: str) -> None:
    broken, meant = (text + MAIN for text in MENDED[name])
    whole = [text for text in offered(compiler, broken) if not compiler.check(SourceTree({"main.rs": text})).errors]
    assert whole == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "fn f(n: u8) {\n    let mut sum = 0;\n    sum =+ n;\n}\n",  # `+= n` or `= n`
        'fn f(n: u8) {\n    println!("{}" + n);\n}\n',
        "fn f(n: u8) -> [u8; 2] {\n    [n n]\n}\n",  # rustc says it itself
        "fn f() {\n    let p: *const u8 = null;\n}\n\nfn null() {}\n",
        "fn f() -> Void {}\n",
        "fn f() {\n    if true: \n}\n",
        STRUCT + "fn p(x: u8, y: u8) -> P {\n    P {\n        x: x => 1\n        y,\n    }\n}\n",
    ],
)
def test_what_may_mean_two_things_is_left(compiler: Compiler, text: str) -> None:
    assert offered(compiler, text + MAIN) == []


def test_a_literal_that_does_not_parse_lacks_no_field(compiler: Compiler) -> None:
    tree = SourceTree(
        {"main.rs": STRUCT + "fn p(x: u8, y: u8) -> P {\n    P {\n        x\n        y,\n    }\n}\n" + MAIN}
    )
    lacking = [error for error in compiler.check(tree).errors if error.code == "E0063"]
    assert lacking and not any(implied(error, tree) for error in lacking)


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        MENDED["elif"],
        ("def f(n: u8) -> u8 {\n    n\n}\n", "fn f(n: u8) -> u8 {\n    n\n}\n"),
        ("public fn f() {}\n", "pub fn f() {}\n"),
        ("fn f(no: bool) {\n    let _ = not no;\n}\n", "fn f(no: bool) {\n    let _ = !no;\n}\n"),
    ],
)
def test_a_word_that_is_none_of_rust_may_go(compiler: Compiler, broken: str, meant: str) -> None:
    before, after = SourceTree({"main.rs": broken + MAIN}), SourceTree({"main.rs": meant + MAIN})
    error = compiler.check(before).errors[0]
    ways = [one.edits for one in (*suggestions(error, before), *implied(error, before))]
    (edits,) = (edits for edits in ways if before.apply(edits) == after)
    assert violations(before, after, (error,), edits) == ()
