"""A lock is not held from now on where its block takes it again; where nobody does, it is."""

from collections.abc import Callable

import pytest

BUMP = """\
use std::sync::Mutex;

fn bump(m: &Mutex<i32>, other: &Mutex<i32>) -> i32 {
    let _ = m.lock();
    END
}

fn main() {
    println!("{}", bump(&Mutex::new(1), &Mutex::new(2)));
}
"""


@pytest.mark.parametrize(
    ("end", "now"),
    [("*m.lock().unwrap() + 1", "drop(m.lock());"), ("*other.lock().unwrap() + 1", "let _unused = m.lock();")],
)
def test_a_lock_is_not_held_where_it_is_taken_again(mended: Callable[[str], list[str]], end: str, now: str) -> None:
    source = BUMP.replace("END", end)
    assert mended(source)[0] == source.replace("let _ = m.lock();", now)
