"""What few edits of a repair lose, where no test can tell: names, cleanups, digits, fields, public types."""

from collections.abc import Callable

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify_tree

Replaced = Callable[[str, str, str], Verdict]


@pytest.mark.parametrize(
    ("head", "written", "name", "verdict"),
    [
        ("area(&self) -> u8", "perimeter(&self) -> u8", "area", Verdict.BROKEN),
        ("area(&self) -> u8", "get_area(&self) -> u8", "area", Verdict.FIXED),
        ("area(&self) -> u8", "aera(&self) -> u8", "area", Verdict.FIXED),
        ("load(&self, key: &str) -> u8", "fetch(&self, key: &str) -> u8", "load", Verdict.FIXED),
        ("load(&self, key: &str) -> u8", "fetch(&self, _key: &str) -> u8", "load", Verdict.FIXED),
        ("load(&self, key: &str) -> u8", "count(&self, text: &str) -> u8", "load", Verdict.BROKEN),
        ("load(&self, key: &str) -> u8", "count(&self, _: &str) -> u8", "load", Verdict.BROKEN),
    ],
)
def test_a_method_is_not_taken_for_another_that_the_trait_lacks(
    replaced: Replaced, head: str, written: str, name: str, verdict: Verdict
) -> None:
    source = (
        f"trait Shape {{\n    fn {head};\n}}\nimpl Shape for u8 {{\n    fn {written} {{ *self }}\n}}\nfn main() {{}}\n"
    )
    assert replaced(source, written, f"{name}({written.partition('(')[2]}") == verdict


@pytest.mark.parametrize(
    ("kind", "rest", "verdict"),
    [
        (": u8", "lock.unlock();\n    Ok(n)", Verdict.BROKEN),
        (": u8", "println!();\n    lock.unlock();\n    Ok(n)", Verdict.BROKEN),
        (": u8", "lock.flush();\n    Ok(n)", Verdict.BROKEN),
        (": u8", 'println!("{n}");\n    lock.flush();\n    Ok(n)', Verdict.FIXED),
        (": u8", "Ok(n)", Verdict.FIXED),
    ],
)
def test_a_failure_does_not_skip_a_cleanup(replaced: Replaced, kind: str, rest: str, verdict: Verdict) -> None:
    source = (
        "struct Lock;\nimpl Lock {\n    fn unlock(&self) {}\n    fn flush(&self) {}\n}\n"
        "fn work(lock: &Lock, text: &str) -> Result<u8, std::num::ParseIntError> {\n"
        f'    let n{kind} = text.parse::<u8>();\n    {rest}\n}}\nfn main() {{ work(&Lock, "").ok(); }}\n'
    )
    assert replaced(source, "<u8>();", "<u8>()?;") == verdict


def test_where_failures_have_left_before_the_cleanup_one_more_does(replaced: Replaced) -> None:
    source = (
        "struct Lock;\nimpl Lock {\n    fn close(&self) {}\n}\n"
        "fn work(lock: &Lock, text: &str) -> Result<u8, std::num::ParseIntError> {\n    text.parse::<u8>()?;\n"
        '    let n: u8 = text.parse::<u8>();\n    print!("{n}");\n    lock.close();\n    Ok(n)\n}\n'
        'fn main() { work(&Lock, "").ok(); }\n'
    )
    assert replaced(source, "parse::<u8>();", "parse::<u8>()?;") == Verdict.FIXED


@pytest.mark.parametrize(
    ("kind", "value", "new", "verdict"),
    [
        ("u8", "n", "n as u8", Verdict.BROKEN),
        ("i32", "text.len()", "text.len() as i32", Verdict.BROKEN),
        ("u8", "n % 10", "(n % 10) as u8", Verdict.FIXED),
        ("u8", "n.min(9)", "n.min(9) as u8", Verdict.FIXED),
        ("u64", "n", "n as u64", Verdict.FIXED),
        ("u64", "text.len()", "text.len() as u64", Verdict.FIXED),
        ("u8", "n", "u8::try_from(n).unwrap()", Verdict.FIXED),
        ("i32", "2.5f64", "2.5f64 as i32", Verdict.FIXED),
        ("usize", "u128::from(n)", "u128::from(n) as usize", Verdict.FIXED),
    ],
)
def test_no_cast_cuts_a_number(replaced: Replaced, kind: str, value: str, new: str, verdict: Verdict) -> None:
    source = (
        f"fn f(n: u32, text: &str) -> {kind} {{\n    let _ = (n, text);\n    {value}\n}}\n"
        'fn main() {\n    println!("{}", f(1, ""));\n}\n'
    )
    assert replaced(source, f"    {value}", f"    {new}") == verdict


@pytest.mark.parametrize(("field", "verdict"), [("pub name", Verdict.BROKEN), ("name", Verdict.FIXED)])
def test_no_type_changes_that_a_librarys_users_have(compiler: Compiler, field: str, verdict: Verdict) -> None:
    source = (
        f"use std::rc::Rc;\n\npub struct Named {{ {field}: Rc<str> }}\n\npub fn run(named: &Named) {{\n"
        "    let name = Rc::clone(&named.name);\n    std::thread::spawn(move || name.len());\n}\n"
    )
    task = Task(id="t", files={"lib.rs": source}, oracle=Oracle("compile"), crate_type="lib")
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    candidate = SourceTree(
        {"lib.rs": source.replace("rc::Rc", "sync::Arc").replace("Rc", "Arc").replace("AArc", "Arc")}
    )
    assert verify_tree(judge, Situation(task.tree, errors, errors), candidate).verdict == verdict


SAME = """\
struct P { x: u8, y: u8 }
impl TRAIT {
    fn METHOD {
        let P { x } = self;
        BODY
    }
}
fn main() {
    print!("{}", P { x: 1, y: 2 }.y);
}
"""


@pytest.mark.parametrize(
    ("trait", "method", "body", "verdict"),
    [
        ("PartialEq for P", "eq(&self, other: &P) -> bool", "*x == other.x", Verdict.BROKEN),
        ("PartialEq for P", "eq(&self, other: &P) -> bool", "*x == other.x && self.y == other.y", Verdict.FIXED),
        ("P", "first(&self) -> u8", "*x", Verdict.FIXED),
    ],
)
def test_what_is_compared_leaves_out_no_field(
    replaced: Replaced, trait: str, method: str, body: str, verdict: Verdict
) -> None:
    source = SAME.replace("TRAIT", trait).replace("METHOD", method).replace("BODY", body)
    assert replaced(source, "P { x } =", "P { x, .. } =") == verdict
    assert replaced(source, "P { x } =", "P { x, y } =") == verdict


@pytest.mark.parametrize(("third", "verdict"), [("Box<Tree>", Verdict.BROKEN), ("bool", Verdict.FIXED)])
def test_what_walks_through_a_tree_leaves_out_no_branch(replaced: Replaced, third: str, verdict: Verdict) -> None:
    source = (
        f"enum Tree {{ Leaf, Node(Box<Tree>, u8, {third}) }}\nfn sum(tree: &Tree) -> u8 {{\n    match tree {{\n"
        "        Tree::Leaf => 0,\n        Tree::Node(left, n) => sum(left) + n,\n    }\n}\n"
        "fn main() { sum(&Tree::Leaf); }\n"
    )
    assert replaced(source, "Node(left, n)", "Node(left, n, _)") == verdict
