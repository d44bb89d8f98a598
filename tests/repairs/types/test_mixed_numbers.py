"""Numbers of two types are converted where their values stay what they are, before a part of them is lost."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

CONVERTED = {
    "a quotient in a variable": (
        "fn f(hits: u32, é: u32) -> f64 {\n    let share: f64 = hits / é;\n    share\n}",
        "hits / é",
        "f64::from(hits) / f64::from(é)",
    ),
    "a quotient by a constant": ("fn f(n: i32) -> f64 {\n    n / 2\n}", "n / 2", "f64::from(n) / 2.0"),
    "a quotient of sizes": (
        "fn f(v: &[u8]) -> f64 {\n    (v.len() / (v.len() + 1))\n}",
        "v.len() / (v.len() + 1)",
        "v.len() as f64 / (v.len() + 1) as f64",
    ),
    "a quotient beside a float": (
        "fn f(a: u32, b: u32, c: f64) -> f64 {\n    c * (a / b)\n}",
        "a / b",
        "f64::from(a) / f64::from(b)",
    ),
    "a product that may be too large": (
        "fn f(a: i32, b: i32) -> i64 {\n    a * b\n}",
        "a * b",
        "i64::from(a) * i64::from(b)",
    ),
    "a product by a constant": ("fn f(a: i32) -> i64 {\n    a * 100\n}", "a * 100", "i64::from(a) * 100"),
    "a sum that may be too large": (
        "fn f(a: u8, b: u8, c: u8) -> u32 {\n    a + b + c\n}",
        "a + b + c",
        "u32::from(a) + u32::from(b) + u32::from(c)",
    ),
    "a difference that may be below zero": (
        "fn f(wins: u32, losses: u32) -> i64 {\n    (wins - losses) * 3\n}",
        "(wins - losses) * 3",
        "(i64::from(wins) - i64::from(losses)) * 3",
    ),
    "bits that may be shifted out": (
        "fn f(n: u32) -> u64 {\n    1u32 << n\n}",
        "1u32 << n",
        "u64::from(1u32) << n",
    ),
    "a difference of sizes": (
        "fn f(a: &str, é: &str) -> f64 {\n    a.len() - é.len()\n}",
        "a.len() - é.len()",
        "a.len() as f64 - é.len() as f64",
    ),
    "a quotient that has a name": (
        "fn f(total: u32, é: u32) -> f64 {\n    let mean = total / é;\n    mean\n}",
        "total / é",
        "f64::from(total) / f64::from(é)",
    ),
    "a quotient that has a field's name": (
        "struct S {\n    mean: f64,\n}\nfn f(a: i32, b: i32) -> S {\n    let mean = a / b;\n    S { mean }\n}",
        "a / b",
        "f64::from(a) / f64::from(b)",
    ),
    "a product that has a name": (
        "fn f(w: u16, h: u16) -> u32 {\n    let area = w * h;\n    area\n}",
        "w * h",
        "u32::from(w) * u32::from(h)",
    ),
    "a reference": (
        "fn f(v: &[u8]) -> u32 {\n    let mut n = 0u32;\n    for b in v {\n        n += b;\n    }\n    n\n}",
        "+= b",
        "+= u32::from(*b)",
    ),
    "an element's reference": ("fn f(v: &[u8], n: u32) -> u32 {\n    n + &v[0]\n}", "&v[0]", "u32::from(v[0])"),
    "a reference beside a float": (
        "fn f(n: &i64, c: f64) -> f64 {\n    c / n\n}",
        "/ n",
        "/ *n as f64",
    ),
    "a difference beside a float": (
        "fn f(n: i32, c: f64) -> f64 {\n    c / (n - 1)\n}",
        "(n - 1)",
        "f64::from(n - 1)",
    ),
    "what is compared afterwards": (
        "fn f(n: usize, c: f64) -> bool {\n    c * n < 1.0\n}",
        "c * n",
        "c * (n as f64)",
    ),
    "a reference in a product with a cast": (
        "fn f(v: &[u8]) -> u32 {\n    let mut n = 0u32;\n    for (i, b) in v.iter().enumerate() {\n"
        "        n += b * (i as u32 + 1);\n    }\n    n\n}",
        "+= b",
        "+= u32::from(*b)",
    ),
}


def ways(compiler: Compiler, function: str) -> list[str]:
    tree = SourceTree({"main.rs": f"{function}\n\nfn main() {{}}\n"})
    errors = compiler.check(tree).errors
    assert errors
    said = [one for error in errors for one in (*foremost(error, tree), *implied(error, tree))]
    return [tree.apply(one.edits).files["main.rs"] for one in said]


@pytest.mark.parametrize("name", CONVERTED)
def test_a_value_is_converted_whole(compiler: Compiler, name: str) -> None:
    function, old, new = CONVERTED[name]
    mended = f"{function.replace(old, new)}\n\nfn main() {{}}\n"
    assert mended in ways(compiler, function)
    assert not [one for one in compiler.check(SourceTree({"main.rs": mended})).errors if one.code]


def test_what_is_said_of_a_mixture_is_not_believed(compiler: Compiler) -> None:
    function = "fn f(mut n: u32, b: &u8, i: usize) -> u32 {\n    n += b * (i as u32 + 1);\n    n\n}"
    assert not any("u32::from(b * " in way for way in ways(compiler, function))


@pytest.mark.parametrize(
    "function",
    [
        "fn f(a: u32, b: u32, c: u32) -> f64 {\n    (a / b) / c\n}",  # a fraction may be lost on purpose
        "fn f(n: u32) -> f64 {\n    n / 10 * 10\n}",
        "fn f(n: u64, c: f64) -> f64 {\n    c * (n / 10 + 1)\n}",
        "fn f(a: i64, b: i64) -> i32 {\n    a * b\n}",
        'fn f(a: u32, b: u32) -> f64 {\n    let n = a / b;\n    println!("{n}");\n    n\n}',
        "fn f(a: u32, b: u32) -> f64 {\n    let mut n = a / b;\n    n += 1;\n    n\n}",
        "fn f(a: u32, b: u32) -> f64 {\n    let n: u32 = a / b;\n    n\n}",
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(compiler: Compiler, function: str) -> None:
    assert not ways(compiler, function)


@pytest.mark.parametrize("kind", ["f32", "f64"])
def test_a_float_is_what_the_function_gives_back(mended: Callable[[str], list[str]], kind: str) -> None:
    source = f"fn share(é: usize, all: usize) -> {kind} {{\n    é / all * 100.0\n}}\nfn main() {{ share(1, 3); }}\n"
    assert mended(source)[0] == source.replace("é / all", f"é as {kind} / all as {kind}")
