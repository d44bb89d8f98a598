"""An iterator gives the values that its function promises where it can, and references where it cannot."""

from collections.abc import Callable

import pytest

TEXT = """\
DERIVED
struct É { n: u32 }

struct All { list: Vec<É>, counts: Vec<u32> }

impl All {
    FN
}

fn main() {
    let mut all = All { list: vec![É { n: 1 }], counts: vec![2] };
    for one in all.given() {
        USE
    }
    println!("{} {}", all.list[0].n, all.counts[0]);
}
"""


def program(function: str, use: str, derived: str = "") -> str:
    return TEXT.replace("FN", function).replace("USE", use).replace("DERIVED", derived)


@pytest.mark.parametrize(
    "text, old, new",
    [
        (
            program("fn given(&self) -> impl Iterator<Item = É> + '_ { self.list.iter() }", 'print!("{}", one.n);'),
            "Item = É",
            "Item = &É",
        ),
        (
            program("fn given(&self) -> Box<dyn Iterator<Item = u32> + '_> { Box::new(self.counts.iter().rev()) }",
                    'print!("{}", one);'),
            "rev()",
            "rev().copied()",
        ),
        (
            program("fn given(&self) -> impl Iterator<Item = É> + '_ { self.list.iter().skip(0) }",
                    'print!("{}", one.n);', "#[derive(Clone)]"),
            "skip(0)",
            "skip(0).cloned()",
        ),
        (
            program("fn given(&mut self) -> impl Iterator<Item = u32> + '_ { self.counts.iter_mut() }", "*one += 1;"),
            "Item = u32",
            "Item = &mut u32",
        ),
    ],
)  # fmt: skip
def test_the_result_is_what_it_can_be(mended: Callable[[str], list[str]], text: str, old: str, new: str) -> None:
    assert mended(text)[0] == text.replace(old, new)


def test_another_type_is_left_to_its_owner(mended: Callable[[str], list[str]]) -> None:
    text = program("fn given(&self) -> impl Iterator<Item = u64> + '_ { self.counts.iter() }", 'print!("{}", one);')
    assert not any("Item = &u64" in one or "Item = &u32" in one for one in mended(text))
