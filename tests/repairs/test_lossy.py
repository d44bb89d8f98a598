"""What compiles and loses a change, a fraction or a value without a word is none of what is tried; its twin that loses
nothing is."""

import pytest

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree

LOG = "#[derive(Clone, Debug)]\npub struct Log(Vec<u32>);\n\nimpl Log {\n    fn told(HEAD\n}\n\n"
BUILDER = LOG.replace("HEAD", "mut self, n: u32) -> Self { self.0.push(n); self }")
COUNTED = LOG.replace("HEAD", "mut self, n: u32) -> usize { self.0.push(n); self.0.len() }")
ONLY_READ = LOG.replace("HEAD", "self, n: u32) -> usize { self.0.len() + n as usize }")
APP = """\
pub struct App { log: Log }

impl App {
    pub fn run(&mut self) -> usize { self.log.told(1) }
}
"""
USED = """\
fn main() {
    let log = Log(vec![]);
    CALL
    println!("{log:?}");
}
"""
FUNCTION = """\
fn use_up(HEAD

fn main() {
    let v = vec![1];
    use_up(v);
    println!("{v:?}");
}
"""
GRADED = """\
pub enum Mark { A }

fn note(_: Mark, text: &str) -> usize { text.len() }

pub fn run() -> usize { note(GIVEN) }
"""
ACCOUNT = """\
#[derive(Clone)]
pub struct Account { cents: i64 }

impl Account {
    fn add(&mut self, cents: i64) -> i64 { self.cents += cents; self.cents }
    fn tax(&self) -> i64 { self.cents / 5 }
}

fn deposit(HEAD

fn main() {
    let account = Account { cents: 5 };
    CALL
    println!("{}", account.cents + account.tax() + account.clone().add(1));
}
"""
DEPOSIT = ACCOUNT.replace("CALL", "let _ = deposit(account);")
NEXT = ACCOUNT.replace("HEAD", "account: Account) -> Option<Account> { Some(Account { cents: account.cents + 1 }) }")
HITS = """\
use std::{cell::Cell, rc::Rc};

#[derive(Clone)]
pub struct Hits { KIND }

fn visit(hits: Hits) -> u32 { hits.count.get() }

fn main() {
    let hits = Hits { count: Default::default() };
    visit(hits);
    println!("{}", hits.count.get());
    let _ = Rc::new(Cell::new(1u8));
}
"""
PAIR = """\
use std::cell::Cell;

#[derive(Clone)]
pub struct Count(Cell<u32>);

fn main() {
    let count = Count(Cell::new(1));
    let other = count;
    other.0.set(count.0.get());
}
"""
CELL = """\
use std::cell::RefCell;

pub struct Log(RefCell<Vec<u32>>);

fn main() {
    let lines = RefCell::new(vec![]);
    let log = Log(lines);
    log.0.borrow_mut().push(1);
    println!("{:?}", lines.borrow());
}
"""
WALK = """\
#[derive(Clone)]
pub struct Walk(u32);

pub struct Reader { walk: Walk }

impl Reader {
    pub fn run(&mut self) {
        for _ in self.walk {}
    }
}

impl NAME for Walk {
    type Item = u32;
"""
ITERATOR = WALK.replace("NAME", "Iterator") + "    fn next(&mut self) -> Option<u32> { None }\n}\n"
COLLECTION = WALK.replace("NAME", "IntoIterator") + (
    "    type IntoIter = std::vec::IntoIter<u32>;\n"
    "    fn into_iter(self) -> Self::IntoIter { vec![self.0].into_iter() }\n}\n"
)
LIST = """\
#[derive(Clone)]
pub struct Node { next: Option<Box<Node>> }

pub struct List { head: Option<Box<Node>> }

impl List {
    pub fn pop(&mut self) -> Option<()> {
        let node = self.head?;
        BEHIND
        Some(())
    }
}
"""


def tree_of(source: str) -> SourceTree:
    return SourceTree({"main.rs": source if "fn main" in source else f"{source}\nfn main() {{}}\n"})


