"""What has become a cell is borrowed once in a statement: a second lock of it there would wait for the first."""

import pytest

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

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
        ("RefCell", "unit.hits.push(1);", "unit.borrow_mut().hits.push(1);"),
        ("RefCell", "unit.hits.len();", "unit.borrow().hits.len();"),
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
        ("RefCell", "unit.hits.push(unit.hp);"),
        ("RefCell", "let held = unit.borrow_mut();\n    let n = unit.hp;\n    drop(held);"),
    ],
)
def test_it_is_not_borrowed_again_meanwhile(compiler: Compiler, cell: str, body: str) -> None:
    assert not ways(compiler, unit(cell, body))


def test_what_is_gone_over_is_not_changed_meanwhile(compiler: Compiler) -> None:
    text = unit("RefCell", "for hit in unit.hits.iter() {\n        unit.hp -= *hit;\n    }")
    assert not any("unit.borrow().hits" in one for one in ways(compiler, text))


SHARED = """\
#![allow(dead_code, unused)]
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

struct Bank {
    cents: u64,
    value: u64,
}

impl Bank {
    fn pay(&mut self, cents: u64) -> u64 {
        self.cents += cents;
        self.cents
    }

    fn sum(&self) -> u64 {
        self.cents + self.value
    }

    fn shown(&self) -> String {
        self.cents.to_string()
    }
}

static ALL: Mutex<u64> = Mutex::new(4);

fn all() -> u64 {
    *ALL.lock().unwrap()
}

fn seen() -> u64 {
    all()
}

fn four() -> u64 {
    4
}

fn set(place: &RefCell<Bank>, cents: u64) {
    place.borrow_mut().cents = cents;
}

fn f(place: TYPE) {
    BODY
}

fn main() {}
"""

BOOKS = """\
#![allow(dead_code, unused)]
use std::sync::{Mutex, RwLock};

struct Books {
    lines: Vec<u32>,
}

impl Books {
    fn post(&mut self, n: u32) {
        self.lines.push(n);
    }

    fn total(&self) -> u32 {
        self.lines.iter().sum()
    }
}

struct Desk {
    books: CELL<Books>,
}

impl Desk {
    fn sum(&self) -> u32 {
        self.books.SUM.total()
    }

    fn f(&self) -> u32 {
        BODY
    }
}

fn main() {}
"""


def shared(kind: str, body: str) -> str:
    return SHARED.replace("TYPE", kind).replace("BODY", body)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("&Arc<Mutex<Vec<u8>>>", "place.push(1);", "place.lock().unwrap().push(1);"),
        (
            "&Mutex<HashMap<String, u8>>",
            "*place.entry(String::new()).or_default() += 1;",
            "*place.lock().unwrap().entry(String::new()).or_default() += 1;",
        ),
        ("&RwLock<Vec<u8>>", "let n = place.len();", "let n = place.read().unwrap().len();"),
        ("Rc<RefCell<Bank>>", "let n = place.pay(3);", "let n = place.borrow_mut().pay(3);"),
        ("Rc<RefCell<Bank>>", 'println!("{}", place.shown());', 'println!("{}", place.borrow().shown());'),
        ("&Rc<RefCell<Bank>>", "let n = place.sum();", "let n = place.borrow().sum();"),
        ("Rc<RefCell<Bank>>", "place.value = 5;", "place.borrow_mut().value = 5;"),
        ("Arc<RwLock<Bank>>", "place.pay(u64::from(true));", "place.write().unwrap().pay(u64::from(true));"),
        ("Rc<RefCell<Bank>>", "place.pay(four());", "place.borrow_mut().pay(four());"),
    ],
)
def test_it_is_borrowed_for_a_method(compiler: Compiler, kind: str, old: str, new: str) -> None:
    after = shared(kind, new)
    assert after in ways(compiler, shared(kind, old)) and not compiler.check(SourceTree({"main.rs": after})).errors


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("Rc<RefCell<Bank>>", "let n = place.pay(3) + place.pay(4);"),
        ("Rc<RefCell<Bank>>", "place.pay(seen());"),
        ("Arc<Mutex<Bank>>", "let held = place.lock().unwrap();\n    place.pay(1);\n    drop(held);"),
        ("&Mutex<Vec<u64>>", "for n in place.iter() {\n        seen();\n    }"),
        ("&Mutex<Bank>", "let n = place.cents + seen();"),
        ("&Mutex<Bank>", "if let Ok(held) = place.lock() {\n        let n = place.cents;\n    }"),
        ("&Mutex<Bank>", 'let held = place.lock().expect("é");\n    let n = place.cents;\n    drop(held);'),
        ("&Mutex<Bank>", "match place.lock() {\n        Ok(held) => place.pay(1),\n        Err(_) => 0,\n    };"),
        ("&RefCell<Bank>", "set(place, place.cents + 1);"),
        ("&Mutex<Bank>", "let more = |n: u64| n + seen();\n    more(place.cents);"),
        ("(&Mutex<Bank>, fn(u64))", "let (place, told) = place;\n    told(place.cents);"),
        ("Rc<RefCell<Bank>>", "place.close();"),
        ("Rc<RefCell<Bank>>", "place.value = place.value + 1;"),
        ("(&Mutex<Vec<u64>>, std::sync::mpsc::Receiver<u64>)", "place.0.push(place.1.recv().unwrap());"),
    ],
)
def test_it_is_not_borrowed_where_a_call_may_borrow_it_too(compiler: Compiler, kind: str, body: str) -> None:
    assert not ways(compiler, shared(kind, body))


