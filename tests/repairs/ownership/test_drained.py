"""A field that a loop empties while its body needs the whole is taken out first; a part of it is not."""

from collections.abc import Callable

import pytest

QUEUE = """\
#[derive(Default)]
struct Queue {
    waiting: Vec<u32>,
    done: u32,
}

impl Queue {
    fn note(&mut self, n: u32) {
        self.done += n;
    }

    fn run(&mut self) {
        for HEAD {
            self.note(n);
        }
    }
}

fn main() {
    Queue::default().run();
}
"""


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        ("n in self.waiting.drain(..)", "n in std::mem::take(&mut self.waiting)"),
        ("n in self.waiting.drain(..).rev()", "n in std::mem::take(&mut self.waiting).into_iter().rev()"),
    ],
)
def test_what_is_emptied_is_taken_first(mended: Callable[[str], list[str]], head: str, taken: str) -> None:
    assert QUEUE.replace("HEAD", taken) in mended(QUEUE.replace("HEAD", head))


@pytest.mark.parametrize("head", ["n in self.waiting.drain(1..)", "&n in &self.waiting"])
def test_what_stays_is_not_taken(mended: Callable[[str], list[str]], head: str) -> None:
    assert not any("take(" in text for text in mended(QUEUE.replace("HEAD", head)))
