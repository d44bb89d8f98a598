"""A function that is called for its value says what it is; one that is not ends its value with a `;`."""

from collections.abc import Callable

RANK = """\
fn rank(c: char) {
    match c {
        '*' => 2,
        _ => 1,
    }
}

fn main() {
    println!("{}", "*+".chars().filter(|&c| rank(c) > rank('-')).count());
}
"""
SEEN = """\
use std::collections::HashSet;

fn see(seen: &mut HashSet<u32>, n: u32) {
    // also where see(seen, 0) was asked for
    match n {
        0 => false,
        _ => seen.insert(n),
    }
}

fn main() {
    let mut seen = HashSet::new();
    for n in 0..3 {
        match n {
            1 => see(&mut seen, 5),
            _ => see(&mut seen, n),
        }
    }
    println!("{}", seen.len());
}
"""


def test_a_value_that_is_asked_for_is_not_dropped(mended: Callable[[str], list[str]]) -> None:
    assert set(mended(RANK)) == {RANK.replace("(c: char)", "(c: char) -> i32")}


def test_a_value_that_nobody_asks_for_may_be(mended: Callable[[str], list[str]]) -> None:
    assert SEEN.replace("    }\n}\n\nfn main", "    };\n}\n\nfn main") in mended(SEEN)
