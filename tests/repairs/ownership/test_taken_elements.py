"""An element is taken out of what nothing needs any more."""

from collections.abc import Callable

import pytest

TEXT = """\
use std::collections::VecDeque;

struct Seat { row: u32 }

fn pick(seats: KIND, n: usize) -> Seat {
    let é = seats[0].row as usize + n;
    BODY
}

fn main() {
    let all = KIND::from([Seat { row: 0 }, Seat { row: 1 }]);
    println!("{} {}", pick(all, 1).row, VecDeque::<u8>::new().len());
}
"""
ARRAY = TEXT.replace("KIND::from", "").replace("KIND", "[Seat; 2]")


@pytest.mark.parametrize("kind", ["[Seat; 2]", "Vec<Seat>", "VecDeque<Seat>"])
def test_the_whole_is_given_up_for_it(mended: Callable[[str], list[str]], kind: str) -> None:
    text = ARRAY if kind[0] == "[" else TEXT.replace("KIND::", f"{kind[:-6]}::").replace("KIND", kind)
    wanted = text.replace("BODY", "seats.into_iter().nth(é - 1).unwrap()")
    assert wanted in mended(text.replace("BODY", "seats[é - 1]"))


@pytest.mark.parametrize(
    "body",
    ["let one = seats[é];\n    drop(seats);\n    one", "let all = &seats;\n    all[é]", "seats[seats.len() - é]"],
)
def test_not_where_the_others_are_needed(mended: Callable[[str], list[str]], body: str) -> None:
    assert not any("into_iter" in one for one in mended(ARRAY.replace("BODY", body)))
