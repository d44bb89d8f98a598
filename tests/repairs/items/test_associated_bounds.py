"""A bound that an associated type lacks stands where its parameter is declared."""

from collections.abc import Callable

import pytest

TEXT = """\
struct Peaks<I: Iterator> {
    inner: I,
    top: Option<I::Item>,
}

impl<I: Iterator> Peaks<I>CLAUSE{
    fn step(&mut self) -> Option<I::Item> {
        let one = self.inner.next()?;
        self.top = Some(one.CALL);
        Some(one)
    }
}

fn main() {
    let mut peaks = Peaks { inner: [VALUE].into_iter(), top: None };
    println!("{}", peaks.step().is_some() && peaks.top.is_some());
}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" ", "\nwhere\n    I::Item: Clone,\n"),
        ("\nwhere\n    I::Item: PartialEq,\n", "\nwhere\n    I::Item: PartialEq,\n    I::Item: Clone,\n"),
    ],
)
def test_the_bound_is_asked_for(mended: Callable[[str], list[str]], before: str, after: str) -> None:
    text = TEXT.replace("CALL", "clone()").replace("VALUE", "1, 2")
    assert text.replace("CLAUSE", after) in mended(text.replace("CLAUSE", before))


def test_not_for_values_that_do_not_have_it(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("CALL", "clone()").replace("CLAUSE", " ").replace("VALUE", "std::sync::Mutex::new(1)")
    assert not any("I::Item: Clone" in one for one in mended(text))
