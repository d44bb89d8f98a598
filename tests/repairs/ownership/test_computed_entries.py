"""What a map remembers is computed before it is put there, and only where it is missing."""

from collections.abc import Callable

import pytest

STEPS = """\
use std::collections::HashMap;

struct Steps {
    known: HashMap<(u32, u32), u64>,
    asked: usize,
    last: u32,
}

impl Steps {
    fn count(&mut self, a: u32, b: u32) -> u64 {
        self.asked += 1;
        if a == 0 || b == 0 { 1 } else { self.of(a - 1, b) + self.of(a, b - 1) }
    }

    fn of(&mut self, a: u32, b: u32) -> u64 {
        BODY
    }
}

fn other(n: u32) -> u32 {
    n + 1
}

fn main() {
    let mut steps = Steps { known: HashMap::new(), asked: 0, last: 0 };
    println!("{} {} {}", steps.of(3, 3), steps.asked, other(1));
}
"""
FIRST = """\
if !self.known.contains_key(&(a, b)) {
            let value = self.count(a, b);
            self.known.insert((a, b), value);
        }
        """


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("*self.known.entry((a, b)).or_insert_with(|| self.count(a, b))", "self.known[&(a, b)]"),
        ("self.known.entry((a, b)).or_insert_with(|| self.count(a, b)).clone()", "self.known[&(a, b)].clone()"),
        (
            "let n = *self.known.entry((a, b)).or_insert_with(|| self.count(a, b));\n        n",
            "let n = self.known[&(a, b)];\n        n",
        ),
    ],
)
def test_it_is_computed_where_it_is_missing(mended: Callable[[str], list[str]], body: str, rest: str) -> None:
    assert STEPS.replace("BODY", FIRST + rest) in mended(STEPS.replace("BODY", body))


@pytest.mark.parametrize(
    "body",
    [
        "*self.known.entry((a, other(b))).or_insert_with(|| self.count(a, b))",
        "u64::from(a) + *self.known.entry((a, b)).or_insert_with(|| self.count(a, b))",
        "*self.known.entry((a, b)).or_insert(self.count(a, b))",
        "*self.known.entry((a, self.asked as u32)).or_insert_with(|| self.count(a, b))",
        "*self.known.entry((self.last, b)).or_insert_with(|| self.count(a, b))",
    ],
)
def test_what_does_more_is_left_alone(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("contains_key" in text for text in mended(STEPS.replace("BODY", body)))
