"""`PartialOrd` goes by way of the `Ord` that is written by hand, and no trait is derived beside a partner that is."""

from collections.abc import Callable

import pytest

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

ORDERED = """\
use std::cmp::Ordering;

#[derive(PartialEq, Eq)]
struct É<T>(T);

impl<T: Ord> Ord for É<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.cmp(&self.0)
    }
}

fn main() {
    println!("{:?}", É(1).max(É(2)).0);
}
"""
WRITTEN = """\
impl<T: Ord> PartialOrd for É<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

"""
SET = """\
EQUAL
struct Tag { text: String, seen: u32 }

WRITTEN
fn main() {
    let mut set = std::collections::HashSet::new();
    set.insert(Tag { text: "a".to_string(), seen: 1 });
    println!("{}", set.iter().map(|one| one.seen).sum::<u32>());
}
"""
BY_HAND = "impl PartialEq for Tag {\n    fn eq(&self, other: &Self) -> bool { self.text == other.text }\n}\n"


def test_a_partial_order_is_that_of_the_order(mended: Callable[[str], list[str]]) -> None:
    assert mended(ORDERED)[0] == ORDERED.replace("impl<T", f"{WRITTEN}impl<T")
    assert not any("PartialOrd)]" in one for one in mended(ORDERED))


def test_what_has_no_order_of_its_own_derives_one(mended: Callable[[str], list[str]]) -> None:
    source = '#[derive(PartialEq)]\nstruct É(u8);\n\nfn main() {\n    println!("{}", É(1) < É(2));\n}\n'
    assert mended(source)[0] == source.replace("PartialEq)", "PartialEq, PartialOrd)")


@pytest.mark.parametrize(
    ("equal", "written", "tried"),
    [("#[derive(Eq)]", BY_HAND, False), ("#[derive(PartialEq, Eq)]", "", True)],
)
def test_no_hash_is_derived_beside_an_equality_of_its_own(
    compiler: Compiler, equal: str, written: str, tried: bool
) -> None:
    tree = SourceTree({"main.rs": SET.replace("EQUAL", equal).replace("WRITTEN", written)})
    errors = compiler.check(tree).errors
    assert errors
    said = [edit.new for error in errors for _, _, edits in ranked(error, tree) for edit in edits]
    assert any("Hash" in new for new in said) == tried
