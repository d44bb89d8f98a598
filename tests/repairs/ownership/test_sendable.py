"""The type of what goes to a thread in a box says that it may."""

from collections.abc import Callable

import pytest

SENT = """\
use std::rc::Rc;
use std::thread;

struct Plan {
    steps: Vec<Box<dyn Fn(u8) -> u8>>,
}

fn step(by: u8) -> Box<dyn Fn(u8) -> u8> {
    let by = HELD;
    Box::new(move |n| n + *by)
}

fn main() {
    let plan = Plan { steps: vec![step(1), step(2)] };
    let sum = thread::spawn(move || plan.steps.iter().fold(0, |n, one| one(n)));
    println!("{} {}", sum.join().unwrap(), Rc::new(1));
}
"""
SHARED = """\
use std::sync::Arc;
use std::thread;

trait Rule {
    fn holds(&self, n: u8) -> bool;
}

struct Even;

impl Rule for Even {
    fn holds(&self, n: u8) -> bool {
        n % 2 == 0
    }
}

fn main() {
    let rule: Arc<dyn Rule> = Arc::new(Even);
    let other = Arc::clone(&rule);
    println!("{}", thread::spawn(move || other.holds(2)).join().unwrap() && rule.holds(4));
}
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SENT.replace("HELD", "Box::new(by)"), [("dyn Fn(u8) -> u8>", "dyn Fn(u8) -> u8 + Send>")]),
        (SHARED, [("Arc<dyn Rule>", "Arc<dyn Rule + Send + Sync>"), ("Arc<dyn Rule>", "Arc<dyn Rule + Sync + Send>")]),
    ],
)
def test_it_is_said_wherever_the_type_is_named(
    mended: Callable[[str], list[str]], text: str, wanted: list[tuple[str, str]]
) -> None:
    assert {text.replace(old, new) for old, new in wanted} & {*mended(text)}


def test_not_where_the_box_holds_what_may_not_be_sent(mended: Callable[[str], list[str]]) -> None:
    assert not any("Send" in one and "Rc::new(by)" in one for one in mended(SENT.replace("HELD", "Rc::new(by)")))
