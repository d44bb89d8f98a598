"""What a closure counts is a cell where others read or change it meanwhile, unless one of them borrows it."""

from collections.abc import Callable

import pytest

READ = """\
fn main() {
    let mut é: u32 = 0;
    let mut next = |step: u32| {
        é += step * 2;
        é
    };
    let first = next(1);
    println!("{} {}", first, é);
    next(3);
    USE
}
"""
CELL = """\
use std::cell::Cell;

fn main() {
    let é: Cell<u32> = Cell::new(0);
    let mut next = |step: u32| {
        é.set(é.get() + (step * 2));
        é.get()
    };
    let first = next(1);
    println!("{} {}", first, é.get());
    next(3);
    USE
}
"""
TWO = """\
fn main() {
    let mut level = 5;
    let mut up = || level += 1;
    let mut down = || level -= 1;
    up();
    down();
    up();
    print!("{}", level);
}
"""


def test_what_is_read_meanwhile_is_a_cell(mended: Callable[[str], list[str]]) -> None:
    used, meant = 'print!("{}", é == 8);', 'print!("{}", é.get() == 8);'
    assert CELL.replace("USE", meant) in mended(READ.replace("USE", used))


def test_two_closures_share_it(mended: Callable[[str], list[str]]) -> None:
    (one, *_) = mended(TWO)
    assert "|| level.set(level.get() + 1);" in one and "|| level.set(level.get() - 1);" in one


@pytest.mark.parametrize(
    "use", ['print!("{é}");', "let all = &mut é;\n    *all += 1;", "for é in 0..2 {\n        next(é);\n    }"]
)
def test_what_is_borrowed_shown_or_bound_anew_is_left_alone(mended: Callable[[str], list[str]], use: str) -> None:
    assert not any("Cell" in one for one in mended(READ.replace("USE", use)))
