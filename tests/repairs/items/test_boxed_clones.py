"""Boxes of a trait that makes copies are cloned by its own method."""

from collections.abc import Callable

import pytest

TEXT = """\
trait Shape {
    fn area(&self) -> u32;
    fn NAME(&self) -> Box<dyn Shape>;
}
ADDED
#[derive(Clone)]
struct Drawing {
    shapes: Vec<Box<dyn Shape>>,
}

struct Square(u32);

impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }
    fn NAME(&self) -> Box<dyn Shape> {
        Box::new(Square(self.0))
    }
}

fn main() {
    let one = Drawing { shapes: vec![Box::new(Square(2))] };
    println!("{}", one.clone().shapes[0].area());
}
"""
ADDED = """
impl Clone for Box<dyn Shape> {
    fn clone(&self) -> Self {
        self.NAME()
    }
}
"""


@pytest.mark.parametrize("name", ["clone_box", "duplicate"])
def test_the_box_is_cloned_by_the_method(mended: Callable[[str], list[str]], name: str) -> None:
    text = TEXT.replace("NAME", name)
    assert text.replace("ADDED", ADDED.replace("NAME", name)) in mended(text.replace("ADDED", ""))


def test_another_shape_is_no_copy(mended: Callable[[str], list[str]]) -> None:
    assert mended(TEXT.replace("NAME", "outline").replace("ADDED", "")) == []
