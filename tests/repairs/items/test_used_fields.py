"""A pattern gets the fields that it leaves out where what it is for uses them, and no others."""

from collections.abc import Callable

import pytest

TEXT = """\
#![allow(dead_code, unused_variables)]

struct Size {
    width: u8,
    height: u8,
    depth: u8,
}

struct Pair(u8, u8);

enum Part {
    Arc(u8, u8),
    Node(Box<Part>, u8, Box<Part>),
    Flat(Size),
}

fn é(part: &Part, size: Size, pair: Pair) -> u8 {
    BODY
}

fn told(r: u8, angle: u8) -> (Part, Pair) {
    let low = 3;
    (Part::Arc(r, angle), Pair(low, 4))
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        ("match part { Part::Arc(r) => r * angle, _ => 0 }", "Arc(r)", "Arc(r, angle)"),
        ("match part { Part::Arc(r) if angle > r => 1, _ => 0 }", "Arc(r)", "Arc(r, angle)"),
        ('if let Part::Arc(r) = part { println!("{r} {angle:?}"); }\n    0', "Arc(r)", "Arc(r, angle)"),
        ("let Pair(low) = pair;\n    low + size.width + high", "Pair(low)", "Pair(low, high)"),
        ("let Pair() = pair;\n    low + high", "Pair()", "Pair(low, high)"),
        ("match part { Part::Node(l, r) => é(l, size, pair) + n, _ => 0 }", "Node(l, r)", "Node(l, n, r)"),
        ("let Size { width } = size;\n    width * height * depth", "{ width }", "{ width, height, depth }"),
        ("let Size { width } = size;\n    width * height", "{ width }", "{ width, height, .. }"),
        ("match size { Size { width, .. } if width > depth => 1, _ => 0 }", "{ width, .. }", "{ width, depth, .. }"),
        (
            "if let Part::Flat(Size { width, .. }) = part { width * height } else { 0 }",
            "width, ..",
            "width, height, ..",
        ),
        ("let area = |Size { width, .. }: Size| width * height;\n    area(size)", "width, ..", "width, height, .."),
    ],
)
def test_the_pattern_gets_what_is_used(mended: Callable[[str], list[str]], body: str, old: str, new: str) -> None:
    text = TEXT.replace("BODY", body)
    assert text.replace(old, new) in mended(text)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("match part { Part::Arc(radius) => radios * 2, _ => 0 }", "Arc(radius, radios)"),  # maybe misspelt
        ("let n = 5;\n    match part { Part::Arc(r) => r * n, _ => 0 }", "Arc(r, n)"),
        ("match part { Part::Arc(r) | Part::Node(_, r, _) => r * n, _ => 0 }", "r, n"),
        (
            "let Pair(angle, r) = pair;\n    match part { Part::Arc(x) => { let Pair(_, _) = pair; *x }, _ => 0 };\n"
            "    let Pair(r) = pair;\n    r * angle2",
            "Pair(r, angle2)",
        ),
        ("match part { Part::Arc(r) => pair.0, _ => 0 };\n    angle", "Arc(r, angle)"),
        ("let Size { width, .. } = size;\n    width * high", "high, .."),
    ],
)
def test_what_is_bound_or_no_field_is_not_matched(mended: Callable[[str], list[str]], body: str, wrong: str) -> None:
    assert not any(wrong in one for one in mended(TEXT.replace("BODY", body)))


def test_another_pattern_may_tell_of_another_order(mended: Callable[[str], list[str]]) -> None:
    other = "fn f(part: &Part) -> u8 {\n    if let Part::Arc(ANGLE, r) = part { *ANGLE } else { 0 }\n}\n\nfn main"
    text = TEXT.replace("Part::Arc(r, angle)", "Part::Arc(3, 4)").replace("fn main", other)
    text = text.replace("BODY", "match part { Part::Arc(r) => r * angle, _ => 0 }")
    assert not any("Arc(r, angle)" in one for one in mended(text.replace("ANGLE", "angle")))
    assert any("Arc(r, angle)" in one for one in mended(text.replace("ANGLE, r", "r, ANGLE").replace("ANGLE", "angle")))


@pytest.mark.parametrize("told", ["Part::Arc(angle, r)", "Part::Arc(3, 4)", "Part::Arc(angle + 1, r / 2)"])
def test_a_value_may_tell_of_another_order_or_of_none(mended: Callable[[str], list[str]], told: str) -> None:
    text = TEXT.replace("BODY", "match part { Part::Arc(r) => r * angle, _ => 0 }")
    assert not any("Arc(r, angle) =>" in one for one in mended(text.replace("Part::Arc(r, angle)", told)))
