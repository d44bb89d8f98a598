"""A loop over a reference goes through what the type holds."""

from collections.abc import Callable

TEXT = """\
use std::collections::VecDeque;

struct Queue {
    waiting: VecDeque<String>,
    done: Vec<String>,
}
OWN
impl IntoIterator for Queue {
    type Item = String;
    type IntoIter = std::collections::vec_deque::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.waiting.into_iter()
    }
}
ADDED
fn main() {
    let queue = Queue { waiting: VecDeque::from([String::from("a")]), done: vec![] };
    for name in &queue {
        println!("{name}");
    }
    println!("{}", queue.done.len() + queue.into_iter().count());
}
"""
ADDED = """
impl<'a> IntoIterator for &'a Queue {
    type Item = &'a String;
    type IntoIter = std::collections::vec_deque::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.waiting.iter()
    }
}
"""
OWN = """
impl Queue {
    fn iter(&self) -> impl Iterator<Item = &String> {
        self.waiting.iter().chain(&self.done)
    }
}
"""


def test_the_reference_is_gone_through_as_the_value_is(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("OWN", "")
    assert text.replace("ADDED", ADDED) in mended(text.replace("ADDED", ""))


def test_its_own_iter_goes_first(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("OWN", OWN).replace("ADDED", "")
    assert text.replace("&queue {", "queue.iter() {") in mended(text)


def test_which_of_two_lists_is_meant_is_not_guessed(mended: Callable[[str], list[str]]) -> None:
    start, end = TEXT.index("OWN"), TEXT.index("ADDED")
    text = (TEXT[:start] + TEXT[end:]).replace("ADDED", "").replace(" + queue.into_iter().count()", "")
    assert mended(text) == []
