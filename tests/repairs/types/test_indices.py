"""What a slice is indexed by becomes a `usize`, at its place; what is no index of a slice stays."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MENDED = {
    "a signed number": ("fn f(v: &[u8], é: i32) -> u8 {\n    v[é]\n}\n", ("v[é]", "v[é as usize]")),
    "a sum": ("fn f(v: &[u8], é: i64) -> u8 {\n    v[é + 1]\n}\n", ("v[é + 1]", "v[(é + 1) as usize]")),
    "a number that always fits": ("fn f(v: &[u8], n: u8) -> u8 {\n    v[n]\n}\n", ("v[n]", "v[usize::from(n)]")),
    "the number behind a reference": ("fn f(v: &[u8], n: &u32) -> u8 {\n    v[n]\n}\n", ("v[n]", "v[*n as usize]")),
    "both ends of a range": (
        "fn f(v: &[u8], n: i32) -> &[u8] {\n    &v[n..n + 2]\n}\n",
        ("n..n + 2", "n as usize..(n + 2) as usize"),
    ),
    "the end of a range over a text": (
        "fn f(v: &str, n: u64) -> &str {\n    &v[1..n]\n}\n",
        ("1..n", "1..n as usize"),
    ),
    "a number within a macro": (
        'fn f(v: [u8; 3], n: i32) {\n    println!("{}", v[n]);\n}\n',
        ("v[n]", "v[n as usize]"),
    ),
}
MAIN = "\nfn main() {}\n"


@pytest.mark.parametrize("name", MENDED)
def test_an_index_is_cast_where_it_stands(compiler: Compiler, name: str) -> None:
    text, (old, new) = MENDED[name]
    tree, mended = SourceTree({"main.rs": text + MAIN}), text.replace(old, new) + MAIN
    (error,) = compiler.check(tree).errors
    assert [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)] == [mended]
    assert compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    [
        "fn f(v: &[u8], n: u128) -> u8 {\n    v[n]\n}\n",  # may be cut to an index that is there
        "fn f(v: &[u8]) -> &[u8] {\n    &v[..-1]\n}\n",
        "fn f(v: &[u8]) -> u8 {\n    v[-1_i32]\n}\n",
        "fn f(v: &[u8], n: f64) -> u8 {\n    v[n]\n}\n",
        "use std::collections::HashMap;\n\nfn f(v: HashMap<u8, u8>, n: i32) -> u8 {\n    v[&n]\n}\n",
    ],
)
def test_what_a_cast_may_change_is_left_alone(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(
        " as usize" in edit.new for error in errors for one in implied(error, tree) for edit in one.edits
    )


WRAPPED = "KIND\n\nfn f(v: &[u8], id: Id) -> u8 {\n    v[id]\n}\n"


@pytest.mark.parametrize(
    ("kind", "new"),
    [
        ("struct Id(usize);", "v[id.0]"),
        ("struct Id(u32);", "v[id.0 as usize]"),
        ("struct Id {\n    number: usize,\n}", "v[id.number]"),
        ("struct Id(i64);", None),
        ("struct Id(usize, usize);", None),
    ],
)
def test_what_wraps_a_number_gives_it(compiler: Compiler, kind: str, new: str | None) -> None:
    text = WRAPPED.replace("KIND", kind) + MAIN
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    wanted = [text.replace("v[id]", new)] if new is not None else []
    assert [tree.apply(one.edits).files["main.rs"] for one in implied(error, tree)] == wanted
