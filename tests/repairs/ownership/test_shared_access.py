"""What is written through a borrow that only lets it be read is borrowed to be written, and nothing else is."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = """#![allow(dead_code, unused)]
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::RwLock;

#[derive(Default)]
struct N {
    n: u32,
    kids: Vec<u32>,
}

fn raise(n: &mut N) {
    n.n += 1;
}

"""
WRITTEN = {
    "a field behind a cell": ("fn f(é: &RefCell<N>) { é.borrow().n += 1; }", "borrow()", "borrow_mut()"),
    "a method's receiver behind a cell": (
        "fn f(c: &[RefCell<N>]) { c[0].borrow().kids.push(1); }",
        "borrow()",
        "borrow_mut()",
    ),
    "all of a cell": ("fn f(c: &RefCell<u32>) { *c.borrow() = 1; }", "borrow()", "borrow_mut()"),
    "a guard that has a name": (
        "fn f(c: &RefCell<N>) { let mut g = c.borrow(); let n = 1; g.n = n; }",
        "borrow()",
        "borrow_mut()",
    ),
    "a lock, over lines": (
        "fn f(c: &RwLock<N>) {\n    c\n        .read()\n        .unwrap()\n        .kids\n        .push(1);\n}",
        "read()",
        "write()",
    ),
    "an entry that `if let` finds": (
        'fn f(m: &mut HashMap<String, u32>) { if let Some(n) = m.get("a") { *n += 1; } }',
        "get(",
        "get_mut(",
    ),
    "an entry that `let else` finds": (
        "fn f(m: &mut HashMap<u8, N>) { let Some(n) = m.get(&1) else { return }; n.kids.push(1); }",
        "get(",
        "get_mut(",
    ),
    "an entry that is unwrapped": (
        "fn f(m: &mut HashMap<u8, N>) -> Option<()> { let n = m.get(&1)?; n.n = 2; Some(()) }",
        "get(",
        "get_mut(",
    ),
    "an entry without a name": (
        "fn f(m: &mut HashMap<u8, N>) { m.get(&1).unwrap().n = 2; }",
        "get(",
        "get_mut(",
    ),
    "an element that `match` finds": (
        "fn f(v: &mut Vec<N>) { match v.last() { Some(n) if n.n > 1 => n.n = 0, _ => {} } }",
        "last(",
        "last_mut(",
    ),
    "an element that an argument names": (
        "fn f(v: &mut Vec<N>) { if let Some(n) = v.first() { raise(n); } }",
        "first(",
        "first_mut(",
    ),
    "a value in an option": (
        "fn f(o: &mut Option<N>) { while let Some(n) = o.as_ref() { n.n = 1; } }",
        "as_ref(",
        "as_mut(",
    ),
    "an argument that a loop takes by a method": (
        "fn f(v: &mut Vec<N>) { for n in v.iter() { raise(n); } }",
        "iter(",
        "iter_mut(",
    ),
    "an argument that a loop takes by reference": (
        "fn f(mut v: Vec<N>) { for n in &v { raise(n); } }",
        "in &v",
        "in &mut v",
    ),
    "an element with its number": (
        "fn f(v: &mut Vec<N>) { for (i, n) in v.iter().enumerate() { n.n = 1; } }",
        "iter(",
        "iter_mut(",
    ),
}


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors
    return [tree.apply(one.edits).files["main.rs"] for error in errors for one in implied(error, tree)]


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_borrowed_to_be_written(compiler: Compiler, name: str) -> None:
    function, old, new = WRITTEN[name]
    text = f"{HEAD}{function}\n\nfn main() {{}}\n"
    mended = text.replace(old, new)
    assert mended in ways(compiler, text) and compiler.check(SourceTree({"main.rs": mended})).green


def test_a_number_that_is_not_dereferenced_is_borrowed_first(compiler: Compiler) -> None:
    text = f"{HEAD}fn f(m: &mut HashMap<u8, u32>) {{ if let Some(n) = m.get(&1) {{ n += 1; }} }}\n\nfn main() {{}}\n"
    assert text.replace("get(", "get_mut(") in ways(compiler, text)


@pytest.mark.parametrize(
    "function",
    [
        "fn f(n: &N) { n.n = 1; }",  # whose callers say what it is
        "fn f(v: Vec<N>) { v.iter().for_each(|n| n.n = 1); }",  # rustc suggests it
        "fn f(m: &HashMap<u8, N>, n: &N) { if let Some(n) = m.get(&1) { n.n; } n.n = 1; }",  # another variable
        "fn f(m: &HashMap<u8, u32>, o: &u32) { let n = m.get(&1).unwrap(); let n = o; *n = 1; }",
        "fn f(c: &RefCell<N>) { c.borrow().n = c.borrow().n + 1; }",  # which would be borrowed already
        "fn f(c: &RefCell<N>) { let mut g = c.borrow(); let n = c.borrow().n; g.n = n; }",
        "fn f(l: &RwLock<u32>) { let mut g = l.read().unwrap(); let n = *l.read().unwrap(); *g = n; }",
        "const ALL: [u8; 2] = [1, 2];\nfn f() { for n in &ALL { n += 1; } }",  # a copy would be written
    ],
)
def test_what_is_borrowed_elsewhere_is_left_alone(compiler: Compiler, function: str) -> None:
    assert not ways(compiler, f"{HEAD}{function}\n\nfn main() {{}}\n")
