"""What rustc names without writing it down mends, keeps the layout, and is proposed where it is certain alone."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"
MENDED = {
    "a missing Ok": (
        "fn put(v: &mut Vec<u8>) -> Result<(), String> {\n    v.push(1);\n}\n",
        "fn put(v: &mut Vec<u8>) -> Result<(), String> {\n    v.push(1);\n    Ok(())\n}\n",
    ),
    "a missing Some, by tabs": (
        "fn put(v: &mut Vec<u8>) -> Option<()> {\n\tlet n = v.pop()?;\n\tv.push(n);\n}\n",
        "fn put(v: &mut Vec<u8>) -> Option<()> {\n\tlet n = v.pop()?;\n\tv.push(n);\n\tSome(())\n}\n",
    ),
    "a missing Ok behind a call whose error nobody sees": (
        "struct É;\n\nimpl From<std::fmt::Error> for É {\n    fn from(_: std::fmt::Error) -> É {\n        É\n    }\n}\n"
        "fn put(s: &mut String) -> Result<(), É> {\n    use std::fmt::Write;\n"
        '    writeln!(s, "é"); // é\n}\n',
        "struct É;\n\nimpl From<std::fmt::Error> for É {\n    fn from(_: std::fmt::Error) -> É {\n        É\n    }\n}\n"
        "fn put(s: &mut String) -> Result<(), É> {\n    use std::fmt::Write;\n"
        '    writeln!(s, "é")?; // é\n    Ok(())\n}\n',
    ),
    "a missing field behind a comment": (
        "struct P {\n    é: u8,\n    y: u8,\n}\n\nfn p(é: u8, y: u8) -> P {\n    P {\n        é, // é\n    }\n}\n",
        "struct P {\n    é: u8,\n    y: u8,\n}\n\n"
        "fn p(é: u8, y: u8) -> P {\n    P {\n        é, // é\n        y,\n    }\n}\n",
    ),
    "a missing field": (
        "struct P {\n    é: u8,\n    y: u8,\n}\n\nfn p(é: u8, y: u8) -> P {\n    P { é }\n}\n",
        "struct P {\n    é: u8,\n    y: u8,\n}\n\nfn p(é: u8, y: u8) -> P {\n    P { é, y }\n}\n",
    ),
    "all fields missing": (
        "struct P {\n    x: u8,\n    y: u8,\n}\n\nfn p(x: u8, y: u8) -> Option<P> {\n    Some(P {  })\n}\n",
        "struct P {\n    x: u8,\n    y: u8,\n}\n\nfn p(x: u8, y: u8) -> Option<P> {\n    Some(P { x, y })\n}\n",
    ),
    "missing fields, a line each": (
        "struct P {\n    x: u8,\n    y: u8,\n    z: u8,\n}\n\n"
        "fn p(y: u8, z: u8) -> P {\n    P {\n        x: 1,\n    }\n}\n",
        "struct P {\n    x: u8,\n    y: u8,\n    z: u8,\n}\n\n"
        "fn p(y: u8, z: u8) -> P {\n    P {\n        x: 1,\n        y,\n        z,\n    }\n}\n",
    ),
    "references collected": (
        "fn all(v: &[String]) -> Vec<String> {\n    v.iter()\n        .collect()\n}\n",
        "fn all(v: &[String]) -> Vec<String> {\n    v.iter()\n        .cloned()\n        .collect()\n}\n",
    ),
    "references to numbers collected": (
        "fn all(v: &[u8]) -> Vec<u8> {\n    v.iter().collect()\n}\n",
        "fn all(v: &[u8]) -> Vec<u8> {\n    v.iter().copied().collect()\n}\n",
    ),
    "numbers of two types within a macro": (
        'fn show(a: u8, b: u32) {\n    println!("sum! ({})", a + b);\n}\n',
        'fn show(a: u8, b: u32) {\n    println!("sum! ({})", u32::from(a) + b);\n}\n',
    ),
    "a string without its end, and many behind it": (
        'fn cry(who: &str) {\n    println!("oh {}, who);\n}\n\nfn two() -> [&\'static str; 2] {\n    ["a", "b"]\n}\n',
        'fn cry(who: &str) {\n    println!("oh {}", who);\n}\n\nfn two() -> [&\'static str; 2] {\n    ["a", "b"]\n}\n',
    ),
    "a string without its end before a method": (
        'fn name() -> String {\n    // "one\n    let mark = \'"\';\n    "a.to_string() + &mark.to_string()\n}\n',
        'fn name() -> String {\n    // "one\n    let mark = \'"\';\n    "a".to_string() + &mark.to_string()\n}\n',
    ),
    "a string without its end, and marks that are none outside of texts behind it": (
        'fn two() -> [&\'static str; 2] {\n    ["a, "b"]\n}\n\nfn say() -> &\'static str {\n    "\\"c\\\\\\""\n}\n',
        'fn two() -> [&\'static str; 2] {\n    ["a", "b"]\n}\n\nfn say() -> &\'static str {\n    "\\"c\\\\\\""\n}\n',
    ),
    "a function without its keyword": (
        "pub(crate) const of<T: Copy>(t: T) -> T {\n    t\n}\n",
        "pub(crate) const fn of<T: Copy>(t: T) -> T {\n    t\n}\n",
    ),
    "a function without its arrow": (
        "pub fn of<T>(t: T) T {\n    t\n}\n",
        "pub fn of<T>(t: T) -> T {\n    t\n}\n",
    ),
    "a misspelt module of the library": (
        "use std::cnovert::{AsRef, Into};\n\npub fn of<T: AsRef<str> + Into<String>>(_: T) {}\n",
        "use std::convert::{AsRef, Into};\n\npub fn of<T: AsRef<str> + Into<String>>(_: T) {}\n",
    ),
    "an argument too many": (
        "fn add(a: u8, b: u8) -> u8 {\n    a + b\n}\n\nfn two() -> u8 {\n    add(\n        1, // one\n        true,\n"
        "        2,\n    )\n}\n",
        "fn add(a: u8, b: u8) -> u8 {\n    a + b\n}\n\nfn two() -> u8 {\n    add(\n        1, // one\n"
        "        2,\n    )\n}\n",
    ),
    "a function again, without its comment": (
        "/// One.\nfn one() -> u8 {\n    1\n}\n\nfn two() -> u8 {\n    2\n}\n\nfn one() -> u8 {\n    1\n}\n",
        "/// One.\nfn one() -> u8 {\n    1\n}\n\nfn two() -> u8 {\n    2\n}\n",
    ),
    "a method again, with its comment": (
        "struct S;\n\nimpl S {\n    fn one() {}\n\n    /// One.\n    #[inline]\n    fn one() {}\n}\n",
        "struct S;\n\nimpl S {\n    /// One.\n    #[inline]\n    fn one() {}\n}\n",
    ),
    "a function again, with an attribute": (
        "fn one() -> u8 {\n    1\n}\n\n#[inline]\nfn one() -> u8 {\n    1\n}\n",
        "#[inline]\nfn one() -> u8 {\n    1\n}\n",
    ),
    "a variant again": ("enum E {\n    A(u8), B, A(u8),\n}\n", "enum E {\n    A(u8), B,\n}\n"),
    "a field again": ("struct P {\n    x: u8,\n    x: u8,\n}\n", "struct P {\n    x: u8,\n}\n"),
    "an initialiser again": (
        "struct P {\n    é: u8,\n    y: u8,\n}\n\nfn p(y: u8) -> P {\n    P { é: 1, y, é: 1 }\n}\n",
        "struct P {\n    é: u8,\n    y: u8,\n}\n\nfn p(y: u8) -> P {\n    P { é: 1, y }\n}\n",
    ),
    "texts collected": (
        "fn parts(s: &str) -> Vec<String> {\n    s.split(',').collect()\n}\n",
        "fn parts(s: &str) -> Vec<String> {\n    s.split(',').map(String::from).collect()\n}\n",
    ),
    "references to texts collected": (
        "fn parts(s: &[&str]) -> Vec<String> {\n    s.iter().rev().collect()\n}\n",
        "fn parts(s: &[&str]) -> Vec<String> {\n    s.iter().rev().map(|s| s.to_string()).collect()\n}\n",
    ),
    "references to texts collected as they are": (
        "fn parts(s: &[&str]) -> Vec<String> {\n    s.iter().map(|é| é).collect()\n}\n",
        "fn parts(s: &[&str]) -> Vec<String> {\n    s.iter().map(|é| é.to_string()).collect()\n}\n",
    ),
    "a float by an integer": (
        "fn mean(sum: f64, v: &[u8]) -> f64 {\n    sum / v.len()\n}\n",
        "fn mean(sum: f64, v: &[u8]) -> f64 {\n    sum / v.len() as f64\n}\n",
    ),
    "an integer by a float": (
        "fn part(a: u64, b: u64, all: f64) -> f64 {\n    (a + b) * 2 / all\n}\n",
        "fn part(a: u64, b: u64, all: f64) -> f64 {\n    ((a + b) * 2) as f64 / all\n}\n",
    ),
    "a narrow integer by a wide one": (
        "fn area(w: u32, h: u64) -> u64 {\n    (w + 1) * h\n}\n",
        "fn area(w: u32, h: u64) -> u64 {\n    (u64::from(w) + 1) * h\n}\n",
    ),
    "a sum of two narrow integers by a wide one": (
        "fn cents(a: i32, b: i32, c: i64) -> i64 {\n    (a + b) * 100 + c\n}\n",
        "fn cents(a: i32, b: i32, c: i64) -> i64 {\n    i64::from(a + b) * 100 + c\n}\n",
    ),
    "an integer by a number with a point": (
        "fn tax(cents: u64) -> f64 {\n    cents * 0.19\n}\n",
        "fn tax(cents: u64) -> f64 {\n    cents as f64 * 0.19\n}\n",
    ),
    "a float by an integer of any type": (
        "fn steps(x: f64) -> Vec<f64> {\n    (0..4).map(|é| x * é).collect()\n}\n",
        "fn steps(x: f64) -> Vec<f64> {\n    (0..4).map(|é| x * é as f64).collect()\n}\n",
    ),
    "a quotient by a number with a point": (
        "fn part(a: u32, b: u32) -> f64 {\n    a / b * 100.0\n}\n",
        "fn part(a: u32, b: u32) -> f64 {\n    f64::from(a) / f64::from(b) * 100.0\n}\n",
    ),
    "an iterator where a Vec is wanted": (
        "fn twice(v: &[u8]) -> Vec<u8> {\n    v.iter()\n        .map(|é| é * 2)\n}\n",
        "fn twice(v: &[u8]) -> Vec<u8> {\n    v.iter()\n        .map(|é| é * 2)\n        .collect()\n}\n",
    ),
    "an iterator where a String is wanted": (
        'fn back() -> String {\n    let é: String = "ab".chars().rev();\n    é\n}\n',
        'fn back() -> String {\n    let é: String = "ab".chars().rev().collect();\n    é\n}\n',
    ),
    "a shared reference where a mutable one is wanted": (
        "fn fill(v: &mut Vec<u8>) {\n    v.push(1);\n}\n\nfn all(mut v: Vec<u8>) {\n    fill(&v);\n}\n",
        "fn fill(v: &mut Vec<u8>) {\n    v.push(1);\n}\n\nfn all(mut v: Vec<u8>) {\n    fill(&mut v);\n}\n",
    ),
    "texts as patterns of a String": (
        'struct P(String);\n\nfn of(p: &P) -> u8 {\n    match p.0 {\n        "a" => 1,\n        _ => 0,\n    }\n}\n',
        "struct P(String);\n\nfn of(p: &P) -> u8 {\n    match p.0.as_str() {\n"
        '        "a" => 1,\n        _ => 0,\n    }\n}\n',
    ),
    "slices as patterns of a Vec": (
        "fn f(é: &Vec<String>) -> usize {\n    match é {\n        [a] => a.len(),\n"
        "        [_, rest @ ..] => rest.len(),\n        [] => 0,\n    }\n}\n",
        "fn f(é: &Vec<String>) -> usize {\n    match é.as_slice() {\n        [a] => a.len(),\n"
        "        [_, rest @ ..] => rest.len(),\n        [] => 0,\n    }\n}\n",
    ),
    "a slice as the pattern of a field": (
        "struct W(Vec<String>);\n\nfn f(w: &W) -> usize {\n    let [a, _] = &w.0[..] else { return 0 };\n"
        "    if let [b] = w.0 { b.len() } else { a.len() }\n}\n",
        "struct W(Vec<String>);\n\nfn f(w: &W) -> usize {\n    let [a, _] = &w.0[..] else { return 0 };\n"
        "    if let [b] = w.0.as_slice() { b.len() } else { a.len() }\n}\n",
    ),
    "a trait to derive beside another": (
        "#[derive(Debug)]\n/// A point.\npub struct P(u8);\n\nfn same(p: P) -> P {\n    p.clone()\n}\n",
        "#[derive(Debug, Clone)]\n/// A point.\npub struct P(u8);\n\nfn same(p: P) -> P {\n    p.clone()\n}\n",
    ),
    "a trait to derive with what it needs": (
        "mod m {\n    pub enum É {\n        A,\n    }\n}\n\n"
        "fn same(a: m::É, b: m::É) -> bool {\n    a.cmp(&b).is_eq()\n}\n",
        "mod m {\n    #[derive(PartialEq, Eq, PartialOrd, Ord)]\n    pub enum É {\n        A,\n    }\n}\n\n"
        "fn same(a: m::É, b: m::É) -> bool {\n    a.cmp(&b).is_eq()\n}\n",
    ),
    "a sum of floats": (
        "fn add(mut sum: f64, n: i32) -> f64 {\n    sum += n;\n    sum\n}\n",
        "fn add(mut sum: f64, n: i32) -> f64 {\n    sum += f64::from(n);\n    sum\n}\n",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_is_named_mends_and_keeps_the_layout(compiler: Compiler, name: str) -> None:
    broken, mended = (SourceTree({"main.rs": text + MAIN}) for text in MENDED[name])
    errors = compiler.check(broken).errors
    ways = [broken.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, broken)]
    assert mended.files["main.rs"] in ways and compiler.check(mended).green


@pytest.mark.parametrize(
    "text",
    [
        "fn put() -> Result<u8, String> {\n    let _ = 1;\n}\n",  # which value?
        "struct P {\n    x: u8,\n    y: u8,\n}\n\nfn p(x: u8) -> P {\n    P { x }\n}\n",  # no variable `y`
        "fn add(a: u64, b: i64) -> u64 {\n    a + b\n}\n",  # neither holds all of the other
        "fn add(a: usize, b: u32) -> usize {\n    a + b\n}\n",
        "fn one() -> u8 {\n    1\n}\n\nfn one() -> u8 {\n    2\n}\n",  # which of the two?
        "struct P {\n    x: u8,\n}\n\nfn p() -> P {\n    P { x: 1, x: 2 }\n}\n",
        "fn add(mut a: u32, b: u64) -> u32 {\n    a += b;\n    a\n}\n",  # would cut the value
        "struct P;\n\nfn f(p: P) {\n    p.next();\n}\n",  # no derive
        "fn f(é: &[String]) {\n    let mut all: Vec<String> = é.iter().skip(1).collect();\n    for one in &mut all {\n"
        "        one.clear();\n    }\n}\n",  # of copies that nobody sees
    ],
)
def test_nothing_is_made_up_and_no_value_is_cut(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(implied(error, tree) for error in errors)


def test_the_error_of_a_last_call_is_not_dropped(mended: Callable[[str], list[str]]) -> None:
    put = "fn put(n: u8) -> Result<(), {kind}> {{\n{filler}    save(n);\n}}\n"
    head = 'fn save(n: u8) -> std::io::Result<()> {\n    println!("{n}");\n    Ok(())\n}\n\n'
    filler = "".join(f'    println!("é {n}");\n' for n in range(3))
    main = "\nfn main() {\n    let _ = put(1);\n}\n"
    text = head + put.format(kind="Box<dyn std::error::Error>", filler=filler) + main
    assert mended(text)[0] == text.replace("    save(n);\n", "    save(n)?;\n    Ok(())\n")
    text = text.replace("-> std::io::Result<()> {\n", "{\n").replace("    Ok(())\n", "")
    assert mended(text)[0] == text.replace("    save(n);\n", "    save(n);\n    Ok(())\n")
