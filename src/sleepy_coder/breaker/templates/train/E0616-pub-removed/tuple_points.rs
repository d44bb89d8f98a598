//~ family: E0616-pub-removed
mod shapes {
    #[derive(Debug, Clone, Copy)]
    pub struct Point(pub f64, pub f64);

    pub struct Polygon {
        pub corners: Vec<Point>,
        pub(crate) filled: bool,
        area: std::cell::Cell<Option<f64>>,
    }

    impl Polygon {
        pub fn new(corners: Vec<Point>) -> Self {
            Polygon {
                corners,
                filled: false,
                area: Default::default(),
            }
        }

        pub fn area(&self) -> f64 {
            if let Some(known) = self.area.get() {
                return known;
            }
            let next = self.corners.iter().cycle().skip(1);
            let twice: f64 = self.corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
            self.area.set(Some(twice / 2.0));
            twice / 2.0
        }
    }
}

use shapes::{Point, Polygon};

fn width(points: &[Point]) -> f64 {
    points.iter().map(|point| point.0).fold(0.0, f64::max)
}

fn main() {
    let mut square = Polygon::new(vec![Point(0.0, 0.0), Point(2.0, 0.0), Point(2.0, 3.0)]);
    square.filled = true;
    println!("{} {} {}", square.area(), width(&square.corners), Point(1.0, 4.5).1);
}
