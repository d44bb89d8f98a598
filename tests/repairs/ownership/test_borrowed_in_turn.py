"""The second of two elements is borrowed when the first is done with, if its number is still the same then."""

from collections.abc import Callable

import pytest

TANKS = """\
struct Tank {
    litres: u32,
}

fn pour(tanks: &mut Vec<Tank>, i: usize, mut j: usize) -> bool {
    BODY
    true
}

fn main() {
    println!("{}", pour(&mut vec![Tank { litres: 3 }, Tank { litres: 0 }], 0, 1));
}
"""
LET = "let to = &mut tanks[j];\n    "


@pytest.mark.parametrize(
    ("between", "use"),
    [
        ("from.litres -= 1;", "to.litres += 1;"),
        ("if from.litres < 1 {\n        return false;\n    }\n    from.litres -= 1;", "if i > 0 { to.litres += 1; }"),
        ("j += i;\n    from.litres -= 1;", None),
        ("let j = i;\n    from.litres -= j as u32;", None),
        ("from.litres -= 1;\n    to.litres += 1;\n    from.litres -= 1;", None),
        ("from.litres -= 1;\n    tanks.remove(i);", None),
    ],
)
def test_it_is_borrowed_when_it_is_needed(mended: Callable[[str], list[str]], between: str, use: str | None) -> None:
    first, last = "let from = &mut tanks[i];\n    ", use or "to.litres += 1;"
    found = mended(TANKS.replace("BODY", f"{first}{LET}{between}\n    {last}"))
    wanted = TANKS.replace("BODY", f"{first}{between}\n    {LET}{last}")
    assert (wanted in found) == (use is not None)


def test_what_is_told_of_it_stays_above_it(mended: Callable[[str], list[str]]) -> None:
    text = TANKS.replace(
        "BODY", f"let from = &mut tanks[i];\n    // é\n    {LET}from.litres -= 1;\n    to.litres += 1;"
    )
    assert not mended(text)


def test_a_comment_on_its_number_is_no_number(mended: Callable[[str], list[str]]) -> None:
    text = TANKS.replace("BODY", f"let from = &mut tanks[i];\n    {LET}from.litres -= 1;\n    to.litres += 1;")
    assert not mended(text.replace("tanks[j]", "tanks[/* é */ j]"))


ADDED = """\
struct Row {
    links: Vec<usize>,
}

fn add(rows: &mut Vec<Row>, at: usize) -> usize {
    let next = rows.len();
    let row = &mut rows[at];
    CHANGE
    row.links.push(next);
    next
}

fn main() {
    let mut rows = vec![Row { links: vec![] }];
    println!("{}", add(&mut rows, 0));
}
"""


def test_an_element_is_borrowed_when_others_are_added(mended: Callable[[str], list[str]]) -> None:
    change = "rows.push(Row { links: Vec::new() });"
    text = ADDED.replace("CHANGE", change)
    let = "    let row = &mut rows[at];\n"
    assert text.replace(let, "").replace(f"    {change}\n", f"    {change}\n{let}") in mended(text)


def test_not_behind_what_may_move_it(mended: Callable[[str], list[str]]) -> None:
    assert mended(ADDED.replace("CHANGE", "rows.insert(0, Row { links: Vec::new() });")) == []
