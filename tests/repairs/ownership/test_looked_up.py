"""A value that is found and returned is asked for by its key before it is borrowed; where the key is computed, or more
than the value is returned, nothing is asked twice."""

from collections.abc import Callable

import pytest

CACHE = """\
use std::collections::HashMap;

#[derive(Default)]
struct Cache {
    made: HashMap<u32, String>,
}

fn next(n: u32) -> u32 {
    n + 1
}

impl Cache {
    fn of(&mut self, n: u32) -> RESULT {
        BRANCH
        self.made.insert(n, n.to_string());
        REST
    }
}

fn main() {
    next(1);
    Cache::default().of(1);
}
"""


def cache(result: str, rest: str, branch: str) -> str:
    return CACHE.replace("RESULT", result).replace("REST", rest).replace("BRANCH", branch)


@pytest.mark.parametrize(
    ("result", "rest", "old", "new"),
    [
        (
            "&String",
            "&self.made[&n]",
            "if let Some(s) = self.made.get(&n) { return s; }",
            "if self.made.contains_key(&n) { return &self.made[&n]; }",
        ),
        (
            "&mut String",
            "self.made.get_mut(&n).unwrap()",
            "if let Some(s) = self.made.get_mut(&n) { return s; }",
            "if self.made.contains_key(&n) { return self.made.get_mut(&n).unwrap(); }",
        ),
        (
            "Option<&String>",
            "self.made.get(&n)",
            "if let Some(s) = self.made.get(&n) { return Some(s); }",
            "if self.made.contains_key(&n) { return self.made.get(&n); }",
        ),
    ],
)
def test_the_key_is_asked_for_first(
    mended: Callable[[str], list[str]], result: str, rest: str, old: str, new: str
) -> None:
    assert cache(result, rest, new) in mended(cache(result, rest, old))


@pytest.mark.parametrize(
    "branch",
    [
        "if let Some(s) = self.made.get(&next(n)) { return s; }",
        'if let Some(s) = self.made.get(&n) { println!("{s}"); return s; }',
        "if let Some(s) = self.made.get(&n) { return s; } else { next(n); }",
    ],
)
def test_what_says_more_is_left_alone(mended: Callable[[str], list[str]], branch: str) -> None:
    assert not mended(cache("&String", "&self.made[&n]", branch))
