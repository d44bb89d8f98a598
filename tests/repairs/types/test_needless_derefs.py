"""A `*` before a value goes, but not where something is to be changed."""

from collections.abc import Callable

import pytest

MAIN = """\
use std::cell::Cell;

#[derive(Clone, Copy, Debug)]
struct Spot { x: i32 }

fn width(v: &[i32]) -> Option<i32> {
    let é = v.iter().copied().max()?;
    let low = v.iter().copied().min()?;
    Some(FIRST)
}

fn next(mut n: i32, cell: Cell<i32>, mut at: [Spot; 1]) -> i32 {
    OTHER
    n + cell.get() + at[0].x
}

fn main() {
    println!("{:?} {}", width(&[3, 1]), next(1, Cell::new(2), [Spot { x: 1 }]));
}
"""


def made(first: str = "é - low", other: str = "n += 1;") -> str:
    return MAIN.replace("FIRST", first).replace("OTHER", other)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        (made("*é - low"), made("é - low")),
        (made("é - *low"), made("é - low")),
        (made("i32::max(* low, é)"), made("i32::max(low, é)")),
        (made(other='println!("{}", *n);'), made(other='println!("{}", n);')),
        (made(other="let s = at[0]; n = (*s).x;"), made(other="let s = at[0]; n = s.x;")),
        (made(other="n = *n + 1;"), made(other="n = n + 1;")),
    ],
)
def test_the_value_is_there_without_it(mended: Callable[[str], list[str]], broken: str, right: str) -> None:
    assert mended(broken) == [right]


@pytest.mark.parametrize(
    "other",
    ["*n += 1;", "*n = 2;", "(*at[0]).x = 2;", "let m = &mut *n; *m = 3;", 'println!("{:?}", *cell);'],
)
def test_what_is_to_be_changed_elsewhere_is_left(mended: Callable[[str], list[str]], other: str) -> None:
    assert mended(made(other=other)) == []