@pytest.mark.parametrize(
    ("source", "word", "tried"),
    [
        (FUNCTION.replace("HEAD", "mut v: Vec<u32>) { v.push(1); }"), "clone", False),
        (FUNCTION.replace("HEAD", "v: Vec<u32>) { drop(v); }"), "clone", True),
        (FUNCTION.replace("HEAD", "mut v: Vec<u32>) -> u32 { v.sort(); v[0] }"), "clone", True),
        (FUNCTION.replace("HEAD", "v: Vec<u32>) -> Vec<u32> { v }"), "clone", False),
        (FUNCTION.replace("HEAD", "v: Vec<u32>) -> Vec<u64> { vec![v.len() as u64] }"), "clone", True),
        (DEPOSIT.replace("HEAD", "mut account: Account) -> i64 { account.add(10) }"), "clone", False),
        (DEPOSIT.replace("HEAD", "mut account: Account) -> i64 { account.cents += 1; account.cents }"), "clone", False),
        (DEPOSIT.replace("HEAD", "account: Account) -> i64 { account.tax() }"), "clone", True),
        (DEPOSIT.replace("HEAD", "mut account: Account) -> Account { account.add(10); account }"), "clone", True),
        (NEXT.replace("CALL", "deposit(account);"), "clone", False),
        (NEXT.replace("CALL", "let _other = deposit(account);"), "clone", True),
        (HITS.replace("KIND", "count: Cell<u32>"), "clone", False),
        (HITS.replace("KIND", "count: Rc<Cell<u32>>"), "clone", True),
        (CELL, "clone", False),
        (PAIR, "clone", False),
        (COUNTED + APP, "clone", False),
        (ONLY_READ + APP, "clone", True),
        (BUILDER + USED.replace("CALL", "log.told(1);"), "clone", False),
        (BUILDER + USED.replace("CALL", "let _other = log.told(1);"), "clone", True),
        (BUILDER + USED.replace("CALL", "for n in [1, 2] { log.told(n); }"), "clone", False),
        (BUILDER + USED.replace("CALL", "for n in [1, 2] { let _other = log.told(n); }"), "clone", True),
        (ITERATOR, "clone", False),
        (COLLECTION, "clone", True),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    hits / shots\n}\n", "into", False),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    (hits / shots) * 2\n}\n", "into", False),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    hits * shots\n}\n", "into", True),
        ("pub fn share(hits: u32, shots: u32) -> u64 {\n    hits / shots\n}\n", "into", True),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    let n = hits / shots;\n    n\n}\n", "into", False),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    let n = hits + shots;\n    n\n}\n", "into", True),
        ("pub fn share(hits: u32, shots: u32) -> f64 {\n    let n: u32 = hits / shots;\n    n\n}\n", "into", True),
        ("pub fn ahead(a: &str, b: &str) -> i32 {\n    a.len() - b.len()\n}\n", "try_into", False),
        ("pub fn ahead(a: &str, b: &str) -> i32 {\n    a.len() + b.len()\n}\n", "try_into", True),
        ("pub fn last(a: &str) -> i32 {\n    a.len() - 1\n}\n", "try_into", True),
        ("pub fn ahead(a: &str, b: &str) -> u32 {\n    a.len() - b.len()\n}\n", "try_into", True),
        ("pub fn ready() -> bool {\n    False\n}\n", "false", True),
        ("pub fn ready() -> bool {\n    return;\n}\n", "false", False),
        ("pub fn name() -> Option<u8> {\n    null\n}\n", "ptr", False),
        ("pub fn name() -> *const u8 {\n    null\n}\n", "ptr", True),
        ("pub fn small(c: char) -> char {\n    c.to_lowercase()\n}\n", "c", False),
        ("pub fn root() -> f64 {\n    let x = 2.0;\n    x.sqrt();\n    x\n}\n", "f64", True),
        ("pub fn root() {\n    let x = 2.0;\n    x.sqrt();\n}\n", "f32", False),
        (GRADED.replace("GIVEN", '"á".to_string(), Mark::A'), "/*", False),
        (GRADED.replace("GIVEN", "Mark::A"), "/*", True),
    ],
)
def test_only_what_loses_nothing_is_tried(compiler: Compiler, source: str, word: str, tried: bool) -> None:
    tree = tree_of(source)
    errors = compiler.check(tree).errors
    said = [edit.new for error in errors for _, _, edits in ranked(error, tree) for edit in edits]
    assert errors and any(word in new for new in said) == tried, said


@pytest.mark.parametrize(
    ("new", "lost"),
    [
        ("f64::from(hits / shots)", True),
        ("(hits / shots).into()", True),
        ("((hits) / shots) as f64", True),
        ("f64::from(hits) / f64::from(shots)", False),
        ("hits as f64 / (shots as f64)", False),
    ],
)
def test_a_quotient_is_converted_before_it_is_taken(compiler: Compiler, new: str, lost: bool) -> None:
    tree = tree_of("pub fn share(hits: u32, shots: u32) -> f64 {\n    hits / shots\n}\n")
    (error,) = compiler.check(tree).errors
    edits = [Edit("main.rs", 2, 2, "hits / shots", new)]
    assert not compiler.check(tree.apply(edits)).errors and loses(error, edits, tree) == lost


@pytest.mark.parametrize(("behind", "wanted"), [("self.head = node.next;", ".take()?"), ("drop(node);", ".clone()?")])
def test_what_is_replaced_later_is_taken_out(compiler: Compiler, behind: str, wanted: str) -> None:
    tree = tree_of(LIST.replace("BEHIND", behind))
    (error,) = compiler.check(tree).errors
    ways = [edits for _, _, edits in ranked(error, tree)] + [one.edits for one in implied(error, tree)]
    after = [changed for edits in ways if not compiler.check(changed := tree.apply(edits)).errors]
    assert wanted in after[0].files["main.rs"]


@pytest.mark.parametrize(
    ("new", "lost"), [("(total(2))", True), ("show(total(2), 3)", False), ("show(0, total(2))", False)]
)
def test_a_call_with_too_few_arguments_stays_a_call(compiler: Compiler, new: str, lost: bool) -> None:
    heads = "fn total(n: u32) -> u32 {\n    n + 1\n}\n\nfn show(n: u32, wide: u32) -> u32 {\n    n * wide\n}\n\n"
    tree = tree_of(heads + "pub fn f() -> u32 {\n    show(total(2))\n}\n")
    (error,) = compiler.check(tree).errors
    edits = [Edit("main.rs", 10, 10, "show(total(2))", new)]
    assert not compiler.check(tree.apply(edits)).errors and loses(error, edits, tree) == lost


def test_an_argument_that_has_the_name_of_what_is_called_may_go(compiler: Compiler) -> None:
    heads = "pub struct Sum {\n    total: u32,\n}\n\nfn total(n: u32) -> u32 {\n    n + 1\n}\n\n"
    tree = tree_of(heads + "pub fn f(é: &Sum) -> u32 {\n    total(2, é.total)\n}\n")
    (error,) = compiler.check(tree).errors
    assert not loses(error, [Edit("main.rs", 10, 10, "total(2, é.total)", "total(2)")], tree)
    assert loses(error, [Edit("main.rs", 10, 10, "total(2, é.total)", "é.total")], tree)
