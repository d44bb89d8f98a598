//~ family: E0432-import-typo
mod geometry {
    pub mod shapes {
        #[derive(Debug, Clone, Copy)]
        pub struct Square(pub u32);

        #[derive(Debug)]
        pub enum Found {
            Nothing,
            One { shape: Square },
        }
    }

    pub mod search {
        use super::shapes::Found::{self, Nothing, One};
        use super::shapes::Square;
        use std::ops::ControlFlow::{Break, Continue};

        pub fn first_over(squares: &[Square], least: u32) -> Found {
            let outcome =
                squares.iter().try_for_each(|shape| if shape.0 > least { Break(*shape) } else { Continue(()) });
            match outcome {
                Break(shape) => One { shape },
                Continue(()) => Nothing,
            }
        }
    }

    pub use self::search::first_over as search_over;
    pub use self::shapes::Square as Tile;
}

use crate::geometry::search_over;
use crate::geometry::{shapes::Found, Tile};

fn main() {
    let tiles: Vec<Tile> = (1..5).map(Tile).collect();
    for least in [2, 9] {
        if let Found::One { shape } = search_over(&tiles, least) {
            println!("{}", shape.0);
        }
    }
}
