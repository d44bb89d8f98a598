"""Floats are sorted and searched by their total order, in the words of what stands there."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = "#![allow(dead_code)]\n\n#[derive(Clone)]\nstruct Q {\n    é: f64,\n    name: String,\n}\n\n"
MAIN = "\nfn main() {}\n"
MENDED = {
    "a list": ("fn f(v: &mut Vec<f64>) {\n    v.sort();\n}\n", "sort()", "sort_by(|a, b| a.total_cmp(b))"),
    "a list by which no order is kept": (
        "fn f(v: &mut [f32]) {\n    v.sort_unstable();\n}\n",
        "sort_unstable()",
        "sort_unstable_by(|a, b| a.total_cmp(b))",
    ),
    "the largest": (
        "fn f(v: &[f64]) -> Option<&f64> {\n    v.iter().max()\n}\n",
        "max()",
        "max_by(|a, b| a.total_cmp(b))",
    ),
    "by a field": (
        "fn f(v: &mut Vec<Q>) {\n    v.sort_by_key(|q| q.é);\n}\n",
        "sort_by_key(|q| q.é)",
        "sort_by(|a, b| a.é.total_cmp(&b.é))",
    ),
    "by a field, the largest first": (
        "fn f(v: &mut Vec<Q>) {\n    v.sort_by_key(|q| -q.é);\n}\n",
        "sort_by_key(|q| -q.é)",
        "sort_by(|a, b| b.é.total_cmp(&a.é))",
    ),
    "the least by a part of a pair": (
        "fn f(v: &[(u8, f64)]) -> Option<&(u8, f64)> {\n    v.iter().min_by_key(|(_, x)| *x)\n}\n",
        "min_by_key(|(_, x)| *x)",
        "min_by(|(_, a), (_, b)| a.total_cmp(b))",
    ),
    "the least by a part that is lent": (
        "fn f(v: &[(u8, f64)]) -> Option<&(u8, f64)> {\n    v.iter().min_by_key(|(_, x)| x)\n}\n",
        "min_by_key(|(_, x)| x)",
        "min_by(|(_, a), (_, b)| a.total_cmp(b))",
    ),
    "compared": (
        "fn f(v: &mut Vec<Q>) {\n    v.sort_by(|p, q| q.é.cmp(&p.é));\n}\n",
        "q.é.cmp(&p.é)",
        "q.é.total_cmp(&p.é)",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_floats_are_ordered_by_their_total_order(compiler: Compiler, name: str) -> None:
    text, old, new = MENDED[name]
    tree, mended = SourceTree({"main.rs": HEAD + text + MAIN}), HEAD + text.replace(old, new) + MAIN
    ways = [
        tree.apply(one.edits).files["main.rs"] for error in compiler.check(tree).errors for one in implied(error, tree)
    ]
    assert ways == [mended] and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        "fn f(v: &mut Vec<Q>, a: f64) {\n    v.sort_by_key(|q| a.max(q.é));\n}\n",  # `a` has a meaning there
        "fn f(v: &mut Vec<Q>) {\n    v.sort_by_key(|q| (q.é, q.name.len()));\n}\n",
        "fn f(v: &mut Vec<Q>) {\n    v.sort_by_key(|q| q.é * 2.0 + 1.0);\n}\n",
    ],
)
def test_other_keys_are_left_alone(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": HEAD + text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(implied(error, tree) for error in errors)
