"""A list of boxes of several types holds values of their trait; where they share several, or nothing is boxed, it is
left alone."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = """\
use std::rc::Rc;

pub trait Sound {
    fn sound(&self) -> String;
}

pub struct Cat;
pub struct Dog {
    pub age: u8,
}

impl Sound for Cat {
    fn sound(&self) -> String {
        "meow".to_string()
    }
}

impl Sound for Dog {
    fn sound(&self) -> String {
        "w".repeat(self.age.into())
    }
}

pub fn chorus(all: &[Box<dyn Sound>]) -> usize {
    all.iter().map(|one| one.sound().len()).sum()
}

"""
NAMED = "pub trait Named {}\n\nimpl Named for Cat {}\n\nimpl Named for Dog {}\n\n"


def mended(compiler: Compiler, text: str) -> set[str]:
    tree = SourceTree({"lib.rs": HEAD + text}, crate_type="lib")
    errors = compiler.check(tree).errors
    assert errors
    after = [tree.apply(one.edits) for error in errors for one in implied(error, tree)]
    return {one.files["lib.rs"].removeprefix(HEAD) for one in after if not compiler.check(one).errors}


PUSHED = """\
pub fn f() -> usize {
    let mut all = Vec::new();
    all.push(Box::new(Cat));
    all.push(Box::new(Dog { age: 3 }));
    chorus(&all)
}
"""
LISTED = """\
pub fn f(rc: Rc<u8>) -> String {
    let _ = rc;
    let all = vec![Box::new(Cat), Box::new(Dog { age: 3 })];
    all[0].sound()
}
"""
NAMES = """\
pub fn f() -> String {
    let (cat, dog) = (Rc::new(Cat), Rc::new(Dog { age: 3 }));
    let all = vec![cat, dog];
    all[1].sound()
}
"""
RETURNED = """\
pub fn f() -> Vec<Box<dyn Sound>> {
    let all = vec![Box::new(Cat)];
    all
}
"""


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (PUSHED, "let mut all =", "let mut all: Vec<Box<dyn Sound>> ="),
        (LISTED, "let all =", "let all: Vec<Box<dyn Sound>> ="),
        (LISTED.replace("Box", "Rc"), "let all =", "let all: Vec<Rc<dyn Sound>> ="),
        (NAMES, "let all =", "let all: Vec<Rc<dyn Sound>> ="),
        (RETURNED, "let all =", "let all: Vec<Box<dyn Sound>> ="),
        (NAMED + PUSHED, "let mut all =", "let mut all: Vec<Box<dyn Sound>> ="),
    ],
)
def test_the_list_holds_values_of_the_trait(compiler: Compiler, text: str, old: str, new: str) -> None:
    assert mended(compiler, text) == {text.replace(old, new)}


@pytest.mark.parametrize(
    "text",
    [
        NAMED + LISTED,
        LISTED.replace("Box::new(Dog { age: 3 })", "Box::new(3)"),
        LISTED.replace("Box::new(Cat)", "Cat").replace("Box::new(Dog { age: 3 })", "Dog { age: 3 }"),
    ],
)
def test_what_no_one_trait_joins_is_left_alone(compiler: Compiler, text: str) -> None:
    assert not mended(compiler, text)
