"""Threads that borrow are started by the scope that waits for them."""

from collections.abc import Callable

TEXT = """\
use std::thread;

fn longest(lines: &[String]) -> usize {
    let mut best = [0, 0];
    thread::scope(|scope| {
        for (half, part) in best.iter_mut().zip(lines.chunks(2)) {
            FIRST(move || *half = part.iter().map(String::len).max().unwrap_or(0));
        }
        scope.spawn(|| println!("{}", lines.len()));
    });
    best[0].max(best[1])
}

fn main() {
    println!("{}", longest(&[String::from("a"), String::from("bc")]));
}
"""


def test_the_scope_starts_them(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace('        scope.spawn(|| println!("{}", lines.len()));\n', "")
    assert text.replace("FIRST", "scope.spawn") in mended(text.replace("FIRST", "thread::spawn"))


def test_not_where_it_starts_others_already(mended: Callable[[str], list[str]]) -> None:
    assert mended(TEXT.replace("FIRST", "thread::spawn")) == []
