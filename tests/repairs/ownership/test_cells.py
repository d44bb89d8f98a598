"""What has become a cell is borrowed once in a statement: a second lock of it there would wait for the first."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

UNIT = """\
#![allow(dead_code, unused)]
use std::cell::RefCell;
use std::sync::Mutex;

struct Unit {
    hp: u32,
    most: u32,
    hits: Vec<u32>,
}

fn f(unit: &CELL<Unit>) {
    BODY
}

fn main() {}
"""


def unit(cell: str, body: str) -> str:
    return UNIT.replace("CELL", cell).replace("BODY", body)


def ways(compiler: Compiler, text: str) -> list[str]:
    """What each repair of one of its errors makes of a text."""
    tree = SourceTree({"main.rs": text})
    found = [one for error in compiler.check(tree).errors for one in implied(error, tree)]
    return [tree.apply(one.edits).files["main.rs"] for one in found]


@pytest.mark.parametrize(
    ("cell", "old", "new"),
    [
        ("Mutex", "unit.hp += 1;", "unit.lock().unwrap().hp += 1;"),
        ("Mutex", 'println!("{}", unit.hp);', 'println!("{}", unit.lock().unwrap().hp);'),
        ("RefCell", "let n = unit.hp + unit.most;", "let n = unit.borrow().hp + unit.most;"),
        ("RefCell", "let n = unit.hp + unit.most;", "let n = unit.hp + unit.borrow().most;"),
    ],
)
def test_it_is_borrowed(compiler: Compiler, cell: str, old: str, new: str) -> None:
    assert unit(cell, new) in ways(compiler, unit(cell, old))


@pytest.mark.parametrize(
    ("cell", "body"),
    [
        ("Mutex", 'println!("{} {}", unit.hp, unit.most);'),
        ("Mutex", "let n = unit.hp + unit.most;"),
        ("Mutex", "let n = unit.lock().unwrap().hp + unit.most;"),
        ("RefCell", "unit.hp = unit.most;"),
        ("RefCell", "let held = unit.borrow_mut();\n    let n = unit.hp;\n    drop(held);"),
    ],
)
def test_it_is_not_borrowed_again_meanwhile(compiler: Compiler, cell: str, body: str) -> None:
    assert not ways(compiler, unit(cell, body))


def test_what_is_gone_over_is_not_changed_meanwhile(compiler: Compiler) -> None:
    text = unit("RefCell", "for hit in unit.hits.iter() {\n        unit.hp -= *hit;\n    }")
    assert not any("unit.borrow().hits" in one for one in ways(compiler, text))