DISPLAY = """
impl std::fmt::Display for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}", self.0.borrow().cents)
    }
}

struct Desk(Rc<RefCell<Bank>>);

fn f("""


@pytest.mark.parametrize(("given", "told"), [('format!("{desk}").len()', False), ("4", True)])
def test_who_shows_a_value_may_borrow_it(compiler: Compiler, given: str, told: bool) -> None:
    text = shared("Rc<RefCell<Bank>>", f"let desk = Desk(place.clone());\n    place.cents += ({given}) as u64;")
    text = text.replace("\nfn f(", DISPLAY)
    found = [one for one in ways(compiler, text) if "place.borrow_mut().cents" in one]
    assert bool(found) == told


@pytest.mark.parametrize(
    ("kind", "body", "ends"),
    [
        ("&Mutex<Vec<usize>>", "place.push(place.len());", False),
        ("&RefCell<Vec<usize>>", "place.push(place.len());", False),
        ("&Mutex<Vec<u64>>", "place.push(seen());", False),
        ("&Mutex<Vec<u64>>", "while let Some(n) = place.pop() {\n        place.push(n);\n    }", False),
        ("&Mutex<Vec<u64>>", "if place.len() > 3 {\n        place.clear();\n    }", True),
        (
            "&RefCell<Vec<u64>>",
            "match four() {\n        4 => place.clear(),\n        _ => place.push(four()),\n    }",
            True,
        ),
    ],
)
def test_rustcs_own_borrows_end_too(compiler: Compiler, kind: str, body: str, ends: bool) -> None:
    """A parameter that is a reference to a cell gets its borrow from rustc."""
    tree = SourceTree({"main.rs": shared(kind.removeprefix("&"), body)})
    found = [[edits for _, _, edits in ranked(one, tree)] for one in compiler.check(tree).errors]
    assert found and all(bool(one) == ends for one in found)


def desk(cell: str, body: str) -> str:
    shown = {"Mutex": "lock().unwrap()", "RwLock": "read().unwrap()"}[cell]
    return BOOKS.replace("CELL", cell).replace("SUM", shown).replace("BODY", body)


@pytest.mark.parametrize(
    ("cell", "old", "new"),
    [
        ("Mutex", "self.books.borrow_mut().post(3);\n        0", "self.books.lock().unwrap().post(3);\n        0"),
        ("Mutex", "self.books.borrow().total()", "self.books.lock().unwrap().total()"),
        ("RwLock", "self.books.borrow().total()", "self.books.read().unwrap().total()"),
        (
            "RwLock",
            "let mut all = self.books.borrow_mut();\n        all.post(3);\n        all.total()",
            "let mut all = self.books.write().unwrap();\n        all.post(3);\n        all.total()",
        ),
    ],
)
def test_a_lock_is_locked_where_a_cell_was_borrowed(compiler: Compiler, cell: str, old: str, new: str) -> None:
    assert ways(compiler, desk(cell, old)) == [desk(cell, new)]
    assert compiler.check(SourceTree({"main.rs": desk(cell, new)})).green


@pytest.mark.parametrize(
    "body",
    [
        "self.books.borrow().total() + self.books.borrow().total()",
        "let all = self.books.borrow();\n        all.total() + self.sum()",
        "let all = self.books.lock().unwrap();\n        self.books.borrow().total()",
        "let all = self.books.borrow();\n        all.total() + self.books.lock().unwrap().total()",
    ],
)
def test_a_lock_is_not_asked_for_twice(compiler: Compiler, body: str) -> None:
    assert not ways(compiler, desk("Mutex", body))


def test_no_trait_borrows_the_lock_itself(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": desk("Mutex", "self.books.borrow().total()")})
    (error,) = compiler.check(tree).errors
    assert any("use std::borrow::Borrow" in edit.new for one in suggestions(error, tree) for edit in one.edits)
    assert not any("use" in edit.new for _, _, edits in ranked(error, tree) for edit in edits)
