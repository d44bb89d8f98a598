//~ family: E0603-pub-removed
mod geometry {
    pub type Point = (i32, i32);

    pub trait Measure {
        fn size(&self) -> i32;
    }

    #[derive(Debug, Clone)]
    pub struct Rect {
        pub corner: Point,
        pub far: Point,
    }

    impl Measure for Rect {
        fn size(&self) -> i32 {
            (self.far.0 - self.corner.0) * (self.far.1 - self.corner.1)
        }
    }

    pub mod build {
        use super::{Point, Rect};

        pub const UNIT: i32 = 1;

        pub fn square(corner: Point, side: i32) -> Rect {
            Rect {
                corner,
                far: (corner.0 + side, corner.1 + side),
            }
        }
    }
}

use geometry::build::square;
use geometry::Measure;

fn total<M: Measure>(shapes: &[M]) -> i32 {
    shapes.iter().map(Measure::size).sum()
}

fn main() {
    let at: geometry::Point = (2, 3);
    let shapes = vec![square(at, 4), square((0, 0), geometry::build::UNIT)];
    println!("{} {:?}", total(&shapes), shapes[1]);
}
