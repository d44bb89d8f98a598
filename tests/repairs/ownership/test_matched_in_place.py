"""What a match would move out and change is matched by `&mut` and changed in its place."""

from collections.abc import Callable

import pytest

TREE = """\
#![allow(unused)]

struct Tree {
    key: u8,
    left: Option<Box<Tree>>,
}

impl Tree {
    fn put(&mut self, key: u8) {
        BODY
    }
}

fn main() {}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "if let Some(mut below) = self.left { below.put(key); }",
            "if let Some(below) = &mut self.left { below.put(key); }",
        ),
        (
            "match self.left { Some(mut below) => below.key = key, None => {} }",
            "match &mut self.left { Some(below) => below.key = key, None => {} }",
        ),
    ],
)
def test_it_is_changed_where_it_is(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    assert TREE.replace("BODY", new) in mended(TREE.replace("BODY", old))


def test_what_may_be_a_copy_that_is_changed_and_read_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    body = "if let Some(mut below) = self.left { below.put(key); below.show(); }"
    text = TREE.replace("BODY", body).replace("struct Tree", "#[derive(Clone)]\nstruct Tree")
    text = text.replace("    fn put", "    fn show(&self) -> u8 {\n        self.key\n    }\n\n    fn put")
    changed = text.replace("below.show();", "let n = below.show();")
    assert any("&mut self.left" in one for one in mended(text))
    assert not any("&mut self.left" in one for one in mended(changed))


def test_what_is_only_read_is_matched_by_a_shared_reference(mended: Callable[[str], list[str]]) -> None:
    texts = mended(TREE.replace("BODY", "if let Some(below) = self.left { let n = below.key + key; }"))
    assert "= &self.left {" in texts[0]
