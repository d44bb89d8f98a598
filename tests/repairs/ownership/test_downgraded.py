"""A strong pointer becomes the weak one that is wanted, and a weak one is asked for the strong one."""

from collections.abc import Callable

import pytest

NODE = """\
#![allow(unused)]
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Node {
    up: RefCell<Weak<Node>>,
}

fn f(node: &Node, owner: &Rc<Node>) {
    BODY
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*node.up.borrow_mut() = Rc::clone(owner);", "*node.up.borrow_mut() = Rc::downgrade(owner);"),
        ("*node.up.borrow_mut() = owner.clone();", "*node.up.borrow_mut() = Rc::downgrade(owner);"),
        (
            "let strong = Rc::clone(owner);\n    *node.up.borrow_mut() = strong;",
            "let strong = Rc::clone(owner);\n    *node.up.borrow_mut() = Rc::downgrade(&strong);",
        ),
        ("if let Some(up) = *node.up.borrow() {}", "if let Some(up) = node.up.borrow().upgrade() {}"),
        ("if let Some(up) = node.up.borrow() {}", "if let Some(up) = node.up.borrow().upgrade() {}"),
        (
            "let up = node.up.borrow();\n    match up {\n        Some(one) => {}\n        _ => {}\n    }",
            "let up = node.up.borrow();\n    match up.upgrade() {\n        Some(one) => {}\n        _ => {}\n    }",
        ),
    ],
)
def test_each_is_made_of_the_other(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    assert NODE.replace("BODY", new) in mended(NODE.replace("BODY", old))


def test_a_pointer_that_nothing_else_holds_is_not_made_weak(mended: Callable[[str], list[str]]) -> None:
    body = "*node.up.borrow_mut() = Rc::new(Node { up: RefCell::default() });"
    assert not any("downgrade" in text for text in mended(NODE.replace("BODY", body)))
