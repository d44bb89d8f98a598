//~ family: E0369-derive-removed
//~ vary i8: i8 | i16 | i32
pub mod board {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Square(pub i8, pub i8);

    #[derive(PartialEq, Debug)]
    pub enum Move {
        Step { from: Square, to: Square },
        Castle(Side),
    }

    #[derive(Debug, PartialEq)]
    pub enum Side {
        King,
        Queen,
    }

    impl Square {
        pub fn offset(self, by: (i8, i8)) -> Option<Square> {
            let Square(file, rank) = self;
            let moved = Square(file + by.0, rank + by.1);
            ((0..8).contains(&moved.0) && (0..8).contains(&moved.1)).then_some(moved)
        }
    }
}

use board::{Move, Side, Square};

#[derive(Debug, PartialEq, PartialOrd)]
struct Score {
    pawns: f32,
    depth: u8,
}

fn hops(from: Square) -> Vec<Move> {
    let deltas = [(1, 2), (2, 1), (-1, 2), (-2, -1)];
    deltas.into_iter().filter_map(|by| from.offset(by)).map(|to| Move::Step { from, to }).collect()
}

fn better<'s>(left: &'s Score, right: &'s Score) -> &'s Score {
    if left > right {
        left
    } else {
        right
    }
}

fn main() {
    let legal = hops(Square(1, 0));
    let played = Move::Castle(Side::Queen);
    let known = legal.iter().any(|one| one == &played);
    println!("{} {known} {:?}", legal.len(), legal.first());
    println!("{:?}", better(&Score { pawns: 0.5, depth: 4 }, &Score { pawns: -1.0, depth: 6 }));
    println!("{:?}", Side::King);
}
