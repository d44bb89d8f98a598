"""A local that is filled under its old name is called by its new one, unless another one may be meant."""

from collections.abc import Callable

import pytest

TEXT = """\
use std::collections::{HashMap, VecDeque};
use std::fmt::Write;

fn é(from: u32, names: Vec<u32>) -> Vec<u32> {
    LOCALS
    while let Some(n) = ahead.pop() {
        for next in [n / 2, n / 3] {
            BODY
        }
    }
    ahead
}

fn main() {
    let _: (HashMap<u8, u8>, VecDeque<u8>) = Default::default();
    let mut line = String::new();
    let _ = write!(line, "{:?}", é(3, vec![]));
}
"""
STACK = TEXT.replace("LOCALS", "let mut ahead = vec![from];")


@pytest.mark.parametrize(
    ("text", "body", "right"),
    [
        (STACK, "stack.push(next);", "ahead.push(next);"),
        (STACK, "stack.push(n - 1);", "ahead.push(n - 1);"),
        (STACK, "stack.push(next);\n            stack.push(0);", "ahead.push(next);\n            ahead.push(0);"),
        (TEXT.replace("LOCALS", "let mut ahead: Vec<u32> = names;"), "rest.extend([next]);", "ahead.extend([next]);"),
    ],
)
def test_it_is_called_by_its_new_name(mended: Callable[[str], list[str]], text: str, body: str, right: str) -> None:
    assert text.replace("BODY", right) in mended(text.replace("BODY", body))


@pytest.mark.parametrize(
    ("locals_", "body"),
    [
        ("let mut ahead = vec![from];", 'log.push_str("a");'),
        ("let mut ahead = vec![from];", "log.push(next); log.len();"),
        ("let mut ahead = vec![from];", "ahead.push(next); seen.push(next);"),
        ("let mut ahead = vec![from];\n    let mut seen: Vec<u32> = Vec::new();", "stack.push(next);"),
        ("let mut ahead = vec![from]; ahead.push(1);", "stack.push(next);"),
        ("let mut ahead = vec![from];\n    let more = &mut ahead;\n    more.push(1);", "stack.push(next);"),
        ("let mut ahead = names;", "stack.push(next);"),
        ("let mut ahead = vec![from];", "stack.push(n);"),
        ("let mut ahead = vec![from];", "stack.push(n.clone());"),
    ],
)
def test_it_is_left(mended: Callable[[str], list[str]], locals_: str, body: str) -> None:
    assert mended(TEXT.replace("LOCALS", locals_).replace("BODY", body)) == []


@pytest.mark.parametrize(
    ("head", "now"),
    [("names: Vec<u32>", "names: &mut Vec<u32>"), ("from: u32, names: Vec<u32>", "&mut self, from: u32")],
)
def test_a_parameter_or_a_field_may_be_meant(mended: Callable[[str], list[str]], head: str, now: str) -> None:
    text = STACK.replace("BODY", "rest.push(next);").replace(head, now)
    if "self" in now:
        text = text.replace("fn é", "struct É { left: Vec<u32> }\nimpl É { fn é").replace("ahead\n}", "ahead\n}}")
        text = text.replace("é(3, vec![])", "É { left: vec![] }.é(3)")
    assert mended(text.replace("vec![])", "&mut vec![])")) == []
