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


MEMBER = """\
use std::rc::{Rc, Weak};

struct Team {
    name: String,
}

impl Team {
    fn label(&self) -> String {
        self.name.to_uppercase()
    }
}

struct Player {
    teams: Vec<Weak<Team>>,
    team: Weak<Team>,
}

impl Player {
    fn shown(&self) -> KIND {
        BODY
    }
}

fn main() {
    let team = Rc::new(Team { name: String::from("a") });
    let player = Player { team: Rc::downgrade(&team), teams: vec![] };
    println!("{:?}", player.shown());
}
"""


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("String", "self.team.label()", "self.team.upgrade().unwrap().label()"),
        ("usize", "self.team.name.len()", "self.team.upgrade().unwrap().name.len()"),
        ("Option<String>", "Some(self.team.label())", "Some(self.team.upgrade()?.label())"),
    ],
)
def test_a_member_is_had_through_the_strong_pointer(
    mended: Callable[[str], list[str]], kind: str, old: str, new: str
) -> None:
    text = MEMBER.replace("KIND", kind)
    assert text.replace("BODY", new) in mended(text.replace("BODY", old))


def test_a_loop_over_pointers_may_meet_one_that_is_gone(mended: Callable[[str], list[str]]) -> None:
    text = MEMBER.replace("KIND", "Vec<String>")
    assert mended(text.replace("BODY", "self.teams.iter().map(|one| one.label()).collect()")) == []
