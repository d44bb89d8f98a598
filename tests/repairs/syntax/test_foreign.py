"""What other languages write, in the words and marks of Rust."""

from collections.abc import Callable

import pytest

TEXT = """\
#[derive(Clone, Copy)]
enum Kind { Small, Large }

fn é(n: u32, kind: Kind) -> u32 {
    match n {
        1 if matches!(kind, Kind::Small) => 2,
        ARM
        _ => n,
    }
}

fn main() {
    println!("{}", é(2, Kind::Small) + é(2, Kind::Large));
}
"""
LAST = TEXT.replace("        _ => n,\n", "")


@pytest.mark.parametrize(
    ("text", "arm", "right"),
    [
        (LAST, "default: n + 1,", "_ => n + 1,"),
        (LAST, "default -> n + 1,", "_ => n + 1,"),
        (LAST, "else => n + 1,", "_ => n + 1,"),
        (LAST, "else: return n,", "_ => return n,"),
        (LAST, "_: n,", "_ => n,"),
        (LAST, "default: {\n            n\n        }", "_ => {\n            n\n        }"),
        (TEXT, "case 2 => 3,", "2 => 3,"),
        (TEXT, "case 2 | 3: 3,", "2 | 3 => 3,"),
        (TEXT, "2 | 3: 3,", "2 | 3 => 3,"),
        (TEXT, "u32::MAX: 3,", "u32::MAX => 3,"),
    ],
)
def test_an_arm_of_a_match(mended: Callable[[str], list[str]], text: str, arm: str, right: str) -> None:
    assert text.replace("ARM", right) in mended(text.replace("ARM", arm))


@pytest.mark.parametrize("arm", ["2: 3; break;", "2:\n            3;", "let 2: 3,"])
def test_what_is_no_arm_is_left(mended: Callable[[str], list[str]], arm: str) -> None:
    assert mended(TEXT.replace("ARM", arm)) == []


def test_behind_a_default_in_the_middle_the_others_are_still_reached(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("_ => n", "3 => n").replace("ARM", "default: 3,")
    assert mended(text) == []


GRID = """\
fn é(cells: &mut [Vec<u32>], at: usize, up: usize, mut sum: u32) -> u32 {
    cells[up][0] += 1;
    SUM
    let more = cells[at, up];
    sum + more
}

fn main() {
    println!("{}", é(&mut [vec![1]], 0, 0, 2));
}
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sum := sum + 1;", "sum = sum + 1;"),
        ("two := sum + 1;\n    sum += two;", "let two = sum + 1;\n    sum += two;"),
    ],
)
def test_a_name_that_is_bound_gets_another_value(mended: Callable[[str], list[str]], written: str, meant: str) -> None:
    text = GRID.replace("[at, up]", "[at][up]")
    assert mended(text.replace("SUM", written)) == [text.replace("SUM", meant)]


@pytest.mark.parametrize(("other", "turned"), [("cells[at][up] += 1;", False), ("cells[up + 1][at] += 1;", True)])
def test_two_subscripts_stay_in_order_unless_others_are_turned(
    mended: Callable[[str], list[str]], other: str, turned: bool
) -> None:
    text = GRID.replace("SUM", other)
    assert (text.replace("[at, up]", "[at][up]") in mended(text)) != turned
