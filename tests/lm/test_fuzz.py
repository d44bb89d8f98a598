"""Whatever a model answers is refused, or edits lines that it was shown and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from mutation import Mutations
from sleepy_coder.lm.answer import MARKS, AnswerUnparseable
from sleepy_coder.lm.formats import FORMATS
from sleepy_coder.lm.free_answer import read_free_answer
from sleepy_coder.lm.prompt import excerpt
from sleepy_coder.rust.source import SourceTree

PROGRAM = """\
use std::collections::HashMap;

fn total(prices: &[i32], count: i32) -> i32 {
    let mut sum = 0; let größe = "漢😀";
    for i in 0..count {
        sum += prices[i];
    }

    sum
}
"""
OTHER = "pub fn part(a: u8, b: u8) -> u8 {\r\n\ta + b\r\n}\r\n\r\npub fn rest() {}"
SAID = (
    "6<|after|>i<|text|> as usize",
    "3<|replace|>i32<|text|>usize<|and|>5<|before|>count<|text|>&",
    "4<|above|>    let a = 1;\n    let b = 2;",
    "5<|lines|>7<|text|>    for price in prices {\n        sum += price;\n    }",
    "5<|lines|>7<|text|>",
    "11<|after|>2<|text|>mut ",
    "12<|replace|>1..3<|text|>b - a",
    "<think>The index must be usize.</think>\nHere it is:\n```rust\n6<|after|>i<|text|> as usize\n```\nGood luck!",
    "I am sorry, but I cannot help with that.",
)
FREE = ("<think>", "</think>", "```\n", "```", "\n\n", "99", "0", "..", " ")
SIZES = [pytest.param(3_000, id="some"), pytest.param(1_000_000, id="a_million", marks=pytest.mark.slow)]


@pytest.mark.parametrize("count", SIZES)
def test_answers(count: int, error: Callable[..., Any]) -> None:
    tree = SourceTree({"main.rs": PROGRAM, "part.rs": OTHER, "build.rs": "fn main() {}\n"})
    shown = excerpt(error(tree, [6, 2, ("part.rs", 2)]))
    editable = {(line.file, line.line) for line in shown.lines if line.editable}
    read = 0
    formats = list(FORMATS.values())
    for number, text in zip(range(count), Mutations(SAID, (*MARKS, *FREE), seed=5), strict=False):
        try:
            edits = formats[number % len(formats)].parse(text, shown)
        except AnswerUnparseable:
            edits = read_free_answer(text, shown)[1] or ()
        if not edits:
            continue
        read += 1
        after = tree.apply(edits)
        assert len(after.digest) == 64
        for edit in edits:
            removed = edit.old.endswith("\n") and not edit.new
            last = max(edit.first_line, edit.last_line - removed)
            assert {(edit.file, line) for line in range(edit.first_line, last + 1)} <= editable
            assert len(edit.new) < 10_000
        assert after.files["build.rs"] is tree.files["build.rs"]
    assert read > count / 20
