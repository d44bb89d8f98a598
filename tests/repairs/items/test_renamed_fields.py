"""Fields that a pattern names as they were called before are matched by their new names."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.items.renamed_fields import renamed_fields
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

TEXT = """\
#![allow(dead_code, unused_variables)]

struct Span {
    start: u8,
    length: u8,
    weight: u8,
    width: u8,
}

enum Mark {
    At { row: u8, col: u8, bold: bool },
    Line { row: u8 },
}

impl Mark {
    fn é(&self) -> u8 {
        match self {
            MARK
            _ => 0,
        }
    }
}

fn é(span: &Span) -> u8 {
    let SPAN = span;
    5
}

fn main() {}
"""
KNOWN = {"MARK": "Self::Line { row } => *row,", "SPAN": "Span { .. }"}


def program(place: str, text: str) -> str:
    return TEXT.replace(place, text).replace("MARK", KNOWN["MARK"]).replace("SPAN", KNOWN["SPAN"])


@pytest.mark.parametrize(
    ("place", "broken", "meant"),
    [
        (
            "MARK",
            "Mark::At { irow, icol, .. } => irow + icol,",
            "Mark::At { row: irow, col: icol, .. } => irow + icol,",
        ),
        ("MARK", "Self::At { r, c: 3, .. } => *r,", "Self::At { row: r, col: 3, .. } => *r,"),
        (
            "MARK",
            "Mark::At { row1, bold: true, col1 } => *row1,",
            "Mark::At { row: row1, bold: true, col: col1 } => *row1,",
        ),
        ("SPAN", "Span { begin, len, weight, width }", "Span { start: begin, length: len, weight, width }"),
        ("SPAN", "Span { s, l: ref é, .. }", "Span { start: s, length: ref é, .. }"),
        (
            "SPAN",
            "Span {\n        ref st_art,\n        len,\n        ..\n    }",
            "Span {\n        start: ref st_art,\n        length: len,\n        ..\n    }",
        ),
    ],
)
def test_each_field_gets_the_name_that_it_is_like(
    mended: Callable[[str], list[str]], place: str, broken: str, meant: str
) -> None:
    assert program(place, meant) in mended(program(place, broken))


@pytest.mark.parametrize(
    ("place", "broken"),
    [
        ("SPAN", "Span { start, w, v, .. }"),  # `weight` or `width`
        ("SPAN", "Span { left, top, weight, width }"),
    ],
)
def test_what_is_like_several_or_none_is_left(mended: Callable[[str], list[str]], place: str, broken: str) -> None:
    assert not mended(program(place, broken))


@pytest.mark.parametrize(
    ("place", "broken"),
    [
        ("SPAN", "Span { start, end, weight, width }"),  # no other name for `length`
        ("SPAN", "Span { start, length, w, h }"),  # `h` tells that `w` is no weight
        ("MARK", "Self::Line { line } => *line,"),
        ("MARK", "Self::Line { total_row } => *total_row,"),  # of several rows
    ],
)
def test_the_last_field_alone_is_no_other_name_of_it(compiler: Compiler, place: str, broken: str) -> None:
    tree = SourceTree({"main.rs": program(place, broken)})
    errors = [error for error in compiler.check(tree).errors if error.code == "E0026"]
    assert errors and not [
        one for error in errors if error.primary for one in renamed_fields(error, error.primary, tree)
    ]
