"""What shows its places lends them to be changed, in the same way."""

from collections.abc import Callable

INDEXED = """\
use std::ops::Index;

struct Board {
    cells: Vec<u8>,
    edge: u8,
}

MORE    impl Index<usize> for Board {
        type Output = u8;

        fn index(&self, at: usize) -> &Self::Output {
            if at < 9 {
                &self.cells[at]
            } else {
                &self.edge
            }
        }
    }

fn main() {
    let mut board = Board { cells: vec![0; 9], edge: 1 };
    board[4] += 2;
    println!("{}", board[4] + board.edge);
}
"""
CHANGED = """
    impl IndexMut<usize> for Board {
        fn index_mut(&mut self, at: usize) -> &mut Self::Output {
            if at < 9 {
                &mut self.cells[at]
            } else {
                &mut self.edge
            }
        }
    }
"""
OWNER = """\
use std::ops::Deref;

struct Sorted(Vec<u8>);

impl Deref for Sorted {
    type Target = Vec<u8>;
    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}
ADDED
fn main() {
    let mut sorted = Sorted(vec![2]);
    sorted.push(3);
    println!("{}", sorted.len());
}
"""


def test_each_end_lends_its_place(mended: Callable[[str], list[str]]) -> None:
    (found,) = mended(INDEXED.replace("MORE", ""))
    assert CHANGED in found
    assert "use std::ops::IndexMut;" in found


def test_so_does_a_pointer(mended: Callable[[str], list[str]]) -> None:
    (found,) = mended(OWNER.replace("ADDED", ""))
    assert "fn deref_mut(&mut self) -> &mut Vec<u8> {\n        &mut self.0\n" in found


def test_not_past_a_method_that_sets_it(mended: Callable[[str], list[str]]) -> None:
    setter = (
        "impl Board {\n    fn set(&mut self, at: usize, to: u8) {\n        self.cells[at] = to.min(9);\n    }\n}\n\n"
    )
    assert mended(INDEXED.replace("MORE", setter)) == []
